// addons:
'use strict';
// What addons written for Node do on OpenHarmony: each is loaded twice, by Node and by the personality, in one process.
// NAIVE is the folder of the addons in `naive`, PERSONALITY the path of the personality.
const assert = require('node:assert');
const path = require('node:path');
const { caught, collect, inProcess, inWorker, test, turn } = require('../js/harness.js');

const host = { exports: {} };
process.dlopen(host, process.env.PERSONALITY);

const onNode = (name) => require(path.join(process.env.NAIVE, 'node', `${name}.node`));
const file = (name) => path.join(process.env.NAIVE, 'openharmony', name);
const onOpenHarmony = (name, exports = {}) => host.exports.load(file(`lib${name}.so`), exports);
const bothOf = (name) => [onNode(name), onOpenHarmony(name)];

/** The result of `action`, or the error's text. */
function outcome(action) {
  try {
    return action();
  } catch (error) {
    return String(error);
  }
}

/** A row: what `ask` gets from the addon on Node, and on OpenHarmony. */
function row(what, name, ask, node, openHarmony) {
  test(what, () => {
    const outcomes = bothOf(name).map((addon) => outcome(() => ask(addon)));
    assert.deepStrictEqual(outcomes, [node, openHarmony]);
  });
}

row('the length of a typed array is in bytes', 'typedarray_length', ({ run }) => run(new Float64Array(3)), 3, 24);
row('a wrap needs a finalizer', 'wrap_rules', ({ plain }) => plain({}), 'wrapped', 'Error: status 1');
row('a wrap needs something to wrap', 'wrap_rules', ({ mark }) => mark({}), 'wrapped', 'Error: status 1');
row('a second wrap silently replaces the first', 'wrap_rules', ({ twice }) => twice({}), 'Error: status 1', 2);
row('napi_remove_wrap finalizes', 'remove_wrap', ({ run }) => run({}), 1, 2);
row('no exception leaves the result unset', 'clear_exception', ({ run }) => run(), undefined, 'left over');
row('only errors can be thrown', 'throw_value', ({ run }) => run('text'), 'text', undefined);
row('errors are thrown', 'throw_value', ({ run }) => run(new TypeError('mine')), 'TypeError: mine', 'TypeError: mine');
row('a created TypeError is an Error', 'error_class', ({ typeError }) => typeError('no'), 'TypeError: no', 'Error: no');
row('a created RangeError is an Error', 'error_class', ({ rangeError }) => rangeError('no'), 'RangeError: no', 'Error: no');
row('a thrown TypeError is one', 'error_class', (addon) => addon.thrownTypeError(), 'TypeError: no', 'TypeError: no');
const runtime = 'cannot run js: The thread has a runtime already';
row('status 23 is an error of the runtimes', 'status_names', ({ run }) => run(), 'absent', runtime);
row('a SharedArrayBuffer counts as an ArrayBuffer', 'shared_buffer', ({ run }) => run(new SharedArrayBuffer(1)), false, true);
row('so does an ArrayBuffer', 'shared_buffer', ({ run }) => run(new ArrayBuffer(1)), true, true);
row('and nothing else', 'shared_buffer', ({ run }) => run(new Uint8Array(1)), false, false);
const length = ({ run }) => run().byteLength;
row('memory for an ArrayBuffer needs a finalizer', 'external_arraybuffer', length, 8, 'Error: status 1');
row('a call needs no receiver', 'null_receiver', ({ run }) => run(() => 7), 'Error: status 1', 7);
const inherits = Object.assign(Object.create({ inherited: 1 }), { own: 1 });
row('property names are own names', 'property_names', ({ run }) => run(inherits), ['own', 'inherited'], ['own']);
const noObject = 'TypeError: Cannot convert undefined or null to object';
row('undefined is coerced to an object', 'coerce_to_object', ({ run }) => run(undefined), noObject, undefined);
row('a reference to a primitive value', 'primitive_reference', ({ run }) => run('text'), 'Error: status 1', 'text');
row('napi_run_script does nothing', 'run_script', ({ run }) => run('1 + 2'), 3, 'left over');
const throwing = new Proxy({}, {
  defineProperty() {
    throw new Error('not here');
  },
});
row('an exception while defining is swallowed', 'define_properties', ({ run }) => run(throwing), 'Error: not here', 'defined');
row('a buffer has a byte', 'buffers', ({ run }) => run(0), 0, 'Error: status 1');
row('a buffer of 2 MiB', 'buffers', ({ run }) => run(2 << 20), 2 << 20, 2 << 20);
row('a buffer has no more than 2 MiB', 'buffers', ({ run }) => run((2 << 20) + 1), (2 << 20) + 1, 'Error: status 1');

