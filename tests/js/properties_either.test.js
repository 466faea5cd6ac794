// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, arrayOf, fc, holds, models, mostly, number, string, wellFormed, wrongType } = require('./properties.js');

const { either } = addon('values');

/** The first of the kinds that `typeof` names. */
const oneOf = (...kinds) => (value, path) => {
  if (!kinds.includes(value === null ? 'null' : typeof value)) wrongType(path);
  return typeof value === 'string' ? wellFormed(value) : value;
};
const two = oneOf('number', 'string');
const text = fc.oneof(number, string);

agrees('two', either.two, two, mostly(text));
agrees('nested', either.nested, oneOf('boolean', 'number', 'string', 'null'), mostly(fc.oneof(text, fc.boolean(), fc.constant(null))));
agrees('maybe', either.maybe, models.optional(two), mostly(text));
agrees('many', either.many, models.array(two), mostly(arrayOf(fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: mostly(text) }), 10)));

const takes = [
  (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 8,
  (value) => Number.isInteger(value) && value >= -(2 ** 15) && value < 2 ** 15,
  (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
  (value) => typeof value === 'number',
  (value) => typeof value === 'string' && [...value].length === 1,
  (value) => typeof value === 'string',
  (value) => typeof value === 'boolean',
];
holds('the first type that takes a value counts', fc.oneof(text, fc.boolean(), fc.string({ unit: 'binary', maxLength: 1 })), (value) => {
  assert.strictEqual(either.which(value), takes.findIndex((take) => take(value)));
});

const ofOneKind = fc.oneof(fc.array(number, { maxLength: 9 }), fc.array(string, { maxLength: 9 }));
holds('lists of the one or the other', ofOneKind, (list) => {
  assert.deepStrictEqual(either.lists(list), list.map((value) => two(value, '')));
});
