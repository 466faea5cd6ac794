// addons: misuse
'use strict';
// What handles keep alive over garbage collections, and what outlives environments.
const assert = require('node:assert');
const { addon, collect, gc, host, inProcess, inWorker, test } = require('./harness.js');

const misuse = addon('misuse');

const collectNow = () => void gc();

test('handles keep values of every kind', () => {
  assert.strictEqual(misuse.hold(collectNow, 30), 30);
});

test('handles keep what JavaScript lets go', () => {
  const object = { inner: { deeper: { name: 'deeper' } } };
  assert.deepStrictEqual(misuse.holdArguments(object, collectNow, { name: 'a' }, { name: 'b' }), ['deeper', 'a', 'b']);
  assert.strictEqual(object.inner, undefined);
});

test('an element is kept during its visit', () => {
  const array = Array.from({ length: 5 }, (_, index) => ({ name: `element ${index}` }));
  assert.deepStrictEqual(misuse.holdElements(array, collectNow), ['element 0', ...new Array(4).fill(undefined)]);
});

test('what an external carries lives as long as a handle to it', async () => {
  const before = misuse.counted();
  assert.deepStrictEqual(misuse.holdExternal(collectNow), [6, 0]);
  await collect();
  await collect();
  assert.ok(misuse.counted() > before);
});

test('a closure lives as long as its call', async () => {
  // What earlier tests left is dropped first.
  await collect();
  await collect();
  const holder = { held: misuse.heldByCall() };
  const before = misuse.counted();
  const letGo = () => {
    delete holder.held;
    gc();
  };
  assert.strictEqual((0, holder.held)(letGo), 15);
  await collect();
  await collect();
  const dropped = misuse.counted() - before;
  // Bun may still see it on its stack, and something of an earlier test no more.
  assert.ok(host === 'bun' ? dropped < 3 : dropped === 1, `${dropped}`);
});

test('references outlive environments', async () => {
  const keep = (harness) => harness.addon('misuse').keepEverywhere({});
  for (let round = 0; round < 3; round += 1) await inWorker(keep);
  keep({ addon });
  assert.strictEqual(misuse.dropAllKept(), 4);
});

test('references outlive the process', () => {
  const ends = (harness) => harness.addon('misuse').keepEverywhere({});
  const exits = (harness) => {
    harness.addon('misuse').keepEverywhere({});
    process.exit(0);
  };
  // An exit ends no environment: a leak checker would see all that the host itself leaves.
  const { ASAN_OPTIONS } = process.env;
  for (const [body, options] of [
    [ends, ASAN_OPTIONS],
    [exits, ASAN_OPTIONS && 'detect_leaks=0'],
  ]) {
    if (options) process.env.ASAN_OPTIONS = options;
    const child = inProcess(body);
    if (options) process.env.ASAN_OPTIONS = ASAN_OPTIONS;
    assert.deepStrictEqual([child.status, child.signal], [0, null], child.stderr);
  }
});
