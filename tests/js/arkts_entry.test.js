// addons: arkts-entry
'use strict';
// The native side of `examples/arkts-entry`, called as its page does, and held against the declaration that the page sees.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { addon, test } = require('./harness.js');

const entry = addon('arkts-entry');
const types = path.join(__dirname, '../../examples/arkts-entry/entry/src/main/cpp/types/libentry/index.d.ts');

test('the declaration names what there is', () => {
  const declared = fs.readFileSync(types, 'utf8').matchAll(/^export function (\w+)\(/gm);
  assert.deepStrictEqual(Array.from(declared, ([, name]) => name).sort(), Object.keys(entry).sort());
});

test('a note is kept, read and let go', () => {
  assert.deepStrictEqual([entry.recall(), entry.forget()], [undefined, false]);
  const note = { title: 'Tea', stars: 5 };
  entry.remember({ title: 'Earlier', stars: 1 });
  entry.remember(note);
  assert.strictEqual(entry.recall(), note);
  assert.deepStrictEqual([entry.forget(), entry.forget(), entry.recall()], [true, false, undefined]);
});

test('stars are added up', () => {
  assert.strictEqual(entry.countStars(Array(10_000).fill({ title: 'Tea', stars: 5 })), 50_000);
  assert.strictEqual(entry.countStars([]), 0);
  assert.throws(() => entry.countStars([{ title: 'Tea' }]), TypeError);
});

test('a sum comes from the pool', async () => {
  assert.strictEqual(await new Promise((resolve) => entry.sum([1, 2, 3.5], resolve)), 6.5);
});

test('a thread reports until it is told to stop', async () => {
  const steps = await new Promise((resolve) => {
    const seen = [];
    entry.progress(100, (step, total) => {
      seen.push(`${step}/${total}`);
      if (step === 3) resolve(seen);
      return step < 3;
    });
  });
  assert.deepStrictEqual(steps, ['1/100', '2/100', '3/100']);
});
