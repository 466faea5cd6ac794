// addons: ohos
'use strict';
// What only OpenHarmony has (`napi_core::ohos`), on the stand-in for it. API_LEVEL is the level of a system that is too old.
const assert = require('node:assert');
const { addon, caught, collect, inProcess, inWorker, test, uncaughtBy, until } = require('../js/harness.js');

const ohos = addon('ohos');
const level = Number(process.env.API_LEVEL ?? 26);
/** A test of what came with API level 12. */
const test12 = (name, body) => level >= 12 && test(name, body);

for (const qos of ['background', 'utility', 'default', 'user-initiated', undefined]) {
  test(`work on the pool: ${qos ?? 'without a quality'}`, async () => {
    assert.strictEqual(await new Promise((resolve) => ohos.queueWork(qos, 21, resolve)), 42);
  });
}

test('each call chooses its own pool', async () => {
  const results = [];
  for (const [number, qos] of ['background', undefined, 'utility', undefined].entries()) {
    ohos.queueWork(qos, number, (result) => results.push(result));
  }
  await until(() => results.length === 4);
  assert.deepStrictEqual(results.sort(), [0, 2, 4, 6]);
});

if (level < 12) {
  const refused = {
    isSendable: () => ohos.isSendable(1),
    sendableObject: () => ohos.sendableObject({ x: 1 }),
    sendableArray: () => ohos.sendableArray([1]),
    sendableArrayBuffer: () => ohos.sendableArrayBuffer([1]),
    sendableDoubles: () => ohos.sendableDoubles([1]),
    loadModule: () => ohos.loadModule('@ohos.hilog'),
    runtimeHere: () => ohos.runtimeHere(false),
    runtimeElsewhere: () => ohos.runtimeElsewhere(false),
    'a sendable argument': () => ohos.count({}),
  };
  for (const [name, call] of Object.entries(refused)) {
    test(`${name} names the level that it needs`, () => {
      const { code, message } = caught(call);
      assert.strictEqual(code, 'ERR_NOT_SUPPORTED');
      assert.match(message, /this system has no napi_\w+: it needs API level 12$/);
    });
  }
}

test('calls of one priority run in their order', async () => {
  const calls = [];
  let count = 0;
  ohos.postAll(Array(100).fill('high'), () => calls.push((count += 1)));
  await until(() => calls.length === 100);
  assert.deepStrictEqual(calls, Array.from({ length: 100 }, (_, index) => index + 1));
});

const order = ['idle', 'low', 'immediate', 'high', 'idle', 'immediate'];
const byPriority = ['immediate', 'immediate', 'high', 'low', 'idle', 'idle'];

test('calls run by their priority, if the system has it', async () => {
  const calls = [];
  ohos.postAll(order, (priority) => calls.push(priority));
  assert.deepStrictEqual(calls, []);
  await until(() => calls.length === order.length);
  assert.deepStrictEqual(calls, level >= 12 ? byPriority : order);
});

test('a worker has no event runner: calls run in their order', async () => {
  const calls = await inWorker(
    async ({ addon, turn }, order) => {
      const calls = [];
      addon('ohos').postAll(order, (priority) => calls.push(priority));
      while (calls.length < order.length) await turn();
      return calls;
    },
    order,
  );
  assert.deepStrictEqual(calls, order);
});

test('many threads post', async () => {
  let count = 0;
  ohos.postFromThreads(4, 1000, () => (count += 1));
  await until(() => count === 4000);
  await until(() => ohos.callsDropped() >= 4000);
});

test('what fails in a call is an uncaught exception', async () => {
  const uncaught = await uncaughtBy(async (uncaught) => {
    ohos.postFailing('error');
    ohos.postFailing('panic');
    ohos.postAll(['low'], () => {
      throw new TypeError('thrown in a call');
    });
    await until(() => uncaught.length === 3);
  });
  assert.deepStrictEqual(
    uncaught.map((error) => `${error.name} ${error.code}: ${error.message}`).sort(),
    [
      'Error ERR_RUST_PANIC: panicked with a priority',
      'RangeError E_REFUSED: refused with a priority',
      'TypeError undefined: thrown in a call',
    ],
  );
});

