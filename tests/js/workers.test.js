// addons: load-env
'use strict';
// The end of environments: what runs then and how often, and what of an ended environment is still there.
const assert = require('node:assert');
const { Worker } = require('node:worker_threads');
const {
  addon,
  collect,
  globalHandles,
  inProcess,
  instrumented,
  inWorker,
  original,
  soak,
  test,
  testOn,
  turn,
} = require('./harness.js');

const env = addon('load-env');
const TERMINATIONS = soak ? 1000 : instrumented ? 5 : 30;

/** What `body` logged in a worker that has ended, with the result of `body`. */
async function loggedBy(body, data) {
  env.takeLog();
  const result = await inWorker(body, data);
  return { result, log: env.takeLog() };
}

test('the data of an environment is dropped once, at its end', async () => {
  const { log } = await loggedBy((harness) => harness.addon('load-env').setData('data of a worker'));
  assert.deepStrictEqual(log, ['data of a worker']);
  env.setData('data of main');
  assert.deepStrictEqual(env.takeLog(), []);
  env.setData('');
  assert.deepStrictEqual(env.takeLog(), ['data of main']);
});

test('cleanup hooks run once, the last first, before the data is dropped', async () => {
  const { result, log } = await loggedBy((harness) => {
    const env = harness.addon('load-env');
    env.setData('data');
    const hooks = ['first', 'removed', 'panic', 'last'].map((line) => env.addHook(line));
    return [env.removeHook(hooks[1]), env.removeHook(hooks[1]), env.removeHook(99)];
  });
  assert.deepStrictEqual(result, [true, false, false]);
  assert.deepStrictEqual(log, ['last', 'panic', 'first', 'data']);
});

test('hooks of one environment do not run at the end of another', async () => {
  const hook = env.addHook('main');
  const { log } = await loggedBy((harness) => void harness.addon('load-env').addHook('worker'));
  assert.deepStrictEqual(log, ['worker']);
  assert.strictEqual(env.removeHook(hook), true);
});

// Bun 1.4 does not finalize externals when a worker ends, and Deno 2.9 nothing.
const atTheEnd = { withFinalizer: ['node', 'bun'], closure: ['node', 'bun'], external: ['node'] };
for (const [maker, hosts] of Object.entries(atTheEnd)) {
  test(`${maker}: what was collected was dropped once`, async () => {
    const { log } = await loggedBy(async (harness, maker) => {
      const env = harness.addon('load-env');
      (() => env[maker]('collected'))();
      await harness.collect();
    }, maker);
    assert.deepStrictEqual(log, ['collected']);
  });

  testOn(hosts, `${maker}: what was kept is dropped once, at the end`, async () => {
    const { result, log } = await loggedBy(async (harness, maker) => {
      const env = harness.addon('load-env');
      globalThis.kept = [env[maker]('kept'), env[maker]('kept too')];
      await harness.collect();
      return env.takeLog();
    }, maker);
    assert.deepStrictEqual([result, log.sort()], [[], ['kept', 'kept too']]);
  });
}

test('a function owns a reference until the end', async () => {
  const { result } = await loggedBy(async (harness) => {
    const env = harness.addon('load-env');
    globalThis.kept = env.closureOver({ over: 'this' });
    await harness.collect();
    return globalThis.kept();
  });
  assert.deepStrictEqual(result, { over: 'this' });
});

