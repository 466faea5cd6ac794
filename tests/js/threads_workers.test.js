// addons: threads
'use strict';
// Several environments with one addon: whose calls go where, and what outlives a worker.
const assert = require('node:assert');
const { Worker } = require('node:worker_threads');
const { addon, collect, inWorker, test, testOn, turn } = require('./harness.js');
const { assertAllDropped } = require('./payloads.js');

const threads = addon('threads');

/** A worker in which `body(harness, data)` has run, what it gave, and its end. */
async function worker(body, data) {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const harness = require(workerData.harness);
    // Kept until it is told to end; Deno needs to be told.
    parentPort.once('message', () => parentPort.unref());
    parentPort.postMessage({ given: (${body})(harness, workerData.data) });`;
  const worker = new Worker(source, { eval: true, workerData: { harness: require.resolve('./harness.js'), data } });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const { given } = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return { worker, given, ended };
}

const told = (start) =>
  new Promise((resolve) => {
    start((value, error) => resolve({ value, error }));
  });

const callOnThreads = (id, count, each) => told((done) => threads.callOnThreads(id, count, each, done));

test('calls go to the environment that a callback comes from', async () => {
  const keep = (harness, own) => harness.addon('threads').keepCallback(() => own, 'weak');
  const workers = [await worker(keep, 1), await worker(keep, 2)];
  const ids = [threads.keepCallback(() => 0), ...workers.map(({ given }) => given)];
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(ids.map((id) => told((done) => threads.callAndTell(id, 'await', round, done))));
    assert.deepStrictEqual(
      answers.map(({ value }) => value),
      [0, 1, 2],
    );
  }
  // This is the JavaScript thread of one of them only.
  assert.strictEqual(threads.callBlockingHere(ids[1], 0), 1);
  assert.throws(() => threads.callBlockingHere(ids[0], 0), { code: 'ERR_WOULD_DEADLOCK' });
  for (const { worker } of workers) worker.postMessage('end');
  await Promise.all(workers.map(({ ended }) => ended));
  assert.throws(() => threads.callBlockingHere(ids[1], 0), { code: 'ERR_CLOSING' });
  ids.forEach((id) => threads.dropCallback(id, 'thread'));
  await assertAllDropped();
});

// Deno 2.9 lets the JavaScript of a terminated worker run on.
testOn(['node', 'bun'], 'who waits for a worker is woken when that is terminated', async () => {
  const busy = await worker((harness) => {
    const held = harness.addon('threads').hold('strong');
    setTimeout(() => {
      for (;;);
    }, 1);
    return held;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const waiting = Array.from({ length: 5 }, () => told((done) => threads.askHeldOnThread(busy.given, done)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  busy.worker.terminate();
  for (const { error } of await Promise.all(waiting)) {
    assert.deepStrictEqual([error?.constructor, error?.code], [Error, 'ERR_CLOSING']);
  }
  await busy.ended;
});

test("a worker's threads call the main thread while the worker ends", async () => {
  let calls = 0;
  const id = threads.keepCallback(() => (calls += 1));
  const { worker: caller, ended } = await worker((harness, id) => {
    const threads = harness.addon('threads');
    threads.callOnThreads(id, 4, 20_000, () => {});
  }, id);
  caller.terminate();
  await ended;
  // The threads outlive their worker, and the main thread does what they ask.
  while (calls < 80_000) await turn();
  await turn();
  assert.strictEqual(calls, 80_000);
  threads.dropCallback(id, 'here');
  await assertAllDropped();
});

test("threads of the main thread call a worker's function while the worker ends", async () => {
  const { worker: called, given: id, ended } = await worker((harness) =>
    harness.addon('threads').keepCallback(() => 1, undefined, 100),
  );
  const before = threads.lostByCallback(id);
  const calling = callOnThreads(id, 4, 20_000);
  await new Promise((resolve) => setTimeout(resolve, 10));
  called.terminate();
  await ended;
  const { value: refused } = await calling;
  assert.ok(refused > 0, 'the worker was slower to end than 80,000 calls');
  // The refused ones and what was in the queue.
  const queued = threads.lostByCallback(id) - before - refused;
  assert.ok(queued >= 0 && queued <= 100, `${queued} were queued`);
  threads.dropCallback(id, 'threads');
  await assertAllDropped();
});

test("a callback of a worker that has ended is dropped, by the main thread", async () => {
  const id = await inWorker((harness) => harness.addon('threads').keepCallback(() => 1, 'weak'));
  await collect();
  threads.dropCallback(id, 'here');
});
