// addons: values
'use strict';
const assert = require('node:assert');
const { addon, instrumented, test } = require('./harness.js');

const { strings } = addon('values');

/** Text of every script, by one character each; the last ones are halves of surrogate pairs. */
const characters = {
  ascii: 'a',
  control: '\x01',
  nul: '\0',
  latin1: 'é',
  cyrillic: 'я',
  greek: 'λ',
  cjk: '中',
  private: '\ue000',
  replacement: '\ufffd',
  bom: '\ufeff',
  last: '\uffff',
  emoji: '🌿',
  highest: '\u{10ffff}',
  high: '\ud800',
  highLast: '\udbff',
  low: '\udc00',
  lowLast: '\udfff',
};

const texts = ['', ...Object.values(characters)];
texts.push('hello', 'grüße', 'привет', '你好', '👩‍👩‍👧‍👦', 'e\u0301', '\r\n\t"\'\\`${}', 'a\0b', '\0\0', '\0é', 'я\0🌿');
texts.push(
  '\ud800\ud800',
  '\udc00\ud800',
  '\ud83c',
  '\udf3f\ud83c',
  'a\ud800b',
  '\ud800\ud800\udc00\udc00',
  'é\ud800',
  '\ud800'.repeat(3),
);

const lengths = [
  1, 2, 3, 15, 16, 31, 32, 33, 34, 63, 64, 65, 127, 128, 129, 168, 169, 170, 171, 172, 200, 253, 254, 255, 256,
];
lengths.push(257, 258);
for (let length = 495; length <= 525; length += 1) lengths.push(length);
lengths.push(1020, 1021, 1022, 1023, 1024, 1025, 1026, 2048, 4096, 65536);
const long = lengths.filter((length) => length > 64);

/** What arrives: Rust's text has no lone surrogates. */
const wellFormed = (text) =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'));

const known = new Map();

/** A text of one character, and what arrives of it: made once, because that takes longest under valgrind. */
function repeated(character, length) {
  const key = `${length} ${character}`;
  if (!known.has(key)) {
    const text = character.repeat(length);
    known.set(key, [text, wellFormed(text)]);
  }
  return known.get(key);
}

const ways = {
  lent: (text) => strings.lent(text),
  lentBesideEnv: (text) => strings.lentBesideEnv(text),
  lentOptional: (text) => strings.lentOptional(text),
  string: (text) => strings.string(text),
  boxed: (text) => strings.boxed(text),
  rc: (text) => strings.rc(text),
  arc: (text) => strings.arc(text),
  cow: (text) => strings.cow(text),
  optional: (text) => strings.optional(text),
  byHandle: (text) => strings.byHandle(text),
  list: (text) => strings.list([text])[0],
  lentPair: (text) => strings.lentPair('first', text)[1],
};

/** An assertion that does not print a megabyte. */
function same(actual, expected, what) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at += 1;
  const show = (text) => JSON.stringify(text.slice(Math.max(0, at - 3), at + 5));
  assert.fail(`${what}: at ${at}: ${show(actual)} instead of ${show(expected)}, ${actual.length} units`);
}

test('the model is that of the language', () => {
  // Node 20 and newer have it; the model is here for hosts that do not.
  if (!''.toWellFormed) return;
  for (const text of texts) assert.strictEqual(wellFormed(text), text.toWellFormed());
});

for (const [name, way] of Object.entries(ways)) {
  test(`${name}: short texts arrive and return`, () => {
    for (const text of texts) same(way(text), wellFormed(text), `${name} ${JSON.stringify(text)}`);
  });

  test(`${name}: texts of every length arrive and return`, () => {
    for (const [script, character] of Object.entries(characters)) {
      for (const length of name === 'lent' || name === 'string' ? lengths : long) {
        const [text, expected] = repeated(character, length);
        same(way(text), expected, `${name} ${script} x ${length}`);
      }
    }
  });
}

test('a character of several bytes at each boundary', () => {
  for (const character of Object.values(characters)) {
    for (let before = 495; before <= 525; before += 1) {
      for (const [ending, text] of [
        ['alone', 'a'.repeat(before) + character],
        ['and more', 'a'.repeat(before) + character + 'z'.repeat(20)],
        ['after two bytes', 'é'.repeat(before >> 1) + 'a'.repeat(before & 1) + character],
        ['after three bytes', '中'.repeat(Math.floor(before / 3)) + 'a'.repeat(before % 3) + character + character],
        ['after four bytes', '🌿'.repeat(before >> 2) + 'a'.repeat(before & 3) + character + 'b'],
      ]) {
        const expected = wellFormed(text);
        const what = `${JSON.stringify(character)} behind ${before}, ${ending}`;
        same(strings.lent(text), expected, what);
        same(strings.string(text), expected, what);
        assert.strictEqual(strings.byteLength(text), Buffer.byteLength(expected), what);
        assert.strictEqual(strings.byHandleLent(text), Buffer.byteLength(expected), what);
      }
    }
  }
});

