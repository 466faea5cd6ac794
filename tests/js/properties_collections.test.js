// addons: values
// npm: properties
'use strict';
const { types } = require('node:util');
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, fc, holds, isArray, models, mostly, number, string, wrongType } = require('./properties.js');

const { keyed } = addon('values');

const u32 = models.integer(0, 2 ** 32 - 1);
const small = fc.integer({ min: 0, max: 300 });
const sorted = (entries) => [...entries].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

const mapOf = (key, value) => fc.array(fc.tuple(key, value), { maxLength: 8 }).map((entries) => new Map(entries));
const setOf = (value) => fc.array(value, { maxLength: 12 }).map((values) => new Set(values));

/** Entries in order, each as `[key, value]`; `made` makes of them what comes back. */
const map = (key, value, made) => (given, path) => {
  if (!types.isMap(given)) wrongType(path);
  return made([...given].map(([name, inner], index) => [key(name, `${path}.keys()[${index}]`), value(inner, `${path}.values()[${index}]`)]));
};
const set = (value, made) => (given, path) => {
  if (!types.isSet(given)) wrongType(path);
  return made([...given].map((inner, index) => value(inner, `${path}.values()[${index}]`)));
};

holds('maps of text: later entries win where keys become the same text', mapOf(string, number), (given) => {
  const expected = sorted(map(models.string, models.number, (entries) => new Map(entries))(given, ''));
  assert.deepStrictEqual(sorted(keyed.hashMap(given)), expected);
  assert.deepStrictEqual([...keyed.treeMap(given)], expected);
});

holds('entries keep their order', mapOf(number, string), (given) => {
  assert.deepStrictEqual([...keyed.entries(given)], map(models.number, models.string, (entries) => entries)(given, ''));
});

holds('sets of text, in the order of their bytes where they are ordered', setOf(string), (given) => {
  const expected = [...new Set([...given].map((text) => models.string(text, '')))].map((text) => [text]);
  assert.deepStrictEqual([...keyed.treeSet(given)], sorted(expected).flat());
  assert.deepStrictEqual(sorted([...keyed.hashSet(given)].map((text) => [text])), sorted(expected));
});

const ascending = (values) => new Set(values.sort((a, b) => a - b));
agrees('numbers', keyed.numbers, set(u32, ascending), mostly(setOf(fc.oneof({ weight: 9, arbitrary: small }, { weight: 1, arbitrary: number }))));
agrees('maybeSet', keyed.maybeSet, models.optional(set(u32, (values) => new Set(values))), mostly(setOf(small)));
agrees('sets', keyed.sets, (given, path) => (isArray(given) ? models.array(set(u32, ascending))(given, path) : wrongType(path)), mostly(fc.array(setOf(small), { maxLength: 4 })));
agrees('maybe', keyed.maybe, models.optional(map(u32, u32, (entries) => new Map(entries))), mostly(mapOf(small, small)));
