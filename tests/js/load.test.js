// addons: load load-constructor load-function load-fails load-duplicates load-overloads load-members load-namespaces load-tls load-thread
'use strict';
// Modules: what an addon exports, how loading fails, and loading again and again.
const assert = require('node:assert');
const vm = require('node:vm');
const {
  addon,
  addonPath,
  copyOfAddon,
  inProcess,
  instrumented,
  inWorker,
  personality,
  soak,
  test,
  testOn,
  turn,
} = require('./harness.js');

const ROUNDS = soak ? 200 : instrumented ? 2 : 20;

function thrownBy(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  assert.fail('nothing was thrown');
}

test('exports come in the order of the source, before the init function runs', () => {
  const load = addon('load');
  // By file, line and column: late.rs comes before lib.rs.
  const names = ['alpha', 'zebra', 'VERSION', 'math', 'arguments', 'apply', 'ANSWER'];
  assert.deepStrictEqual(load.initSaw, names);
  assert.deepStrictEqual(Object.keys(load), [...names, 'initSaw']);
  assert.deepStrictEqual(
    [load.VERSION, load.ANSWER, load.math.integers.add(1, 2), load.arguments(), load.arguments(1)],
    ['1.2', 42, 3, 0, 1],
  );
});

testOn(personality ? [] : ['node', 'bun', 'deno'], 'an init function replaces the exports', () => {
  const greet = addon('load-function');
  assert.strictEqual(greet('Ada'), 'Hello, Ada!');
  assert.strictEqual(greet.name, 'greet');
  assert.deepStrictEqual(Object.keys(greet.exports), ['defined']);
});

testOn(['openharmony'], 'an init function does not replace the exports', () => {
  const exports = addon('load-function');
  assert.deepStrictEqual([typeof exports, Object.keys(exports)], ['object', ['defined']]);
});

test('a module is registered by the constructor', () => {
  assert.strictEqual(addon('load-constructor').greet(), 'Hello');
});

/** What loading the addon throws while its init function calls `onLoad`. */
function loadFailure(onLoad) {
  globalThis.onLoad = onLoad;
  return thrownBy(() => require(addonPath('load-fails')));
}

// Deno 2.9 and OpenHarmony drop what is thrown while a module loads, and answer the exports as they are then.
const hosts = personality ? [] : ['node', 'bun'];

testOn(hosts, 'an error of the init function is thrown by require', () => {
  const error = loadFailure(() => 'sing');
  assert.deepStrictEqual([error.constructor, error.code, error.message], [RangeError, 'E_LOAD', 'cannot sing']);
});

testOn(hosts, 'an exception in the init function is thrown by require as it is', () => {
  for (const thrown of [new Error('mine'), { not: 'an error' }, 'text']) {
    const caught = loadFailure(() => {
      throw thrown;
    });
    assert.strictEqual(caught, thrown);
  }
});

testOn(hosts, 'a panic in the init function is thrown by require', () => {
  const error = loadFailure(() => 'panics');
  assert.deepStrictEqual([error.constructor, error.code, error.message], [Error, 'ERR_RUST_PANIC', 'no module today']);
});

/** What loading the addon throws while a constant of its class calls `onConstant`. */
function constantFailure(onConstant) {
  globalThis.onConstant = onConstant;
  try {
    return loadFailure(() => 'loads');
  } finally {
    delete globalThis.onConstant;
  }
}

testOn(hosts, 'an error of a member of a class names both', () => {
  const { constructor, code, message } = constantFailure(() => {});
  assert.deepStrictEqual(
    [constructor, code, message],
    [RangeError, 'E_MOST', 'Limits.MOST cannot be defined: there is no most'],
  );
});

testOn(hosts, 'an exception while a member of a class is defined is thrown by require as it is', () => {
  const thrown = new Error('mine');
  const caught = constantFailure(() => {
    throw thrown;
  });
  assert.strictEqual(caught, thrown);
});

/** What a process prints in which the addon does not initialize, and then another one is called. */
const failedLoad = (name, onLoad = 'undefined') =>
  inProcess(
    (harness, { name, onLoad }) => {
      globalThis.onLoad = (0, eval)(onLoad);
      console.log(Object.keys(harness.addon(name)).join());
      console.log(harness.addon('load').ANSWER, harness.addon('load').arguments());
    },
    { name, onLoad },
  );

const failures = {
  'an error': ["() => 'sing'", 'RangeError [E_LOAD]: cannot sing'],
  'an exception': ["() => { throw Object.assign(new TypeError('mine'), { code: 'E_MINE' }); }", 'TypeError [E_MINE]: mine'],
  'an exception that is no error': ["() => { throw 'text'; }", 'Error: text'],
  'a panic': ["() => 'panics'", 'Error [ERR_RUST_PANIC]: no module today'],
};
for (const [what, [onLoad, message]] of Object.entries(failures)) {
  testOn(['openharmony'], `${what} of the init function is printed, and is in no addon's way`, () => {
    const { status, stdout, stderr } = failedLoad('load-fails', onLoad);
    // The exports were defined before.
    assert.deepStrictEqual([status, stdout], [0, 'loaded,Limits\n42 0\n'], stderr);
    assert.strictEqual(stderr.split('\n').at(-2), `napi-core: the module was not initialized: ${message}`);
  });
}

test('an addon loads after it failed to', () => {
  globalThis.onLoad = () => 'sing';
  try {
    require(addonPath('load-fails'));
  } catch {
    // Its text is the business of the tests above.
  }
  globalThis.onLoad = () => 'loads';
  assert.strictEqual(require(copyOfAddon('load-fails')).loaded(), true);
  delete require.cache[addonPath('load-fails')];
  assert.strictEqual(require(addonPath('load-fails')).loaded(), true);
});