test('what arrives in Rust are the code points', () => {
  for (const text of texts) {
    const expected = Array.from(wellFormed(text), (character) => character.codePointAt(0));
    assert.deepStrictEqual(strings.codePoints(text), expected);
  }
});

test('every code point arrives and returns', () => {
  for (let first = 0; first < 0x110000; first += 0x1000) {
    const points = Array.from({ length: 0x1000 }, (_, index) => first + index);
    const text = points.map((point) => String.fromCodePoint(point)).join(' ');
    same(strings.lent(text), wellFormed(text), `from ${first.toString(16)}`);
  }
  // Short ones are made in another way than long ones.
  for (let point = 0; point < 0x110000; point += 0x7f) {
    const character = wellFormed(String.fromCodePoint(point));
    assert.strictEqual(strings.fromCodePoints([character]), character);
    assert.strictEqual(strings.single(character), character);
  }
});

for (const megabytes of instrumented ? [1] : [1, 10]) {
  test(`${megabytes} MB arrive and return`, () => {
    for (const character of ['a', 'é', 'я', '中', '🌿']) {
      const text = character.repeat((megabytes << 20) / Buffer.byteLength(character));
      same(strings.lent(text), text, character);
      same(strings.string(`${text}.`), `${text}.`, character);
      assert.strictEqual(strings.byteLength(text), Buffer.byteLength(text));
    }
    const broken = '\ud800'.repeat(megabytes << 18);
    same(strings.lent(broken), wellFormed(broken), 'lone surrogates');
  });
}

test('a text that was put together by the host arrives', () => {
  // Hosts keep concatenations and parts of strings in forms of their own.
  let rope = '';
  for (let index = 0; index < 2000; index += 1) rope += `${index}я`;
  same(strings.lent(rope), [...rope].join(''), 'a rope');
  const part = rope.slice(100, 700);
  same(strings.string(part), [...part].join(''), 'a part');
});

test('texts of one call are apart', () => {
  assert.deepStrictEqual(strings.lentPair('a', 'b'), ['a', 'b']);
  const a = 'я'.repeat(300);
  const b = 'é'.repeat(300);
  assert.deepStrictEqual(strings.lentPair(a, b), [a, b]);
  const inner = () => strings.around('inner', () => 'innermost');
  assert.strictEqual(strings.around('outer', inner), 'outer|inner|innermost|inner|outer');
});

test('undefined and null are no text, unless it is optional', () => {
  for (const way of ['lentOptional', 'optional']) {
    assert.strictEqual(strings[way](null), undefined);
    assert.strictEqual(strings[way](undefined), undefined);
    assert.strictEqual(strings[way](), undefined);
    assert.strictEqual(strings[way](''), '');
  }
});

test('only strings are text', () => {
  const wrongs = [
    [1, 'number'],
    [1n, 'bigint'],
    [true, 'boolean'],
    [Symbol('s'), 'symbol'],
    [{}, 'object'],
    [['a'], 'object'],
    [new String('a'), 'object'],
    [() => 'a', 'function'],
    [{ toString: () => assert.fail('a conversion calls nothing') }, 'object'],
  ];
  const strict = ['lent', 'string', 'boxed', 'rc', 'arc', 'cow', 'lentBesideEnv', 'byHandle'];
  for (const name of [...strict, 'lentOptional', 'optional']) {
    const missing = strict.includes(name)
      ? [
          [undefined, 'undefined'],
          [null, 'null'],
        ]
      : [];
    for (const [value, kind] of [...wrongs, ...missing]) {
      const message = `${name}: argument 1 (text): expected string, got ${kind}`;
      assert.throws(() => strings[name](value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
    }
  }
  assert.throws(() => strings.lentPair('a', 1), {
    message: 'lentPair: argument 2 (second): expected string, got number',
  });
  assert.throws(() => strings.list(['a', 'b', 3]), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'list: argument 1 (text)[2]: expected string, got number',
  });
});

test('a char is one code point', () => {
  for (const character of ['a', '\0', 'é', '中', '🌿', '\u{10ffff}', '\ufffd']) {
    assert.strictEqual(strings.single(character), character);
  }
  assert.strictEqual(strings.single('\ud800'), '\ufffd');
  const counts = { '': 0, ab: 2, '🌿🌿': 2, 'e\u0301': 2, [`${'x'.repeat(1000)}`]: 1000 };
  for (const [text, count] of Object.entries(counts)) {
    assert.throws(() => strings.single(text), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: `single: argument 1 (text): expected string of one character, got ${count} characters`,
    });
  }
  assert.throws(() => strings.single(97), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'single: argument 1 (text): expected string of one character, got number',
  });
});

test('text that Rust owns or only shows goes out', () => {
  assert.strictEqual(strings.literal(), 'literal');
  assert.strictEqual(strings.cowOut(true), 'borrowed');
  assert.strictEqual(strings.cowOut(false), 'owned');
});