test('functions that are missing read as absent', () => {
  const [node, openHarmony] = bothOf('present');
  assert.ok(node.run() >= 9, 'Node 20 lacks one of them');
  assert.strictEqual(openHarmony.run(), 0);
});

test('the version of Node-API is 8', () => {
  const [node, openHarmony] = bothOf('present');
  assert.ok(node.version() >= 9);
  assert.strictEqual(openHarmony.version(), 8);
});

test('an import that is missing fails the load', () => {
  assert.strictEqual(typeof onNode('missing_function').run(), 'symbol');
  const { message } = caught(() => onOpenHarmony('missing_function'));
  assert.strictEqual(message, 'Error relocating libmissing_function.so: node_api_symbol_for: symbol not found');
});

for (const method of ['wrap', 'addFinalizer']) {
  test(`${method} with a result makes a strong reference`, async () => {
    const addons = bothOf('wrap_reference');
    const before = addons.map(({ count }) => count());
    for (const addon of addons) addon[method]({});
    await collect();
    assert.deepStrictEqual(addons.map(({ count }, index) => count() - before[index]), [0, 1]);
  });
}

test('instance data is shared by all addons', () => {
  for (const [load, ...expected] of [
    [onNode, 'instance_data', 0],
    [onOpenHarmony, 'other_instance_data', 1],
  ]) {
    const [first, second] = [load('instance_data'), load('other_instance_data')];
    first.set();
    second.set();
    assert.deepStrictEqual([first.get(), first.count()], expected);
  }
});

test('the last error is shared by all addons', () => {
  const answers = [onNode, onOpenHarmony].map((load) => {
    const [first, second] = [load('last_error'), load('other_last_error')];
    first.fail('no number');
    return second.ask();
  });
  assert.deepStrictEqual(answers, [0, 6]);
});

/** What a function of an addon of OpenHarmony answers in a worker of its own. */
const ranInWorker = (name, run = 'run') =>
  inWorker(
    (harness, { personality, library, run }) => {
      const host = { exports: {} };
      process.dlopen(host, personality);
      return host.exports.load(library, {})[run]();
    },
    { personality: process.env.PERSONALITY, library: file(`lib${name}.so`), run },
  );

test('the address of an environment that has ended is used again', async () => {
  assert.strictEqual(await ranInWorker('env_address'), await ranInWorker('env_address'));
  assert.notStrictEqual(await ranInWorker('env_address'), onOpenHarmony('env_address').run());
});

test('what Init answers is ignored', () => {
  assert.strictEqual(onNode('init_result')(), 'called');
  const exports = {};
  assert.strictEqual(onOpenHarmony('init_result', exports), exports);
  assert.deepStrictEqual(exports, {});
});

test('an exception of Init is not thrown, and is in the way of the next addon', () => {
  assert.strictEqual(caught(() => onNode('init_throws')).message, 'cannot be loaded');
  const { run } = onOpenHarmony('run_script');
  assert.strictEqual(run('1'), 'left over');
  onOpenHarmony('init_throws');
  assert.strictEqual(caught(() => run('1')).message, 'cannot be loaded');
  assert.strictEqual(run('1'), 'left over');
});

test('the constructor runs once, and Init once per environment', async () => {
  const { run } = onOpenHarmony('init_count');
  assert.strictEqual(run(), '1 constructions, 1 inits');
  const inits = await ranInWorker('init_count');
  assert.strictEqual(inits, '1 constructions, 2 inits');
});

test('registration is by the constructor, under the name of the file', () => {
  const refused = {
    'libsymbol_only.so': 'libsymbol_only.so registers 0 modules, and not one',
    'libwrong_name.so': 'libwrong_name.so registers the module "Wrong_Name", which is not its name',
    'libregisters_twice.so': 'libregisters_twice.so registers 2 modules, and not one',
    'no_soname.so': `${file('no_soname.so')} has no SONAME`,
  };
  for (const [name, message] of Object.entries(refused)) {
    assert.strictEqual(caught(() => host.exports.load(file(name), {})).message, message);
  }
  for (const name of ['symbol_only', 'wrong_name', 'registers_twice']) assert.strictEqual(onNode(name).loaded, 1);
});

test('an exception in a callback of libuv stays pending, and is in the way of another addon', async () => {
  const outcomes = [];
  for (const load of [onNode, onOpenHarmony]) {
    const { run } = load('typedarray_length');
    let called = false;
    load('libuv_exception').run(() => {
      called = true;
      throw new Error('in libuv');
    });
    while (!called) await turn();
    outcomes.push(outcome(() => run(new Uint8Array(3))), outcome(() => run(new Uint8Array(3))));
  }
  assert.deepStrictEqual(outcomes, [3, 3, 'Error: in libuv', 3]);
});

