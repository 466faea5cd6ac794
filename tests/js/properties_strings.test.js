// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, arrayOf, fc, holds, models, mostly, string, wellFormed } = require('./properties.js');

const { strings } = addon('values');

for (const way of ['string', 'boxed', 'rc', 'arc', 'lent', 'cow']) {
  agrees(way, strings[way], models.string, mostly(string));
}
agrees('optional', strings.optional, models.optional(models.string), mostly(string));
agrees('lentOptional', strings.lentOptional, models.optional(models.string), mostly(string));
agrees('list', strings.list, models.array(models.string), mostly(arrayOf(mostly(string), 12)));
agrees('single', strings.single, models.character, mostly(fc.string({ unit: 'binary', maxLength: 2 })));

holds('Rust sees the code points, a lone surrogate as U+FFFD', string, (text) => {
  assert.deepStrictEqual(strings.codePoints(text), [...wellFormed(text)].map((character) => character.codePointAt(0)));
  assert.strictEqual(strings.byteLength(text), Buffer.byteLength(wellFormed(text)));
});
