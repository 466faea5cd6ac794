// addons: threads
'use strict';
// Many workers one after another, all of which use threads.
const assert = require('node:assert');
const { Worker } = require('node:worker_threads');
const { addon, addonPath, instrumented, nodeMajor, soak, test } = require('./harness.js');
const { assertAllDropped } = require('./payloads.js');

const threads = addon('threads');

/** Node 22 and 24 lie between 20 and 26, which get them all. */
const fewer = nodeMajor === 22 || nodeMajor === 24;
const WORKERS = soak ? 5000 : instrumented ? 20 : fewer ? 200 : 1000;

/** A thread asks, work comes back, items run; then nothing keeps the worker. */
function useThreads() {
  const { parentPort, workerData } = require('node:worker_threads');
  const threads = require(workerData);
  const id = threads.keepCallback((_, number) => number);
  let open = 3;
  const done = (_, error) => {
    if (error) throw error;
    open -= 1;
    if (open > 0) return;
    threads.dropCallback(id, 'thread');
    parentPort.postMessage('done');
  };
  threads.callAndTell(id, 'block', 1, done);
  threads.queueWork('double', 1, done);
  threads.post('mixed', 3, (number) => {
    if (number === 2) done();
  });
}

/** What a worker posted until it ended by itself. */
function run() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(`(${useThreads})()`, { eval: true, workerData: addonPath('threads') });
    const messages = [];
    worker.on('message', (message) => messages.push(message));
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve(messages) : reject(new Error(`the worker exited with ${code}`))));
  });
}

test(`${WORKERS} workers one after another`, async () => {
  const before = threads.payloads()[0];
  for (let number = 0; number < WORKERS; number += 1) assert.deepStrictEqual(await run(), ['done'], `worker ${number}`);
  // A call, the two sides of work, and three items.
  assert.strictEqual((await assertAllDropped()) - before, WORKERS * 6);
});