/** What a process prints in which `body(addon, object)` runs, and how it ends. */
function processOf(load, name, body) {
  return inProcess(
    (harness, { personality, library, body }) => {
      const host = { exports: {} };
      process.dlopen(host, personality ?? library);
      const addon = personality ? host.exports.load(library, {}) : host.exports;
      globalThis.keptAlive = {};
      process.on('uncaughtException', ({ message }) => console.log(`uncaught: ${message}`));
      return (0, eval)(`(${body})`)(addon, globalThis.keptAlive, harness);
    },
    {
      personality: load === onOpenHarmony ? process.env.PERSONALITY : undefined,
      library: load === onOpenHarmony ? file(`lib${name}.so`) : path.join(process.env.NAIVE, 'node', `${name}.node`),
      body: String(body),
    },
  );
}

const lines = ({ stdout }) => stdout.split('\n').slice(0, -1);

test('the order in which an environment ends', () => {
  const ends = (load) => lines(processOf(load, 'teardown', ({ run }, object) => run(object)));
  // The second hook with the argument null is dropped, and the thread-safe function is not finalized.
  assert.deepStrictEqual(ends(onOpenHarmony), ['work', 'hook one', 'hook with an argument of its own', 'wrap', 'data']);
  const node = ends(onNode);
  assert.deepStrictEqual(node.slice(0, 3), ['work', 'hook two', 'hook one']);
  assert.deepStrictEqual(node.slice(3).sort(), ['data', 'hook with an argument of its own', 'thread-safe function', 'wrap']);
});

test('a batch of thread-safe calls has one scope, and one look at exceptions', () => {
  const body = async (addon, object, { turn }) => {
    addon.run();
    while (!addon.isFinalized()) await turn();
    console.log(`${addon.count()} could throw`);
  };
  const [node, openHarmony] = [onNode, onOpenHarmony].map((load) => lines(processOf(load, 'threadsafe_batch', body)));
  assert.deepStrictEqual(node.slice(-1), ['3 could throw']);
  assert.deepStrictEqual(openHarmony, ['uncaught: thrown in a call', '1 could throw']);
});

// On Node the call would use memory that has been freed.
test('a thread-safe function that is left behind is not finalized, and fails after the end', async () => {
  await ranInWorker('threadsafe_batch', 'leave');
  const { callLeft, isFinalized } = onOpenHarmony('threadsafe_batch');
  assert.deepStrictEqual([callLeft(), isFinalized()], [9, 0]);
});

/** What ends the process on OpenHarmony, and what Node prints where it does not mind. */
function fatal(what, body, message, node) {
  test(`${what} ends the process`, () => {
    if (node) assert.deepStrictEqual(lines(processOf(onNode, 'misuse', body)), node);
    const { signal, stderr } = processOf(onOpenHarmony, 'misuse', body);
    assert.deepStrictEqual([signal, stderr.split('\n')[0]], ['SIGABRT', `personality: ${message}`]);
  });
}

const noScope = 'no handle scope is open here';
const afterScope = 'a handle is used after its scope, or in another environment';
fatal(
  'a handle in a finalizer without a scope',
  async ({ inFinalizer }, object, { collect }) => {
    inFinalizer({});
    await collect();
  },
  `napi_create_string_utf8: ${noScope}`,
  ['finalized'],
);
fatal('a reference in a cleanup hook without a scope', (addon, object) => addon.inHook(object), `napi_get_reference_value: ${noScope}`);
fatal('a handle in a callback of libuv', ({ inLibuv }) => inLibuv(), `napi_create_string_utf8: ${noScope}`);
fatal('a handle after its call', (addon, object) => (addon.keep(object), addon.useKept()), `napi_typeof: ${afterScope}`);
fatal('a handle after an inner scope', ({ useInner }) => useInner(), `the result of a function: ${afterScope}`);
const otherThread = "called on another thread than the environment's";
fatal('another thread', (addon) => addon.onAnotherThread(), `napi_create_string_utf8: ${otherThread}`);
fatal('a scope left open', ({ leaveOpen }) => leaveOpen(), 'the end of a function: a handle scope was left open');

test('a cleanup hook may open a scope', () => {
  const { status, stdout } = processOf(onOpenHarmony, 'misuse', (addon, object) => addon.inHookWithScope(object));
  assert.deepStrictEqual([status, stdout], [0, 'hook\n']);
});
