// addons: handed-over
'use strict';
// Memory of Rust's that JavaScript owns.
const assert = require('node:assert');
const { Worker } = require('node:worker_threads');
const { addon, addonPath, collect, host, inProcess, instrumented, inWorker, nodeMajor, test, testOn } = require('./harness.js');

const handedOver = addon('handed-over');

const MB = 1 << 20;
const counts = () => handedOver.counts();
/** How many large allocations `action` makes and frees. */
const countsOf = (action) => {
  const before = counts();
  action();
  return counts().map((count, index) => count - before[index]);
};
const settled = async () => {
  for (let round = 0; round < 3; round += 1) await collect();
};

const makers = {
  arrayBuffer: (length) => new Uint8Array(handedOver.arrayBuffer(length)),
  buffer: (length) => handedOver.buffer(length),
  boxed: (length) => handedOver.boxed(length),
  counted: (length) => handedOver.counted(length, false),
  roomy: (length) => new Uint8Array(handedOver.roomy(length)),
};

test('large memory is handed over without a copy', () => {
  for (const [name, make] of Object.entries(makers)) {
    let bytes;
    const [made, freed] = countsOf(() => (bytes = make(MB)));
    // Made of a vector, which is freed at once.
    assert.deepStrictEqual([made, freed], name === 'counted' || name === 'roomy' ? [2, 1] : [1, 0], name);
    assert.strictEqual(handedOver.sum(bytes), 4096 * 255 * 128);
    bytes[7] = 0;
    assert.strictEqual(handedOver.sum(bytes), 4096 * 255 * 128 - 7);
  }
  let doubles;
  assert.deepStrictEqual(
    countsOf(() => (doubles = handedOver.typedArray(MB))),
    [1, 0],
  );
  assert.deepStrictEqual([doubles.length, doubles[MB - 1]], [MB, MB - 1]);
});

test('what is borrowed or shared is copied', () => {
  assert.deepStrictEqual(
    countsOf(() => handedOver.copied(MB)),
    [1, 1],
  );
  assert.deepStrictEqual(
    countsOf(() => handedOver.counted(MB, true)),
    [2, 2],
  );
});

test('what was handed over is freed once', async () => {
  await settled();
  const before = counts();
  assert.strictEqual(before[0], before[1]);
  (() => {
    for (let round = 0; round < 10; round += 1) Object.values(makers).forEach((make) => make(MB));
  })();
  await settled();
  const after = counts();
  assert.strictEqual(after[0] - before[0], 70);
  // Engines may still see the last on their stack.
  assert.ok(after[0] - after[1] <= 1, `${after}`);
});

