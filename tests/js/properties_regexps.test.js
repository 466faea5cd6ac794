// addons: values
// npm: properties
'use strict';
const { types } = require('node:util');
const assert = require('node:assert');
const { addon, caught } = require('./harness.js');
const { agrees, fc, FEW, holds, models, mostly, string, wellFormed, wrongType } = require('./properties.js');

const { regexps } = addon('values');

const literal = string.map((text) => text.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&'));
const source = fc.oneof(literal, fc.constantFrom('(?:)', 'a|b', '^é+$', '[a-z]{2,3}', '(?<name>.)\\k<name>', '\\/', '/', '[/]', '\n', '\\p{L}', '\ud83c', '.'));
const flags = fc.subarray([...'dgimsuy']).map((letters) => letters.join(''));

const aPattern = fc.tuple(source, flags, fc.nat(3)).map(([text, letters, at]) => Object.assign(new RegExp(text, letters), { lastIndex: at }));

/** Rust's text has no lone surrogates, and no place where a search goes on. */
const copy = (value, path) => (types.isRegExp(value) ? new RegExp(wellFormed(value.source), value.flags) : wrongType(path));
const parts = (value, path) => (types.isRegExp(value) ? [wellFormed(value.source), value.flags] : wrongType(path));

agrees('owned', regexps.owned, copy, mostly(aPattern));
agrees('many', regexps.many, models.array(copy), mostly(fc.array(mostly(aPattern), { maxLength: 4 })), FEW);
agrees('parts', regexps.parts, parts, mostly(aPattern));
agrees('partsOfHandle', regexps.partsOfHandle, parts, mostly(aPattern), FEW);
agrees('handle', regexps.handle, (value, path) => (types.isRegExp(value) ? value : wrongType(path)), mostly(aPattern), FEW);

holds('a text is a pattern where it is one of the language', fc.tuple(fc.oneof(source, string), fc.oneof(flags, string)), ([text, letters]) => {
  const make = () => new RegExp(wellFormed(text), wellFormed(letters));
  let expected;
  try {
    expected = make();
  } catch {
    const { message } = caught(make);
    for (const name of ['make', 'makeOwned']) assert.throws(() => regexps[name](text, letters), { name: 'SyntaxError', message });
    return;
  }
  for (const name of ['make', 'makeOwned']) assert.deepStrictEqual(regexps[name](text, letters), expected);
});

holds('they match what they match in JavaScript', fc.tuple(aPattern, string), ([pattern, text]) => {
  const expected = new RegExp(pattern.source, pattern.flags);
  expected.lastIndex = pattern.lastIndex;
  assert.strictEqual(regexps.test(pattern, text), expected.test(wellFormed(text)));
  assert.strictEqual(pattern.lastIndex, expected.lastIndex);
}, FEW);