test('a handle that outlives its environment gets an error', async () => {
  await inWorker(({ addon }) => addon('ohos').keepThread());
  assert.strictEqual(ohos.postToKept(), 'ERR_CLOSING');
});

test('an environment that ends with calls on their way drops each once', () => {
  for (const busy of [undefined, '1']) {
    if (busy) process.env.BUSY_RUNNER = busy;
    const { status, stdout, stderr } = inProcess(({ addon }) => {
      const ohos = addon('ohos');
      ohos.postAndLeave(100);
      process.on('exit', () => console.log(ohos.callsDropped()));
    });
    delete process.env.BUSY_RUNNER;
    assert.deepStrictEqual([status, stdout, stderr], [0, '0\n', '']);
  }
});

test12('what is sendable', () => {
  for (const value of [undefined, null, true, 1, 'text', 1n, ohos.sendableObject({})]) assert.ok(ohos.isSendable(value));
  for (const value of [{}, [], () => {}, Symbol('s'), new ArrayBuffer(1)]) assert.ok(!ohos.isSendable(value));
});

test12('a sendable object has its properties, and no others', () => {
  const inner = ohos.sendableObject({ x: 1 });
  const object = ohos.sendableObject({ inner, name: 'Ada', 'ключ': 2 });
  assert.deepStrictEqual(Object.entries(object), [['inner', inner], ['name', 'Ada'], ['ключ', 2]]);
  object.name = 'Grace';
  assert.strictEqual(object.name, 'Grace');
  assert.throws(() => (object.other = 1), TypeError);
  assert.strictEqual(ohos.property(inner, 'x'), 1);
});

test12('a sendable object holds nothing that is not', () => {
  const { name, code, message } = caught(() => ohos.sendableObject({ good: 1, bad: {} }));
  assert.deepStrictEqual([name, code, message], ['TypeError', 'ERR_INVALID_ARG_TYPE', 'bad: a sendable value expected']);
  assert.strictEqual(caught(() => ohos.sendableArray([1, []])).message, '[1]: a sendable value expected');
  assert.strictEqual(caught(() => ohos.sendableObject({ 'a\0b': 1 })).code, 'ERR_INVALID_ARG_VALUE');
});

test12('a plain object is no sendable one', () => {
  const { name, message } = caught(() => ohos.count({}));
  assert.deepStrictEqual([name, message], ['TypeError', 'count: argument 1 (object): expected sendable object, got object']);
  assert.strictEqual(caught(() => ohos.count(7)).message, 'count: argument 1 (object): expected object, got number');
});

test12('sendable arrays and buffers', () => {
  assert.deepStrictEqual(ohos.sendableArray([1, 'two', null]), [1, 'two', null]);
  assert.deepStrictEqual(ohos.sendableArray([]), []);
  assert.deepStrictEqual([...new Uint8Array(ohos.sendableArrayBuffer([1, 2, 255]))], [1, 2, 255]);
  assert.strictEqual(ohos.sendableArrayBuffer([]).byteLength, 0);
  assert.deepStrictEqual(ohos.sendableDoubles([0.5, -1]), new Float64Array([0.5, -1]));
  assert.deepStrictEqual(ohos.sendableShorts([1, -2, 3]), new Int16Array([1, -2, 3]));
  assert.ok(ohos.isSendable(ohos.sendableShorts([1])));
});