testOn(['openharmony'], 'OpenHarmony makes no large Buffers', () => {
  const message = `OpenHarmony makes Buffers of 1 byte to 2 MiB, and none of ${2 * MB + 1} bytes`;
  assert.throws(() => handedOver.buffer(2 * MB + 1), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
  assert.strictEqual(handedOver.buffer(2 * MB).length, 2 * MB);
});

test('memory that was handed over counts as memory of the host', async () => {
  await settled();
  const before = process.memoryUsage().external;
  const kept = handedOver.arrayBuffer(16 * MB);
  const after = process.memoryUsage().external;
  assert.ok(after - before >= 16 * MB, `${after - before}`);
  assert.strictEqual(kept.byteLength, 16 * MB);
});

test('memory that was handed over is detached', async () => {
  await settled();
  const before = counts();
  (() => {
    const buffer = handedOver.arrayBuffer(MB);
    const view = new Uint8Array(buffer);
    handedOver.detach(buffer);
    assert.strictEqual(view.length, 0);
  })();
  await settled();
  const after = counts();
  assert.ok(after[0] - after[1] <= 1, `${after} ${before}`);
});

test('memory that was handed over goes to another thread, or says that it does not', async () => {
  await settled();
  const source = `
    const { parentPort } = require('node:worker_threads');
    parentPort.once('message', (buffer) => parentPort.postMessage(new Uint8Array(buffer)[7]));`;
  for (let round = 0; round < 3; round += 1) {
    const worker = new Worker(source, { eval: true });
    const buffer = handedOver.arrayBuffer(MB);
    let refused = false;
    try {
      worker.postMessage(buffer, [buffer]);
    } catch {
      refused = true;
      worker.postMessage(buffer);
    }
    const expected = host === 'bun' || nodeMajor >= 22;
    assert.strictEqual(refused, expected);
    assert.strictEqual(await new Promise((resolve) => worker.once('message', resolve)), 7);
    await worker.terminate();
    if (buffer.byteLength > 0) assert.strictEqual(new Uint8Array(buffer)[7], 7);
  }
  await settled();
  const [made, freed] = counts();
  assert.ok(made - freed <= 1, `${made} ${freed}`);
});

test('copies go to another thread', async () => {
  const copied = handedOver.copied(MB);
  const clone = structuredClone(copied, { transfer: [copied] });
  assert.deepStrictEqual([copied.byteLength, new Uint8Array(clone)[7]], [0, 7]);
});

test('workers that end free what they have', async () => {
  await settled();
  const keep = (harness, { terminated }) => {
    const handedOver = harness.addon('handed-over');
    globalThis.kept = [handedOver.arrayBuffer(1 << 20), handedOver.typedArray(1 << 20)];
    // OpenHarmony makes Buffers up to 2 MiB.
    globalThis.kept.push(handedOver.buffer(1 << 20));
    if (terminated) process.exit(0);
  };
  const before = counts();
  for (let round = 0; round < 4; round += 1) await inWorker(keep, { terminated: round % 2 === 1 });
  const worker = new Worker(
    `const handedOver = require(require('node:worker_threads').workerData);
     globalThis.kept = [handedOver.arrayBuffer(1 << 20), handedOver.buffer(1 << 20)];
     require('node:worker_threads').parentPort.postMessage('made');
     setInterval(() => globalThis.kept.push(handedOver.arrayBuffer(1 << 20)).length > 64 && globalThis.kept.splice(0), 0);`,
    { eval: true, workerData: addonPath('handed-over') },
  );
  await new Promise((resolve) => worker.once('message', resolve));
  await worker.terminate();
  await settled();
  const [made, freed] = counts();
  assert.ok(made - before[0] >= 14, `${made}`);
  assert.strictEqual(made, freed);
});

test('memory that comes from a worker outlives it', async () => {
  await settled();
  const worker = new Worker(
    `const handedOver = require(require('node:worker_threads').workerData);
     const { parentPort } = require('node:worker_threads');
     const buffer = handedOver.arrayBuffer(1 << 20);
     try { parentPort.postMessage(buffer, [buffer]); } catch { parentPort.postMessage(buffer); }`,
    { eval: true, workerData: addonPath('handed-over') },
  );
  let buffer = await new Promise((resolve) => worker.once('message', resolve));
  await worker.terminate();
  await settled();
  assert.strictEqual(handedOver.sum(new Uint8Array(buffer)), 4096 * 255 * 128);
  buffer = undefined;
  await settled();
  const [made, freed] = counts();
  assert.ok(made - freed <= 1, `${made} ${freed}`);
});

for (const how of ['return', 'exit']) {
  // After an exit the leak sanitizer finds what Node (20) itself has left.
  const hosts = instrumented && how === 'exit' ? [] : ['node', 'bun', 'deno'];
  testOn(hosts, `a process ends with memory that was handed over: ${how}`, () => {
    const child = inProcess((harness, how) => {
      const handedOver = harness.addon('handed-over');
      globalThis.kept = [handedOver.arrayBuffer(1 << 20), handedOver.buffer(1 << 20), handedOver.typedArray(1 << 20)];
      handedOver.arrayBuffer(1 << 20);
      console.log(`sum ${handedOver.sum(new Uint8Array(globalThis.kept[0]))}`);
      if (how === 'exit') process.exit(0);
    }, how);
    assert.deepStrictEqual([child.status, child.signal, child.stderr], [0, null, '']);
    assert.match(child.stdout, /^sum 133693440$/m);
  });
}