/** A worker in which `body(harness, shared)` has run, and which then stays until `end` is called. */
async function workerThatStays(body, shared) {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const harness = require(workerData.harness);
    // Without a listener the port lets the worker end; Deno needs to be told.
    parentPort.once('message', () => parentPort.unref());
    Promise.resolve((${body})(harness, workerData.shared)).then(() => parentPort.postMessage('ready'));`;
  const workerData = { harness: require.resolve('./harness.js'), shared };
  const worker = new Worker(source, { eval: true, workerData });
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const end = () =>
    new Promise((resolve) => {
      worker.once('exit', resolve);
      worker.postMessage('end');
    });
  return { worker, end };
}

const keepInWorker = (harness) => harness.addon('load-env').keep({ from: 'worker' });

function throwsWrongEnv(action) {
  const text = /^this reference belongs to environment \d+ of this library and was used in environment \d+$/;
  assert.throws(action, (error) => {
    assert.deepStrictEqual([error.constructor, error.code], [Error, 'ERR_WRONG_ENV']);
    assert.match(error.message, text);
    const [own, other] = error.message.match(/\d+/g);
    assert.notStrictEqual(own, other);
    return true;
  });
}

test('a reference is refused in another environment, alive or dead', async () => {
  const { end } = await workerThatStays(keepInWorker);
  const uses = [env.kept, env.keptWeakly, env.addRef];
  uses.forEach(throwsWrongEnv);
  await end();
  uses.forEach(throwsWrongEnv);
  assert.strictEqual(env.dropKept(), true);
  assert.deepStrictEqual(uses.map((use) => use()), [undefined, undefined, undefined]);
});

test('a reference works again in its own environment after it was refused in another', async () => {
  const object = { from: 'main' };
  env.keep(object);
  const { result } = await loggedBy((harness) => {
    try {
      harness.addon('load-env').kept();
    } catch (error) {
      return error.code;
    }
  });
  assert.strictEqual(result, 'ERR_WRONG_ENV');
  assert.strictEqual(env.kept(), object);
  assert.strictEqual(env.keptWeakly(), object);
  assert.strictEqual(env.addRef(), 2);
  env.dropKept();
});

for (const [name, drop] of [
  ['another environment', (env) => env.dropKept()],
  ['a thread', (env) => env.dropKeptOnThread()],
]) {
  test(`a reference is dropped by ${name} while its environment lives`, async () => {
    const { end } = await workerThatStays(keepInWorker);
    assert.strictEqual(drop(env), true);
    await end();
    assert.strictEqual(env.kept(), undefined);
  });

  test(`a reference is dropped by ${name} after its environment ended`, async () => {
    await inWorker(keepInWorker);
    assert.strictEqual(drop(env), true);
    assert.strictEqual(env.kept(), undefined);
  });
}

// Only Node counts references.
testOn(['node'], 'what a thread dropped is deleted at the next call', async () => {
  await collect();
  const before = globalHandles();
  for (let i = 0; i < 100; i += 1) {
    env.keep({});
    assert.strictEqual(env.dropKeptOnThread(), true);
  }
  env.kept();
  await collect();
  assert.strictEqual(globalHandles(), before);
});

test('an exception is kept with its identity', async () => {
  for (const thrown of [new TypeError('mine'), { plain: 'object' }, 'text', 7, null, undefined, Symbol('s')]) {
    assert.strictEqual(
      env.keepException(() => {
        throw thrown;
      }),
      true,
    );
    await turn();
    let caught = 'nothing';
    try {
      env.rethrow();
    } catch (error) {
      caught = error;
    }
    assert.strictEqual(original(caught), thrown);
  }
  assert.strictEqual(env.keepException(() => {}), false);
  env.rethrow();
});

const foreign = {
  'an error': [(harness) => harness.addon('load-env').keepException(() => JSON.parse('{')), /^SyntaxError: .*JSON/s],
  'an error with a code': [
    (harness) =>
      harness.addon('load-env').keepException(() => {
        throw Object.assign(new RangeError('too far'), { code: 'E_FAR' });
      }),
    /^RangeError: too far$/,
    'E_FAR',
  ],
  'a string': [
    (harness) =>
      harness.addon('load-env').keepException(() => {
        throw 'text';
      }),
    /^Error: text$/,
  ],
};
for (const [name, [body, text, code]] of Object.entries(foreign)) {
  test(`${name} of a worker is thrown elsewhere as an Error with its text`, async () => {
    const throwsText = () =>
      assert.throws(env.rethrow, (error) => {
        assert.deepStrictEqual([error.constructor, error.code], [Error, code]);
        assert.match(error.message, text);
        return true;
      });
    const { end } = await workerThatStays(body);
    throwsText();
    await end();
    await inWorker(body);
    throwsText();
  });
}

test('an error that only said that an exception is pending cannot be kept', () => {
  const fail = () => {
    throw new Error('taken');
  };
  assert.strictEqual(env.keepPending(fail), true);
  assert.throws(env.rethrow, { name: 'Error', code: 'ERR_EXCEPTION_LOST' });
});

/** Ends a worker at a random moment of the call that `body` makes, `count` times, and gives what was logged. */
async function terminate(body, count) {
  const random = seeded();
  env.takeLog();
  for (let i = 0; i < count; i += 1) {
    const shared = new Int32Array(new SharedArrayBuffer(4));
    const { worker } = await workerThatStays(body, shared);
    while (Atomics.load(shared, 0) === 0) await turn();
    const turns = Math.floor(random() * 100);
    for (let waited = 0; waited < turns; waited += 1) await turn();
    await worker.terminate();
  }
  return env.takeLog();
}

/** Random numbers from 0 to 1 (mulberry32) that SEED repeats. */
function seeded() {
  let state = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.log(`SEED=${state}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const endless = {
  callForever: (harness, shared) => {
    const env = harness.addon('load-env');
    env.setData('data');
    setImmediate(() => env.callForever(() => Atomics.add(shared, 0, 1)));
  },
  // Exceptions are taken by the Rust code; the end of the worker is none that it could take.
  callDespiteExceptions: (harness, shared) => {
    const env = harness.addon('load-env');
    env.setData('data');
    const body = () => {
      Atomics.add(shared, 0, 1);
      throw new Error('again');
    };
    setImmediate(() => env.callDespiteExceptions(body));
  },
};
for (const [name, body] of Object.entries(endless)) {
  // Deno 2.9 lets the JavaScript of a terminated worker run on.
  testOn(['node', 'bun'], `a worker is terminated in ${name}`, async () => {
    const log = await terminate(body, TERMINATIONS);
    const pairs = Array.from({ length: TERMINATIONS }, () => ['returned', 'data']);
    assert.deepStrictEqual(log, pairs.flat());
  });
}

/** A process that calls `process.exit`. The host frees nothing then, so that no leaks are looked for in it. */
function inProcessThatExits(body) {
  const { ASAN_OPTIONS } = process.env;
  process.env.ASAN_OPTIONS = 'detect_leaks=0';
  try {
    return inProcess(body);
  } finally {
    if (ASAN_OPTIONS === undefined) delete process.env.ASAN_OPTIONS;
    else process.env.ASAN_OPTIONS = ASAN_OPTIONS;
  }
}

test('the process exits inside of a call from Rust', () => {
  const child = inProcessThatExits((harness) => {
    const env = harness.addon('load-env');
    env.printAtEnd('hook');
    env.keep({});
    globalThis.kept = [env.withFinalizer('finalizer'), env.closure('closure'), env.external('external')];
    env.callForever(() => {
      console.log('exits');
      process.exit(7);
    });
  });
  assert.deepStrictEqual(
    [child.status, child.signal, child.stdout, child.stderr],
    // No host runs cleanup hooks in the main thread for `process.exit`.
    [7, null, 'exits\n', ''],
  );
});

test('a worker exits inside of a call from Rust', async () => {
  env.takeLog();
  const body = (harness) => {
    const env = harness.addon('load-env');
    env.setData('data');
    env.callForever(() => process.exit(5));
  };
  await assert.rejects(inWorker(body), { message: 'the worker exited with 5' });
  assert.deepStrictEqual(env.takeLog(), ['returned', 'data']);
});

test('the process ends with references, functions and hooks alive', () => {
  const child = inProcess((harness) => {
    const env = harness.addon('load-env');
    env.keep({});
    env.keepException(() => {
      throw new Error('kept');
    });
    globalThis.kept = [env.closureOver({}), env.withFinalizer('x'), env.external('x')];
    env.printAtEnd('hook');
  });
  assert.deepStrictEqual([child.status, child.signal, child.stdout, child.stderr], [0, null, 'hook\n', '']);
});