test12('shared memory is not lent', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(2));
  for (const array of [shared, shared.subarray(1, 1), ohos.sendableBytes([1, 2])]) {
    const { name, code, message } = caught(() => ohos.fill(array, 7));
    assert.deepStrictEqual([name, code], ['TypeError', 'ERR_INVALID_ARG_TYPE']);
    assert.match(message, /got a typed array over a SharedArrayBuffer, which other threads may write$/);
  }
  assert.deepStrictEqual([...shared], [0, 0]);
  class Mine extends ArrayBuffer {}
  for (const buffer of [new ArrayBuffer(2), new Mine(2), Object.setPrototypeOf(new ArrayBuffer(2), null)]) {
    const array = new Uint8Array(buffer);
    ohos.fill(array, 7);
    assert.deepStrictEqual([...array], [7, 7]);
  }
});

test12('an object carries a value', () => {
  const object = ohos.sendableObject({});
  assert.strictEqual(caught(() => ohos.count(object)).code, 'ERR_INVALID_ARG_TYPE');
  ohos.wrapCounter(object, 7);
  assert.deepStrictEqual([ohos.count(object), ohos.count(object)], [7, 8]);
  assert.match(caught(() => ohos.countAsText(object)).message, /^expected a sendable object that carries alloc::string::String,/);
  assert.strictEqual(caught(() => ohos.wrapCounter(object, 1)).code, 'ERR_INVALID_STATE');
  assert.strictEqual(ohos.count(object), 9);
});

test12('a value that is taken is dropped once', () => {
  const object = ohos.sendableObject({});
  ohos.wrapCounter(object, 3);
  const before = ohos.countersDropped();
  assert.strictEqual(ohos.takeCounter(object), 3);
  assert.strictEqual(ohos.countersDropped(), before + 1);
  assert.strictEqual(caught(() => ohos.takeCounter(object)).code, 'ERR_INVALID_ARG_TYPE');
  ohos.wrapCounter(object, 4);
  assert.strictEqual(ohos.count(object), 4);
});

test12('carried values go with their objects, on any thread', async () => {
  const before = ohos.countersDropped();
  for (let number = 0; number < 100; number += 1) ohos.wrapCounter(ohos.sendableObject({}), number);
  for (let round = 0; round < 20 && ohos.countersDropped() < before + 100; round += 1) await collect();
  assert.ok(ohos.countersDropped() >= before + 100);
});

test12('modules are loaded', () => {
  const math = { double: (number) => 2 * number };
  globalThis['com.example.app/entry'] = { 'entry/src/main/ets/Math': math };
  globalThis.system = { '@ohos.hilog': math };
  assert.strictEqual(ohos.loadModule('entry/src/main/ets/Math', 'com.example.app/entry'), math);
  assert.strictEqual(ohos.loadModule('@ohos.hilog'), math);
  assert.strictEqual(caught(() => ohos.loadModule('@ohos.none')).code, 'ERR_NODE_API');
  assert.strictEqual(caught(() => ohos.loadModule('a\0b')).code, 'ERR_INVALID_ARG_VALUE');
});

test12('what a module throws', () => {
  const within = {
    get broken() {
      throw new RangeError('while loading');
    },
  };
  globalThis['com.example.app/broken'] = within;
  assert.strictEqual(String(caught(() => ohos.loadModule('broken', 'com.example.app/broken'))), 'RangeError: while loading');
});

test12('statuses 22 to 24 are errors of the runtimes, and no exceptions', () => {
  const meanings = {
    22: 'there are as many ark runtimes as the process may have',
    23: 'this thread has an ark runtime already',
    24: 'this thread has no ark runtime',
  };
  for (const [status, meaning] of Object.entries(meanings)) {
    globalThis.system = { refused: Number(status) };
    const { code, message } = caught(() => ohos.loadModule('refused'));
    const text = `napi_load_module_with_info failed: ${meaning} (status ${status})`;
    assert.deepStrictEqual([code, message], ['ERR_NODE_API', text]);
  }
});

test12('there are too many runtimes', () => {
  process.env.ARK_RUNTIMES = '0';
  const { code, message } = caught(() => ohos.runtimeHere(false));
  delete process.env.ARK_RUNTIMES;
  const text = 'there are as many ark runtimes as the process may have';
  assert.deepStrictEqual([code, message], ['ERR_ARK_RUNTIME', text]);
});

