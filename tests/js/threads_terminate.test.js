// addons: threads
'use strict';
// Workers end at any moment while threads post to them and the pool works for them: nothing crashes, hangs or leaks.
const assert = require('node:assert');
const { Worker } = require('node:worker_threads');
const { addon, host, instrumented, soak, test, testOn, turn } = require('./harness.js');

const threads = addon('threads');

const MOMENTS = soak ? 2000 : instrumented ? 10 : 200;
/** How many of them have posts and running work in flight. */
const BUSY = MOMENTS * 0.75;

/** What a worker says that ended by an exception of native code; Deno 2.9 keeps it to itself. */
const THROWN = host === 'deno' ? 'Uncaught null' : 'on purpose';

/** Numbers from 0 to 1 that a seed decides. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What `promise` gives, or an error if that takes much too long. */
function within(promise, what) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} hangs`)), 30_000);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** What a worker does: everything at once, and ends by `how` after a time that `after` says. */
function everything() {
  const { parentPort, workerData } = require('node:worker_threads');
  const { how, after, busy } = workerData;
  const threads = require(workerData.harness).addon('threads');
  const work = () => {
    const end = performance.now() + 1;
    while (performance.now() < end);
  };
  let ends = false;
  const answer = (number) => {
    if (ends && how === 'exit in a call') process.exit(0);
    // 2 is a call that nobody waits for.
    if (ends && how === 'throw' && number === 2) throw new Error('on purpose');
    if (busy) work();
    return number;
  };
  threads.startEverything(false, answer);
  parentPort.postMessage('started');
  if (how === 'terminate' || how === 'close') {
    // A worker that nothing else keeps; Deno needs to be told.
    parentPort.once('message', () => parentPort.unref());
  } else {
    // Kept by the timer, and by the port until it is told.
    setTimeout(() => {
      ends = true;
      if (how === 'exit') process.exit(0);
    }, after);
    setInterval(() => {}, 1000);
  }
}

/** Ends a worker and gives what was in flight when it was told to, where that is known. */
async function endOne(how, seed) {
  const next = random(seed);
  const after = next() * 20;
  const workerData = { harness: require.resolve('./harness.js'), how, after, busy: next() < 0.3 };
  const worker = new Worker(`(${everything})()`, { eval: true, workerData });
  const errors = [];
  worker.on('error', (error) => errors.push(error.message));
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  try {
    await within(new Promise((resolve) => worker.once('message', resolve)), 'a worker that begins');
    const inFlight = how === 'terminate' || how === 'close' ? await endFromHere(worker, how, after) : undefined;
    await within(ended, 'a worker that ends');
    await within(assertNothingLeft(), 'a thread that was refused');
    assert.deepStrictEqual(errors, how === 'throw' ? [THROWN] : []);
    return inFlight;
  } finally {
    threads.letPoolRest(false);
    worker.terminate();
  }
}

async function endFromHere(worker, how, after) {
  await new Promise((resolve) => setTimeout(resolve, after));
  const inFlight = threads.inFlight();
  if (how === 'terminate') {
    worker.terminate();
  } else {
    // Work that is queued again and again would keep the worker; the threads do not.
    threads.letPoolRest(true);
    worker.postMessage('end');
  }
  return inFlight;
}

/** The threads and the work end, everything that was made is dropped, and the calls after the end were refused. */
async function assertNothingLeft() {
  // Deno 2.9 says that a worker has ended while it is ending.
  const left = () => {
    const [made, dropped] = threads.payloads();
    return made !== dropped || threads.inFlight().some((count) => count > 0);
  };
  while (left()) await turn();
  const [refused, unexpected] = threads.afterTheEnd();
  // A call that is cut off is one that throws `null` on Deno 2.9.
  assert.deepStrictEqual([refused, unexpected.filter((message) => host !== 'deno' || message !== 'null')], [5 * 10, []]);
}

/** `count` moments of a way to end, from the `first` on; the seed and the work in flight are told when one goes wrong. */
async function moments(how, count, first = 0) {
  const all = [];
  for (let number = first; number < first + count; number += 1) {
    const seed = 1000 + number;
    try {
      all.push(await endOne(how, seed));
    } catch (error) {
      error.message += `\n${how}, moment ${number}, seed ${seed}, in flight now: ${threads.inFlight()}, payloads: ${threads.payloads()}`;
      throw error;
    }
  }
  return all;
}

test(`worker.terminate at ${MOMENTS} moments or more`, async () => {
  const all = [];
  const count = (condition) => all.filter(condition).length;
  let [busy, blocked] = [0, 0];
  // Chance alone decides what is in flight at a moment, and a slow machine leaves more of them idle.
  while (all.length < 4 * MOMENTS && (busy < BUSY || blocked < MOMENTS / 10)) {
    all.push(...(await moments('terminate', MOMENTS, all.length)));
    busy = count(([posts, running]) => posts > 0 && running > 0);
    blocked = count(([, , blocked]) => blocked > 0);
  }
  console.log(`${busy} of ${all.length} with posts and running work, ${blocked} with work that waits for JavaScript`);
  assert.ok(busy >= BUSY, `${busy} of ${all.length}`);
  assert.ok(blocked >= MOMENTS / 10, `${blocked} of ${all.length}`);
});

// Bun 1.4, and Deno 2.9 on a busy machine, end no event loop that an unreferenced thread-safe function is called in all the
// time.
const only = { close: ['node'] };
for (const how of ['close', 'exit', 'exit in a call', 'throw']) {
  const hosts = only[how] ?? ['node', 'bun', 'deno'];
  testOn(hosts, `${how}: a worker ends at ${MOMENTS / 10} moments`, () => moments(how, MOMENTS / 10));
}
