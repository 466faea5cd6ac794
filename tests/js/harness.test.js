// addons:
'use strict';
const assert = require('node:assert');
const { collect, globalHandles, host, inProcess, inWorker, nodeMajor, test, testOn } = require('./harness.js');

test('collect runs finalizers', async () => {
  let finalized = 0;
  const registry = new FinalizationRegistry(() => (finalized += 1));
  (() => {
    for (let i = 0; i < 10; i += 1) registry.register({}, i);
  })();
  await collect();
  // A host may still see the last one on its stack.
  assert.ok(finalized >= 9, `${finalized} of 10`);
});

test('a worker gives its result', async () => {
  const plusOne = async (harness, data) => {
    await harness.collect();
    return data + 1;
  };
  assert.strictEqual(await inWorker(plusOne, 4), 5);
});

test('a worker that exits is an error', async () => {
  await assert.rejects(inWorker(() => process.exit(3)), /exited with 3/);
});

test('a process gives what it printed', () => {
  const child = inProcess((harness, data) => console.log(harness.host, data.text), { text: 'hi' });
  assert.deepStrictEqual([child.status, child.stdout], [0, `${host} hi\n`]);
});

test('a process may crash', () => {
  assert.strictEqual(inProcess(() => process.abort()).signal, 'SIGABRT');
});

test('a process starts no other', () => {
  const child = inProcess((harness) => harness.inProcess(() => {}));
  assert.strictEqual(child.status, 1);
  assert.match(child.stderr, /may not start another/);
});

const runner = [
  ['a test that throws fails', (harness) => harness.test('bad', () => assert.fail()), '0 passed, 1 failed, 0 skipped'],
  [
    'a test that never settles fails',
    (harness) => harness.test('hangs', () => new Promise(() => {})),
    '0 passed, 1 failed, 0 skipped',
  ],
  [
    'the tests after a failed one run',
    (harness) => {
      harness.test('bad', () => Promise.reject(new Error('no')));
      harness.test('good', () => {});
      harness.testOn([], 'elsewhere', () => {});
    },
    '1 passed, 1 failed, 1 skipped',
  ],
];
for (const [name, body, counts] of runner) {
  test(name, () => {
    const child = inProcess(body);
    assert.strictEqual(child.status, 1);
    assert.strictEqual(child.stdout.trimEnd().split('\n').at(-1), counts);
  });
}

testOn(['node'], 'references are counted', () => {
  assert.ok(Number.isInteger(globalHandles()));
  assert.ok(nodeMajor >= 20);
});