test12('a thread of JavaScript has its runtime already', () => {
  const { code, message } = caught(() => ohos.runtimeHere(false));
  assert.deepStrictEqual([code, message], ['ERR_ARK_RUNTIME', 'this thread has an ark runtime already']);
});

test12('a runtime of its own begins, runs and ends', () => {
  process.env.ARK_RUNTIMES = '1';
  const { status, stdout, stderr } = inProcess(({ addon, caught }) => {
    const ohos = addon('ohos');
    for (let round = 0; round < 100; round += 1) {
      if (ohos.runtimeHere(false) !== 2) throw new Error('no answer');
    }
    const { code, message } = caught(() => ohos.runtimeHere(true));
    console.log(`${code}: ${message}`);
    console.log(ohos.runtimeUntilPosted(21));
    console.log(ohos.objectOfEndedRuntime());
    globalThis.system = {
      get broken() {
        throw new RangeError('while loading');
      },
    };
    console.log(String(caught(() => ohos.runtimeThrows('broken'))));
    console.log(ohos.runtimeHere(false));
  });
  delete process.env.ARK_RUNTIMES;
  assert.deepStrictEqual(stdout.split('\n'), [
    'ERR_RUST_PANIC: in the runtime',
    '42',
    "[ 'ERR_WRONG_ENV', 1 ]",
    'Error: RangeError: while loading',
    '2',
    '',
  ]);
  assert.strictEqual(status, 0, stderr);
});

test("the event loop of the system's threads is the system's", () => {
  for (const call of [ohos.runEventLoop, ohos.stopEventLoop]) assert.strictEqual(caught(call).code, 'ERR_INVALID_STATE');
});

/** What a process prints that logs. */
const logged = (body, environment) => {
  const { status, stdout, stderr } = inProcess(body, environment);
  assert.deepStrictEqual([status, stderr], [0, '']);
  return stdout.split('\n').slice(0, -1);
};

test('messages go to the log, with their level', () => {
  const lines = logged(({ addon }) => {
    const ohos = addon('ohos');
    ohos.log('error', 'before there is a log');
    console.log(ohos.installLog(0x3200, 'photos', 'trace'), ohos.installLog(1, 'other', 'off'));
    for (const level of ['error', 'warn', 'info', 'debug', 'trace']) ohos.log(level, `100%s {public} %n in ${level}`);
    console.log(['info', 'debug'].map((level) => ohos.logEnabled(level)));
    ohos.log('info', 'a\0b');
  });
  const line = (level, text) => `hilog 0 ${level} 3200/photos: ${text}`;
  assert.deepStrictEqual(lines, [
    'true false',
    line('E', '100%s {public} %n in error'),
    line('W', '100%s {public} %n in warn'),
    line('I', '100%s {public} %n in info'),
    '[ true, false ]',
    line('I', 'a\u2400b'),
  ]);
});

test('a level that is off costs no call', () => {
  const lines = logged(({ addon }) => {
    const ohos = addon('ohos');
    ohos.installLog(0xffff, 'a\0b', 'warn');
    for (const level of ['warn', 'info']) ohos.log(level, level);
  });
  assert.deepStrictEqual(lines, ['hilog 0 W FFFF/a\u2400b: warn']);
});

test('a long message is written in pieces', () => {
  const lines = logged(({ addon }) => {
    const ohos = addon('ohos');
    ohos.installLog(0, 'long', 'info');
    ohos.log('info', Array.from({ length: 1000 }, (_, index) => `line ${index}`).join('\n'));
  });
  const text = lines.map((line) => line.replace(/^hilog 0 I 0000\/long: /, ''));
  assert.deepStrictEqual(text, Array.from({ length: 1000 }, (_, index) => `line ${index}`));
  assert.ok(lines.filter((line) => line.startsWith('hilog')).length > 2);
});
