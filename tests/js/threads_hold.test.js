// addons: threads
'use strict';
// What handles do to the end: which of them keep the process alive, and what they are good for after their environment.
const assert = require('node:assert');
const { Worker } = require('node:worker_threads');
const { addon, host, inProcess, inWorker, test, turn } = require('./harness.js');

const threads = addon('threads');

/** How many milliseconds a process lives in which `name` was called. */
function lives(name, ...args) {
  const child = inProcess(
    (harness, [name, args]) => {
      const threads = harness.addon('threads');
      const begin = Date.now();
      process.on('exit', () => console.log(Date.now() - begin));
      threads[name](...args);
    },
    [name, args],
  );
  assert.deepStrictEqual([child.status, child.signal, child.stderr], [0, null, '']);
  return Number(child.stdout);
}

/** Waits until calls are refused: Deno reports the end of a worker before that of its thread. */
async function closed(number) {
  for (;;) {
    try {
      threads.askHeld(number);
    } catch (error) {
      assert.strictEqual(error.code, 'ERR_CLOSING');
      return;
    }
    await turn();
  }
}

const LONG = 20_000;
const SHORT = 400;

for (const how of ['strong', 'ref again']) {
  test(`${how}: the process lives until a thread drops the handle`, () => {
    const lived = lives('holdOnThread', how, SHORT);
    assert.ok(lived >= SHORT - 20 && lived < LONG, `${lived} ms`);
  });
}

for (const how of ['unref', 'clone of unref']) {
  test(`${how}: the process ends while a thread has the handle`, () => {
    const lived = lives('holdOnThread', how, LONG);
    assert.ok(lived < LONG / 2, `${lived} ms`);
  });
}

test('the process lives until a thread unrefs the handle', () => {
  const lived = lives('unrefOnThread', SHORT);
  assert.ok(lived >= SHORT - 20 && lived < LONG, `${lived} ms`);
});

test('calls that nobody waits for any more do not keep the process', () => {
  const child = inProcess((harness) => {
    const threads = harness.addon('threads');
    threads.postHere('post', 3, (number) => console.log(number));
    threads.hold('unref');
  });
  assert.deepStrictEqual([child.status, child.signal, child.stdout, child.stderr], [0, null, '0\n1\n2\n', '']);
});

test('what was queued last runs before the process ends', () => {
  const child = inProcess((harness) => {
    harness.addon('threads').post('post', 1000, (number) => {
      if (number === 999) console.log('the last');
    });
  });
  assert.deepStrictEqual([child.status, child.signal, child.stdout, child.stderr], [0, null, 'the last\n', '']);
});

test('an uncaught exception of an item ends the process', () => {
  const child = inProcess((harness) => {
    process.on('exit', (code) => console.log('exit', code));
    harness.addon('threads').postHere('post', 2, (number) => {
      console.log(number);
      throw new RangeError('nobody catches this');
    });
  });
  assert.strictEqual(child.signal, null);
  assert.strictEqual(child.status, 1, child.stderr);
  // Bun 1.4 runs what is queued before it exits, and Deno 2.9 does not tell the process that it does.
  const printed = { node: '0\nexit 1\n', bun: '0\n1\nexit 1\n', deno: '0\n' };
  assert.strictEqual(child.stdout, printed[host]);
  // Deno names no exception that a native callback reports.
  assert.match(child.stderr, host === 'deno' ? /Uncaught null/ : /RangeError: nobody catches this/);
});

test('a handle outlives its worker: calls are refused and counted', async () => {
  const number = await inWorker((harness) => harness.addon('threads').hold('unref'));
  await closed(number);
  const before = threads.lostCalls(number);
  for (let call = 0; call < 3; call += 1) {
    assert.throws(() => threads.postHeld(number), { name: 'Error', code: 'ERR_CLOSING' });
  }
  assert.throws(() => threads.askHeld(number), { name: 'Error', code: 'ERR_CLOSING' });
  assert.strictEqual(threads.lostCalls(number) - before, 4);
  const [made, dropped] = threads.payloads();
  assert.ok(made >= 3);
  assert.strictEqual(dropped, made);
});

test('the main thread blocks for the answer of a worker', async () => {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    globalThis.answer = 42;
    parentPort.postMessage(require(workerData).addon('threads').hold('strong'));`;
  const worker = new Worker(source, { eval: true, workerData: require.resolve('./harness.js') });
  const number = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  assert.strictEqual(threads.askHeld(number), 42);
  await worker.terminate();
  await closed(number);
});
