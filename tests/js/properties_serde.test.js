// addons: crates
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, fc, FEW, holds, isArray, isObject, models, number, outOfRange, Refused, string, wellFormed, wrongType } = require('./properties.js');

const { serdes } = addon('crates');

const invalid = (path) => {
  throw new Refused('ERR_INVALID_ARG_VALUE', path);
};

/** Values of kinds that mean the same to every type: none, but to the one that takes it. */
const wrong = fc.oneof(number, string, fc.boolean(), fc.constantFrom(null, undefined, Symbol('s'), [], () => 1));
const field = (arbitrary) => fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: wrong });
const mostly = (arbitrary) => fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: wrong });

const u8 = models.integer(0, 255);
const u32 = models.integer(0, 2 ** 32 - 1);
const object = (fields) => fc.record(fields, { noNullPrototype: true });

/** Integers of 64 bits and more are numbers or bigints. */
const wide = (least, most) => (value, path) => {
  const made = typeof value === 'bigint' ? Number(value) : value;
  return models.integer(least, most)(made, path);
};
const { array: list, number: real, optional, string: text } = models;
const tuple = (...inner) => (value, path) => {
  if (!isArray(value)) wrongType(path);
  const made = inner.slice(0, value.length).map((model, index) => model(value[index], `${path}[${index}]`));
  return value.length === inner.length ? made : outOfRange(path);
};

/** What is undefined is missing. */
const struct = (fields) => (value, path) => {
  if (!isObject(value) || isArray(value) || typeof value === 'function') wrongType(path);
  const own = Object.keys(value).filter((key) => key in fields && value[key] !== undefined);
  const read = new Map(own.map((key) => [key, fields[key](value[key], `${path}.${key}`)]));
  return Object.fromEntries(Object.keys(fields).map((key) => [key, read.has(key) ? read.get(key) : invalid(path)]));
};

const small = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -3, max: 300 }) }, { weight: 1, arbitrary: fc.bigInt({ min: -3n, max: 300n }) });
const point = struct({ x: real, y: real });
const aPoint = fc.record({ x: field(number), y: field(number), z: number }, { requiredKeys: [] });
agrees('points', serdes.points, list(point), mostly(fc.array(mostly(aPoint), { maxLength: 5 })));

agrees('numbers', serdes.numbers, list(u32), mostly(fc.array(field(fc.nat()), { maxLength: 6 })), FEW);
agrees('options', serdes.options, list(optional(u32)), mostly(fc.array(fc.oneof(small, wrong), { maxLength: 4 })), FEW);

const safe = BigInt(Number.MAX_SAFE_INTEGER);
const large = fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -safe, max: safe }), fc.constantFrom(2 ** 53, -(2 ** 53), 0.5));
const [least, most] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
const integers = tuple(wide(least, most), wide(0, most), wide(least, most), wide(0, most));
agrees('integers', serdes.integers, integers, mostly(fc.tuple(field(large), field(large), field(large), field(large))), FEW);

const { aTree } = fc.letrec((tie) => ({
  aTree: fc.oneof({ maxDepth: 5 }, fc.constant([]), fc.array(tie('aTree'), { maxLength: 4 })),
}));
const tree = (value, path) => list(tree)(value, path);
agrees('tree', serdes.tree, tree, mostly(aTree), FEW);

const { anUntagged } = fc.letrec((tie) => ({
  anUntagged: fc.oneof({ maxDepth: 4 }, number, string, fc.array(tie('anUntagged'), { maxLength: 4 })),
}));
const untagged = (value) => (typeof value === 'number' ? value : typeof value === 'string' ? wellFormed(value) : value.map(untagged));
holds('without a tag', anUntagged, (value) => assert.deepStrictEqual(serdes.untagged(value), untagged(value)), FEW);

/** What serde writes for each variant. */
const variant = fc.oneof(
  fc.constant('Unit'),
  object({ Newtype: fc.nat(255) }),
  object({ Tuple: fc.tuple(fc.nat(255), string) }),
  object({ Struct: object({ a: fc.nat(255) }) }),
  object({ Maybe: fc.oneof(fc.nat(255), fc.constant(undefined)) }),
);
const formed = (value) => (value?.Tuple ? { Tuple: [value.Tuple[0], wellFormed(value.Tuple[1])] } : value);
holds('a variant is the only property', variant, (value) => assert.deepStrictEqual(serdes.external(value), formed(value)), FEW);

const tagged = fc.oneof(fc.constant({ type: 'no-data' }), object({ value: fc.maxSafeInteger(), type: fc.constant('some-data') }));
holds('a tag is among the fields', tagged, (value) => assert.deepStrictEqual(serdes.internal(value), value), FEW);

const adjacent = (value, path) => {
  const { t } = struct({ t: text })(value, path);
  if (t !== 'A' && t !== 'B') invalid(`${path}.t`);
  return struct({ t: text, c: t === 'A' ? u8 : text })(value, path);
};
const anAdjacent = fc.record({ t: fc.constantFrom('A', 'B', 'a'), c: fc.oneof(small, string) }, { requiredKeys: ['t'] });
agrees('adjacent', serdes.adjacent, adjacent, anAdjacent);

const key = fc.string({ unit: 'binary', maxLength: 5 });
const everything = object({
  flag: fc.boolean(),
  small: fc.integer({ min: -128, max: 127 }),
  large: fc.maxSafeNat(),
  wide: fc.maxSafeInteger(),
  real: number,
  single: fc.float(),
  letter: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  text: string.map(wellFormed),
  maybe: fc.oneof(fc.nat(), fc.constant(undefined)),
  unit: fc.constant(null),
  tuple: fc.tuple(fc.nat(255), string.map(wellFormed)),
  listOfLists: fc.array(fc.array(fc.nat(65535), { maxLength: 3 }), { maxLength: 3 }),
  byName: fc.dictionary(key, fc.boolean(), { maxKeys: 3, noNullPrototype: true }),
  byNumber: fc.dictionary(fc.nat().map(String), fc.constantFrom('x', '漢'), { maxKeys: 3, noNullPrototype: true }),
  wrapped: fc.nat(),
  nothing: fc.constant(null),
  bytes: fc.uint8Array({ maxLength: 9 }),
  defaulted: fc.nat(),
  more: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value))),
});
holds('structs arrive and return', everything, (value) => assert.deepStrictEqual(serdes.everything(value), value));
