// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, arrayOf, bigint, holds, models, mostly } = require('./properties.js');

const { bigints } = addon('values');

const limits = {
  I64: [-(2n ** 63n), 2n ** 63n - 1n],
  U64: [0n, 2n ** 64n - 1n],
  I128: [-(2n ** 127n), 2n ** 127n - 1n],
  U128: [0n, 2n ** 128n - 1n],
};
const words = (value, path) => models.bigint(value, value)(value, path);

for (const [type, [least, most]] of Object.entries(limits)) {
  agrees(`as${type}`, bigints[`as${type}`], models.bigint(least, most), mostly(bigint));
}
agrees('asWords', bigints.asWords, words, mostly(bigint));
agrees('optional', bigints.optional, models.optional(models.bigint(...limits.I64)), mostly(bigint));
agrees('manyI64', bigints.manyI64, models.array(models.bigint(...limits.I64)), mostly(arrayOf(mostly(bigint), 6)));
agrees('manyWords', bigints.manyWords, models.array(words), mostly(arrayOf(mostly(bigint), 6)));

holds('wrapping takes the lowest 64 bits', bigint, (value) => {
  assert.deepStrictEqual(bigints.wrapping(value), [BigInt.asIntN(64, value), BigInt.asUintN(64, value)]);
});

holds('the words are those of the absolute value', bigint, (value) => {
  const [negative, parts] = bigints.showWords(value);
  const absolute = parts.reduceRight((sum, word) => (sum << 64n) | BigInt(`0x${word}`), 0n);
  assert.strictEqual(negative ? -absolute : absolute, value);
  assert.strictEqual(bigints.fromWords(negative, parts), value);
});
