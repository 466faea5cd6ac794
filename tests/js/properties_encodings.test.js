// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, arrayOf, fc, holds, models, mostly, outOfRange, string, wrongType } = require('./properties.js');

const { encodings } = addon('values');

const utf16 = (value, path) => (typeof value === 'string' ? value : wrongType(path));
const latin1 = (value, path) => (/^[\0-\xff]*$/.test(utf16(value, path)) ? value : outOfRange(path));
const narrow = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }).map((units) => String.fromCharCode(...units));
const either = fc.oneof(narrow, string);

agrees('utf16', encodings.utf16, utf16, mostly(string));
agrees('optional', encodings.optional, models.optional(utf16), mostly(string));
agrees('list', encodings.list, models.array(utf16), mostly(arrayOf(string, 6)));
agrees('latin1', encodings.latin1, latin1, mostly(either));
agrees('optionalLatin1', encodings.optionalLatin1, models.optional(latin1), mostly(either));
agrees('listLatin1', encodings.listLatin1, models.array(latin1), mostly(arrayOf(fc.oneof({ weight: 9, arbitrary: narrow }, { weight: 1, arbitrary: either }), 6)));
agrees('byHandle', encodings.byHandle, utf16, mostly(string));

holds('units arrive and return, lone surrogates too', string, (text) => {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  assert.deepStrictEqual(encodings.units(text), units);
  assert.strictEqual(encodings.fromUnits(units), text);
  assert.strictEqual(encodings.length(text), text.length);
});

holds('bytes arrive and return', narrow, (text) => {
  assert.deepStrictEqual(encodings.bytes(text), [...Buffer.from(text, 'latin1')]);
  assert.strictEqual(encodings.fromBytes([...Buffer.from(text, 'latin1')]), text);
});