const refused = {
  'load-duplicates':
    'two exports are called `twice`: one at tests/fixtures/load-duplicates/src/lib.rs:10:1 (crate load-duplicates), ' +
    'one at tests/fixtures/load-duplicates/src/other.rs:3:1 (crate load-duplicates); rename one with `name = ".."`, ' +
    'or mark both `overload` if they differ in their number of parameters',
  'load-overloads':
    'two overloads of `sum` have 2 parameters: one at tests/fixtures/load-overloads/src/lib.rs:8:1 ' +
    '(crate load-overloads), one at tests/fixtures/load-overloads/src/lib.rs:18:1 (crate load-overloads); ' +
    'overloads differ in their number of parameters',
  'load-members':
    'two members of `Counter` are called `count`: one at tests/fixtures/load-members/src/lib.rs:15:8 (crate load-members), ' +
    'one at tests/fixtures/load-members/src/lib.rs:21:8 (crate load-members); rename one with `name = ".."`, ' +
    'or mark both `overload` if they differ in their number of parameters',
  'load-namespaces':
    'two exports are called `math`: one at tests/fixtures/load-namespaces/src/lib.rs:8:1 (crate load-namespaces), ' +
    'one at tests/fixtures/load-namespaces/src/lib.rs:13:1 (crate load-namespaces); rename one with `name = ".."`, ' +
    'or mark both `overload` if they differ in their number of parameters',
};
for (const [name, message] of Object.entries(refused)) {
  testOn(hosts, `${name}: the error names both places`, () => {
    const error = thrownBy(() => addon(name));
    assert.deepStrictEqual([error.constructor, error.message], [Error, message]);
  });

  testOn(['openharmony'], `${name}: what is printed names both places, and there are no exports`, () => {
    const { status, stdout, stderr } = failedLoad(name);
    assert.deepStrictEqual([status, stdout], [0, '\n42 0\n'], stderr);
    assert.strictEqual(stderr, `napi-core: the module was not initialized: Error: ${message}\n`);
  });
}

test('a second load in one environment has state of its own', () => {
  const first = addon('load');
  delete require.cache[addonPath('load')];
  const second = addon('load');
  const copy = require(copyOfAddon('load'));
  const counts = [first, second, copy].map(({ zebra }) => [zebra(), zebra()]);
  assert.deepStrictEqual(counts, [
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  assert.strictEqual(first.zebra(), 3);
});

test('code of another context loads and calls an addon', () => {
  const copy = copyOfAddon('load');
  const result = vm.runInNewContext(
    `const load = require(copy);
     const thrown = {};
     let caught;
     try {
       load.apply(() => { throw thrown; });
     } catch (error) {
       caught = error;
     }
     ({ answer: load.apply(() => load.ANSWER), same: caught === thrown, count: load.zebra() });`,
    { require, copy },
  );
  assert.deepStrictEqual({ ...result }, { answer: 42, same: true, count: 1 });
});

/** Runs `body` in four workers at once, and gives their results after all have ended. */
const inFourWorkers = (body, path) => Promise.all([0, 1, 2, 3].map(() => inWorker(body, path)));

// What each addon is asked in a worker, and the answer.
const asked = {
  load: [(harness, path) => require(path).zebra(), 1],
  'load-constructor': [(harness, path) => require(path).greet(), 'Hello'],
  'load-function': personality
    ? [(harness, path) => Object.keys(require(path)).join(), 'defined']
    : [(harness, path) => require(path)('Ada'), 'Hello, Ada!'],
  'load-tls': [(harness, path) => require(path).touch() > 0, true],
  'load-thread': [
    async (harness, path) => {
      const { beats } = require(path);
      const before = beats();
      while (beats() === before) await harness.turn();
      return true;
    },
    true,
  ],
};
for (const [name, [body, answer]] of Object.entries(asked)) {
  const fourAnswers = [answer, answer, answer, answer];

  test(`${name}: loads in four workers while the main thread has it`, async () => {
    addon(name);
    for (let round = 0; round < ROUNDS; round += 1) {
      assert.deepStrictEqual(await inFourWorkers(body, addonPath(name)), fourAnswers, `round ${round}`);
    }
  });

  // No other environment has the copy: hosts may close the library when the last worker ends.
  const again = name === 'load-constructor' ? ['bun', 'deno', 'openharmony'] : ['node', 'bun', 'deno'];
  testOn(again, `${name}: loads in four workers, again after they ended`, async () => {
    const copy = copyOfAddon(name);
    for (let round = 0; round < ROUNDS; round += 1) {
      assert.deepStrictEqual(await inFourWorkers(body, copy), fourAnswers, `round ${round}`);
    }
    assert.strictEqual(await body({ turn }, copy), answer);
  });
}

// Node 20 to 26 forget what a constructor registered when its last environment ends; the library stays, and with it
// the constructor does not run again. This is why the symbol is the rule and the constructor the exception.
testOn(personality ? [] : ['node'], 'load-constructor: does not load again after its environments ended', async () => {
  const copy = copyOfAddon('load-constructor');
  const [body, answer] = asked['load-constructor'];
  assert.strictEqual(await inWorker(body, copy), answer);
  assert.strictEqual(thrownBy(() => require(copy)).message, `Module did not self-register: '${copy}'.`);
});

test('thread-local values end with their threads', async () => {
  const { touch, alive } = addon('load-tls');
  const own = touch();
  await inFourWorkers((harness, path) => require(path).touch(), addonPath('load-tls'));
  // Deno reports the end of a worker before that of its thread.
  while (alive() > 1) await turn();
  assert.strictEqual(touch(), own);
});
