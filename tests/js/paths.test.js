// addons: values
'use strict';
const assert = require('node:assert');
const path = require('node:path');
const { addon, test } = require('./harness.js');

const { paths } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
const windows = process.platform === 'win32';

const texts = ['', 'a', '/tmp/é', '中/🌿.txt', '\u{10ffff}', '\ufffd', 'a\0b', 'x'.repeat(5000), '中'.repeat(5000), '.', '..'];
const broken = [
  ['\ud800', 'D800', 0],
  ['a\udfffb', 'DFFF', 1],
  ['🌿\ud83c', 'D83C', 2],
  ['中é\udc00\ud800', 'DC00', 2],
  ['\ufffd\ud800', 'D800', 1],
];

test('text and paths arrive and return', () => {
  for (const text of texts) {
    for (const name of ['text', 'path', 'boxed', 'optional', 'lentPath', 'lentText']) assert.strictEqual(paths[name](text), text);
    if (!windows) {
      assert.deepStrictEqual(paths.bytes(text), [...Buffer.from(text)]);
      assert.strictEqual(paths.fromBytes([...Buffer.from(text)]), text);
    }
  }
  assert.deepStrictEqual(paths.list(texts), texts);
  assert.deepStrictEqual(paths.texts(texts), texts);
  assert.strictEqual(paths.optional(), undefined);
  assert.strictEqual(paths.optional(null), undefined);
});

test('paths that are lent may be absent', () => {
  for (const absent of [undefined, null]) assert.deepStrictEqual(paths.lentOptional(absent), [undefined, 'none']);
  assert.deepStrictEqual(paths.lentOptional('', ''), ['', '']);
  assert.deepStrictEqual(paths.lentOptional('a', 'é'), ['a', 'é']);
  assert.throws(() => paths.lentOptional(1), wrongType('lentOptional: argument 1 (text): expected string, got number'));
  const other = 'lentOptional: argument 2 (other): expected string, got null';
  assert.throws(() => paths.lentOptional('a', null), wrongType(other));
});

test('paths of one call are apart', () => {
  const inner = () => paths.around('c', null, () => []);
  assert.deepStrictEqual(paths.around('a', 'b', inner), ['c', 'a', 'b']);
  const ten = 'é'.repeat(5 << 20);
  assert.strictEqual(paths.lentPath(ten), ten);
});

test('they are paths of the system', () => {
  assert.strictEqual(paths.join('base', 'é.txt'), path.join('base', 'é.txt'));
  assert.strictEqual(paths.parent(path.join('a', 'b', 'c')), path.join('a', 'b'));
  assert.strictEqual(paths.parent(path.parse(process.cwd()).root), undefined);
  let shown;
  paths.lent(path.join('a', '🌿'), (...all) => (shown = all));
  assert.deepStrictEqual(shown, [path.join('a', '🌿'), '🌿', path.join('a', '🌿'), '🌿', path.join('a', '🌿'), '🌿']);
  assert.strictEqual(paths.extension()('a.é'), 'é');
  assert.strictEqual(paths.extension()('a'), undefined);
});

test('nothing is replaced: lone surrogates', () => {
  for (const [text, unit, index] of broken) {
    for (const name of ['text', 'path', 'boxed', 'lentPath', 'lentText']) {
      if (windows) {
        assert.strictEqual(paths[name](text), text);
        continue;
      }
      const got = `got the lone surrogate U+${unit} at index ${index}`;
      const message = `${name}: argument 1 (text): expected string that is well-formed, ${got}`;
      assert.throws(() => paths[name](text), outOfRange(message));
    }
  }
  if (windows) return;
  const list = 'list: argument 1 (text)[1]: expected string that is well-formed, got the lone surrogate U+DC00 at index 0';
  assert.throws(() => paths.list(['a', '\udc00']), outOfRange(list));
});

test('nothing is replaced: bytes that are no UTF-8', () => {
  if (windows) return;
  const wrongs = [
    [[0xff], 'FF', 0],
    [[0x61, 0x80, 0x62], '80', 1],
    [[0xed, 0xa0, 0x80], 'ED', 0],
    [[0xc3, 0xa9, 0xc3], 'C3', 2],
    [[0xf4, 0x90, 0x80, 0x80], 'F4', 0],
    [[0xc0, 0x80], 'C0', 0],
  ];
  for (const [bytes, byte, index] of wrongs) {
    const message = `expected text of the system that is UTF-8, got the byte 0x${byte} at index ${index}`;
    assert.throws(() => paths.fromBytes(bytes), outOfRange(message));
  }
});

test('only strings are paths', () => {
  const wrongs = [[0, 'number'], [null, 'null'], [undefined, 'undefined'], [new URL('file:///tmp'), 'object'], [Buffer.from('a'), 'object'], [Symbol('s'), 'symbol']];
  for (const [value, kind] of wrongs) {
    for (const name of ['text', 'path', 'boxed', 'lentPath', 'lentText']) {
      assert.throws(() => paths[name](value), wrongType(`${name}: argument 1 (text): expected string, got ${kind}`));
    }
  }
});
