// addons: calls classes crates handed-over misuse scopes types values
'use strict';
// Every export with values of every kind, made by chance: `tests/fuzz`.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { brief, soak, test } = require('./harness.js');
const { LEFT_OUT, NEVER_SEEN, ON_SOME_HOSTS, PACKAGES, RARE, isNeverAccepted } = require('../fuzz/fixtures.js');
const { fuzz, nothingIsLeft } = require('../fuzz/run.js');

/** In so many calls every export is accepted sometimes. */
const MANY = 60_000;
const calls = Number(process.env.CALLS) || (soak ? 5_000_000 : brief ? MANY / 6 : MANY);
// Chance may miss an export in so few calls: the same ones each time, but for `cargo fuzz-addons`.
const seed = Number(process.env.SEED) || (soak ? Math.floor(Math.random() * 1_000_000_000) : 81);

let total = { counts: new Map(), codes: new Map(), known: new Set(), left: [], calls: 0 };

test(`${calls} calls, and no crash (SEED=${seed})`, async () => {
  console.log(`SEED=${seed}`);
  total = await fuzz({ packages: PACKAGES, seed, calls, log: console.log });
  const width = Math.max(...[...total.counts.keys()].map((name) => name.length));
  console.log(`${''.padEnd(width)}  accepted  rejected     threw`);
  for (const [name, counts] of total.counts) {
    console.log(`${name.padEnd(width)}${Object.values(counts).map((count) => String(count).padStart(10)).join('')}`);
  }
  for (const [pattern, reason] of LEFT_OUT) console.log(`not called: ${pattern.source}: ${reason}`);
  console.log(`codes: ${[...total.codes].map(([code, count]) => `${code} ${count}`).join(', ')}`);
});

const sum = (key) => [...total.counts.values()].reduce((all, counts) => all + counts[key], 0);

test('a fifth of the calls passes all conversions', () => {
  const [accepted, rejected, threw] = ['accepted', 'rejected', 'threw'].map(sum);
  console.log(`${accepted} accepted, ${rejected} rejected, ${threw} threw, of ${total.calls}`);
  assert.ok(total.calls >= calls);
  assert.ok(accepted >= 0.2 * total.calls);
  assert.ok(rejected >= 0.05 * total.calls, 'conversions refuse too few');
});

test('every export is accepted sometimes, or listed with a reason', () => {
  assert.ok(total.counts.size > 300);
  const never = [...total.counts].filter(([name, counts]) => counts.accepted === 0 && !total.known.has(name)).map(([name]) => name);
  const unlisted = never.filter((name) => !isNeverAccepted(name));
  // Chance misses some in fewer calls.
  assert.ok(unlisted.length <= (calls < MANY ? 20 : 0), unlisted.join(', '));
});

test('every code occurs, or is listed with a reason', () => {
  const text = fs.readFileSync(path.join(__dirname, '../../napi-core/src/error/codes.rs'), 'utf8');
  const known = [...new Set([...text.matchAll(/"(ERR_\w+)"/g)].map(([, code]) => code))];
  assert.ok(known.includes('ERR_INVALID_ARG_TYPE'));
  const reasons = { ...NEVER_SEEN, ...ON_SOME_HOSTS, ...(calls < 10 * MANY ? RARE : {}) };
  const expected = known.filter((code) => !(code in reasons));
  assert.deepStrictEqual(expected.filter((code) => !total.codes.has(code)), []);
  assert.deepStrictEqual(Object.keys(NEVER_SEEN).filter((code) => total.codes.has(code)), [], 'listed as never seen');
});

test('nothing is left', () => {
  assert.ok(total.left.length > 0);
  nothingIsLeft(total.left);
});
