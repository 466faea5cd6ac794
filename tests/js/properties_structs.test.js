// addons: values
// npm: properties
'use strict';
const { addon } = require('./harness.js');
const { agrees, arrayOf, fc, isObject, models, mostly, number, Refused, string, wrongType } = require('./properties.js');

const { enums, structs } = addon('values');

const { array, integer, optional, string: text, tuple } = models;
const [u8, u32] = [integer(0, 255), integer(0, 2 ** 32 - 1)];

/** A struct of these fields, which may be inherited; what is undefined is left out. */
const struct = (fields) => (value, path) => {
  if (!isObject(value)) wrongType(path);
  const read = Object.entries(fields).map(([key, model]) => [key, model(value[key], `${path}.${key}`)]);
  return Object.fromEntries(read.filter(([, inner]) => inner !== undefined));
};

const missing = fc.constantFrom(undefined, null);
const small = fc.integer({ min: 0, max: 255 });
const field = (arbitrary) => fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: mostly(number) });

const user = { name: text, ageInYears: u8, tags: array(text), eMail: optional(text) };
const aUser = fc.record(
  { name: field(string), ageInYears: field(small), tags: field(arrayOf(string, 3)), eMail: field(fc.oneof(string, missing)), more: number },
  { requiredKeys: ['name', 'ageInYears', 'tags'] },
);
agrees('user', structs.user, struct(user), mostly(aUser));
agrees('users', structs.users, array(struct(user)), mostly(fc.array(aUser, { maxLength: 5 })));
agrees('optionalUser', structs.optionalUser, optional(struct(user)), mostly(aUser));
agrees('meters', structs.meters, models.number, mostly(number));
agrees('pair', structs.pair, tuple(text, u32), mostly(fc.tuple(field(string), field(small))));

const flat = { id: u32, width: models.number, height: models.number, last: u32 };
agrees('flat', structs.flat, struct(flat), mostly(fc.record({ id: small, width: number, height: number, last: field(small) })));

const tree = (value, path) => {
  if (!isObject(value)) wrongType(path);
  const name = text(value.name, `${path}.name`);
  return { name, children: value.children === undefined ? [] : array(tree)(value.children, `${path}.children`) };
};
const { aTree } = fc.letrec((tie) => ({
  aTree: fc.record({ name: field(string), children: fc.array(tie('aTree'), { maxLength: 3, depthIdentifier: 'tree' }) }, { requiredKeys: ['name'] }),
}));
agrees('tree', structs.tree, tree, mostly(aTree));

const oneOf = (...known) => (value, path) => {
  if (typeof value !== typeof known[0]) wrongType(path);
  if (!known.includes(value)) throw new Refused('ERR_INVALID_ARG_VALUE', path);
  return typeof value === 'number' ? value + 0 : value;
};
agrees('mode', enums.mode, oneOf('read', 'write', 'readWrite'), mostly(fc.oneof(fc.constantFrom('read', 'write', 'readWrite', 'Read', ''), string)));
agrees('kebab', enums.kebab, oneOf('first-one', "It's", 'http2', ''), mostly(fc.oneof(fc.constantFrom('first-one', "It's", 'http2', '', 'Quoted'), string)));
const levels = [-1, 0, 1, 16, Number.MAX_SAFE_INTEGER];
agrees('level', enums.level, oneOf(...levels), mostly(fc.oneof(fc.constantFrom(...levels), number)));
agrees('levels', enums.levels, array(oneOf(...levels)), mostly(fc.array(fc.constantFrom(...levels, 2), { maxLength: 4 })));
