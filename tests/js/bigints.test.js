// addons: values
'use strict';
const assert = require('node:assert');
const { addon, instrumented, test, testOn } = require('./harness.js');

const { bigints } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

const limits = {
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
  u64: [0n, 2n ** 64n - 1n],
  i128: [-(2n ** 127n), 2n ** 127n - 1n],
  u128: [0n, 2n ** 128n - 1n],
};
const types = Object.keys(limits);
const named = (prefix, type) => bigints[`${prefix}${type[0].toUpperCase()}${type.slice(1)}`];

const edges = [];
for (const bits of [0n, 1n, 8n, 31n, 32n, 52n, 53n, 62n, 63n, 64n, 65n, 126n, 127n, 128n, 129n, 191n, 192n, 256n, 1000n]) {
  for (const step of [-2n, -1n, 0n, 1n, 2n]) edges.push(2n ** bits + step, -(2n ** bits + step));
}
edges.push(0n, -0n, 0x0123_4567_89ab_cdefn, 0x0123_4567_89ab_cdef_fedc_ba98_7654_3210n, 10n ** 30n);

for (const type of types) {
  const [least, most] = limits[type];
  const name = `as${type[0].toUpperCase()}${type.slice(1)}`;

  test(`${type} takes what fits and nothing else`, () => {
    for (const value of edges) {
      if (value >= least && value <= most) {
        assert.strictEqual(bigints[name](value), value);
        assert.strictEqual(named('show', type)(value), String(value));
        assert.strictEqual(named('parse', type)(String(value)), value);
      } else {
        const magnitude = value < 0n ? -value : value;
        const words = Math.ceil(magnitude.toString(2).length / 64);
        const got = words > 4 ? `one of ${words} words of 64 bits` : value;
        const message = `${name}: argument 1 (value): expected bigint in the range of ${type}, got ${got}`;
        assert.throws(() => bigints[name](value), outOfRange(message), `${value}`);
      }
    }
  });
}

/** The sign and the words that the number has, for which zero has none. */
function wordsOf(value) {
  const words = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 64n) words.push((rest & (2n ** 64n - 1n)).toString(16));
  return [value < 0n, words];
}

test('words are those of the absolute value', () => {
  for (const value of edges) {
    assert.deepStrictEqual(bigints.showWords(value), wordsOf(value), `${value}`);
    assert.strictEqual(bigints.fromWords(...wordsOf(value)), value);
    assert.strictEqual(bigints.asWords(value), value);
  }
});

test('words of zero at the end are none', () => {
  assert.strictEqual(bigints.fromWords(false, []), 0n);
  assert.strictEqual(bigints.fromWords(true, []), 0n);
  assert.strictEqual(bigints.fromWords(true, ['0', '0', '0']), 0n);
  assert.strictEqual(bigints.fromWords(true, ['1', '0', '0']), -1n);
  assert.strictEqual(bigints.fromWords(false, ['0', '1', '0']), 2n ** 64n);
});

test('large ones arrive and return', () => {
  for (const bits of instrumented ? [4096n, 65_536n] : [4096n, 65_536n, 1_000_000n]) {
    const value = 2n ** bits - 12_345n;
    assert.ok(bigints.asWords(value) === value, `2^${bits}`);
    assert.ok(bigints.asWords(-value) === -value, `-2^${bits}`);
    assert.strictEqual(bigints.handle(value) === value, true);
    assert.throws(() => bigints.asI64(value), { code: 'ERR_OUT_OF_RANGE', message: /one of \d+ words of 64 bits$/ });
  }
  assert.strictEqual(bigints.ones(3), 2n ** 192n - 1n);
});

testOn(['node'], 'one that is larger than the host has is its own error', () => {
  assert.throws(() => bigints.ones(2 ** 24 + 1), { name: 'RangeError', message: /maximum bigint size exceeded/i });
  // Nothing is left behind.
  assert.strictEqual(bigints.ones(1), 2n ** 64n - 1n);
});

const wrongs = [
  [3, 'number'],
  [NaN, 'number'],
  ['3', 'string'],
  ['3n', 'string'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'boolean'],
  [Symbol('3'), 'symbol'],
  [{}, 'object'],
  [[3n], 'object'],
  [() => 3n, 'function'],
  [Object(3n), 'object'],
  [new BigInt64Array(1), 'object'],
  [{ valueOf: () => assert.fail('a conversion calls nothing') }, 'object'],
];

test('only bigints are bigints', () => {
  for (const name of ['asI64', 'asU64', 'asI128', 'asU128', 'asWords', 'handle', 'wrapping', 'get']) {
    for (const [value, kind] of wrongs) {
      const message = `${name}: argument 1 (value): expected bigint, got ${kind}`;
      assert.throws(() => bigints[name](value), wrongType(message));
    }
    assert.throws(() => bigints[name](), wrongType(`${name}: argument 1 (value): expected bigint, got undefined`));
  }
});

test('optional ones', () => {
  assert.strictEqual(bigints.optional(3n), 3n);
  assert.strictEqual(bigints.optional(null), undefined);
  assert.strictEqual(bigints.optional(), undefined);
  assert.throws(() => bigints.optional(3), wrongType('optional: argument 1 (value): expected bigint, got number'));
  const message = `optional: argument 1 (value): expected bigint in the range of i64, got ${2n ** 63n}`;
  assert.throws(() => bigints.optional(2n ** 63n), outOfRange(message));
});

test('arrays of them', () => {
  for (const length of [0, 1, 31, 32, 33, 1000, 5000]) {
    const values = Array.from({ length }, (_, index) => BigInt(index) * 2n ** 40n);
    for (const name of ['manyI64', 'manyU64', 'manyI128', 'manyWords']) {
      assert.deepStrictEqual(bigints[name](values), values, `${name} of ${length}`);
    }
  }
  const message = 'manyI64: argument 1 (value)[40]: expected bigint, got number';
  assert.throws(() => bigints.manyI64([...new Array(40).fill(1n), 2]), wrongType(message));
  const negative = 'manyU64: argument 1 (value)[2]: expected bigint in the range of u64, got -1';
  assert.throws(() => bigints.manyU64([1n, 2n, -1n]), outOfRange(negative));
  assert.throws(() => bigints.manyWords([,]), wrongType('manyWords: argument 1 (value)[0]: expected bigint, got undefined'));
});

test('the handle gives what fits, or what is left of 64 bits', () => {
  for (const value of edges) {
    assert.strictEqual(bigints.handle(value), value);
    const expected = [BigInt.asIntN(64, value), BigInt.asUintN(64, value)];
    assert.deepStrictEqual(bigints.wrapping(value), expected, `${value}`);
  }
  assert.strictEqual(bigints.get(2n ** 128n - 1n), 2n ** 128n - 1n);
  // It is no conversion of an argument: neither the function nor the argument is known.
  assert.throws(() => bigints.get(-1n), outOfRange('expected bigint in the range of u128, got -1'));
});

test('functions of them', () => {
  const negation = bigints.negation();
  assert.strictEqual(negation(3n, 3n), -3n);
  assert.throws(() => negation(3n, 4), wrongType('negation: argument 2: expected bigint, got number'));
  assert.throws(() => negation(3, 4n), wrongType('negation: argument 1: expected bigint, got number'));
});
