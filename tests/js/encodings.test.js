// addons: values
'use strict';
const assert = require('node:assert');
const { addon, instrumented, test } = require('./harness.js');

const { encodings } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

const narrow = ['', 'a', 'hello', '\0', 'a\0b', '\0\0', 'é', '\x7f\x80\xff', Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('')];
const wide = ['я', '中', '🌿', '\u{10ffff}', '\uffff', '\ufffd', '\u0100', 'a🌿b', '👩‍👩‍👧‍👦'];
const broken = ['\ud800', '\udfff', '\udc00\ud800', 'a\ud800b', '\ud800\ud800\udc00\udc00', '\ud83c', '\udf3f\ud83c'];
const lengths = [1, 15, 16, 31, 32, 33, 255, 256, 511, 512, 513, 65536];

/** 10 MB each. */
const large = (instrumented ? 100_000 : 10_000_000);

/** An assertion that does not print a megabyte. */
function same(actual, expected) {
  assert.ok(actual === expected, `${actual.length} units, not the ${expected.length} expected`);
}

const unitsOf = (text) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

test('every string is UTF-16', () => {
  for (const text of [...narrow, ...wide, ...broken]) {
    assert.deepStrictEqual(encodings.units(text), unitsOf(text));
    for (const name of ['utf16', 'optional', 'byHandle']) same(encodings[name](text), text);
    same(encodings.fromUnits(unitsOf(text)), text);
    assert.strictEqual(encodings.length(text), text.length);
    for (const length of lengths) same(encodings.utf16(text.repeat(length).slice(0, 5000)), text.repeat(length).slice(0, 5000));
  }
  assert.deepStrictEqual(encodings.list([...wide, ...broken]), [...wide, ...broken]);
  assert.strictEqual(encodings.optional(null), undefined);
  same(encodings.fromText('a🌿\0'), 'a🌿\0');
});

test('some are Latin-1', () => {
  for (const text of narrow) {
    assert.deepStrictEqual(encodings.bytes(text), unitsOf(text));
    for (const name of ['latin1', 'optionalLatin1']) same(encodings[name](text), text);
    same(encodings.fromBytes(unitsOf(text)), text);
    same(encodings.handleOfBytes(unitsOf(text)), text);
    for (const length of lengths) same(encodings.latin1(text.repeat(length).slice(0, 5000)), text.repeat(length).slice(0, 5000));
  }
  assert.deepStrictEqual(encodings.listLatin1(narrow), narrow);
  assert.strictEqual(encodings.optionalLatin1(), undefined);
});

test('what is not is out of range, at its place', () => {
  const message = (point, index) => `latin1: argument 1 (text): expected string of Latin-1, got U+${point} at index ${index}`;
  assert.throws(() => encodings.latin1('Ā'), outOfRange(message('0100', 0)));
  assert.throws(() => encodings.latin1('aéя'), outOfRange(message('044F', 2)));
  assert.throws(() => encodings.latin1('ÿ🌿'), outOfRange(message('D83C', 1)));
  assert.throws(() => encodings.latin1('\udfff'), outOfRange(message('DFFF', 0)));
  // Cut off to one byte it would be an ASCII letter.
  assert.throws(() => encodings.latin1('\u0141'), outOfRange(message('0141', 0)));
  assert.throws(() => encodings.latin1(`${'a'.repeat(100_000)}中`), outOfRange(message('4E2D', 100_000)));
  const list = 'listLatin1: argument 1 (text)[1]: expected string of Latin-1, got U+4E2D at index 0';
  assert.throws(() => encodings.listLatin1(['a', '中']), outOfRange(list));
});

test('long strings', () => {
  for (const unit of ['é', '\ud800']) {
    const text = unit.repeat(large);
    same(encodings.utf16(text), text);
    same(encodings.byHandle(text), text);
    if (unit <= 'ÿ') same(encodings.latin1(text), text);
  }
  // Ropes and parts of strings are strings.
  const text = '中'.repeat(1000);
  same(encodings.utf16(text + 'x' + text), text + 'x' + text);
  same(encodings.utf16((text + 'x').slice(17)), (text + 'x').slice(17));
});

test('only strings are strings', () => {
  const wrongs = [[0, 'number'], [1n, 'bigint'], [null, 'null'], [undefined, 'undefined'], [true, 'boolean'], [Symbol('s'), 'symbol']];
  wrongs.push([new String('s'), 'object'], [{ toString: () => assert.fail('a conversion calls nothing') }, 'object'], [['s'], 'object'], [() => {}, 'function']);
  for (const [value, kind] of wrongs) {
    for (const name of ['utf16', 'latin1', 'byHandle']) {
      assert.throws(() => encodings[name](value), wrongType(`${name}: argument 1 (text): expected string, got ${kind}`));
    }
  }
});

test('functions of them', () => {
  const join = encodings.joiner();
  assert.strictEqual(join('\ud83c', 'é'), '\ud83cé');
  assert.throws(() => join('a', '中'), outOfRange('join: argument 2: expected string of Latin-1, got U+4E2D at index 0'));
});
