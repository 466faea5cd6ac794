'use strict';
// Runs the planned tests of the library in NAPI_CORE_TEST_LIBRARY, one after the other. The library itself tells what happens.

// What is thrown need not be an error, and one that Bun makes for an addon has no stack.
const text = (error) => String(error?.stack ?? error);

function load() {
  try {
    require(process.env.NAPI_CORE_TEST_LIBRARY);
    // Deno 2.9 and OpenHarmony drop what is thrown while a module loads; the library has printed it.
    if (globalThis['napi-core tests']) return;
  } catch (error) {
    console.error(text(error));
  }
  console.error('the library does not load');
  process.exit(1);
}

load();
const tests = globalThis['napi-core tests'];
delete globalThis['napi-core tests'];
// A worker or a process that a test starts runs no tests.
delete process.env.NAPI_CORE_TEST_FOLDER;

const collect = () => (typeof Bun === 'undefined' ? globalThis.gc() : Bun.gc(true));
const turn = (ms) => new Promise((resolve) => (ms === undefined ? setImmediate(resolve) : setTimeout(resolve, ms)));

const blame = (error) => tests.blame(text(error));
process.on('uncaughtException', blame);
process.on('unhandledRejection', blame);

async function run() {
  for (let index = 0; index < tests.count; index++) {
    tests.begin(index);
    await turn();
    while (tests.isBusy()) await turn(1);
    // What only a garbage collector drops: finalizers run in the turns after it.
    for (let round = 0; round < 10 && tests.leaks(); round++) {
      collect();
      await turn(round);
    }
    tests.end();
  }
  tests.done();
  // The end is the environment's own, so that a crash in it shows, unless something keeps the event loop alive.
  setTimeout(() => process.exit(0), 1000).unref();
}

run();
