// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, fc, FEW, holds, models, mostly, number, string, wellFormed, wrongType } = require('./properties.js');

const { handles, symbols } = addon('values');

const symbol = (value, path) => (typeof value === 'symbol' ? value : wrongType(path));
const aSymbol = fc.oneof(
  string.map((text) => Symbol(text)),
  string.map((text) => Symbol.for(text)),
  fc.constantFrom(Symbol(), Symbol.iterator, Symbol.asyncIterator, Symbol.toPrimitive, Symbol.hasInstance),
);

agrees('symbol', handles.symbol, symbol, mostly(aSymbol));

const description = (value, path) => models.optional(models.string)(symbol(value, path).description, path);
agrees('description', symbols.description, description, mostly(aSymbol));

agrees('registered', symbols.registered, (value, path) => Symbol.for(models.string(value, path)), mostly(string));

holds('a symbol that is made is like no other', string, (text) => {
  const made = handles.makeSymbol(text);
  assert.strictEqual(made.description, wellFormed(text));
  assert.strictEqual(Symbol.keyFor(made), undefined);
  assert.notStrictEqual(made, handles.makeSymbol(text));
}, FEW);

holds('a symbol is a key like no other', fc.array(fc.tuple(aSymbol, number), { minLength: 1, maxLength: 5 }), (entries) => {
  const object = {};
  for (const [key, value] of entries) object[key] = value;
  for (const [key] of entries) assert.strictEqual(handles.getNumberAt(object, key), object[key]);
}, FEW);
