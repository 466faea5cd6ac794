// addons: values
'use strict';
// Structs of numbers, booleans and texts: arrays of them, and single ones after some hundred, go through functions in JavaScript
// where the host runs scripts. Nothing but the time that it takes tells.
const assert = require('node:assert');
const { addon, instrumented, test } = require('./harness.js');

const { rows } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

const row = (index) => ({
  number: index + 0.5,
  count: index % 2 ? index : 1 - index,
  byte: index % 256,
  large: 2 ** 53 - 1 - index,
  flag: index % 3 === 0,
  text: 'text'.repeat(index % 7),
  shared: `${index}`,
  wrapped: index,
  narrow: index / 4,
});
const many = (length, make) => Array.from({ length }, (_, index) => make(index));

/** What is true of single objects: before and after the functions are made. */
const singles = [];
function single(name, action) {
  singles.push([name, action]);
  test(`${name}, at first`, action);
}

// One to three are converted one by one; 227 rows of nine fields fit into one call.
for (const length of [0, 1, 3, 4, 5, 226, 227, 228, 454, 1000]) {
  test(`${length} rows arrive and return`, () => {
    const values = many(length, row);
    const returned = rows.rows(values);
    assert.deepStrictEqual(returned, values);
    assert.deepStrictEqual(returned.map(Object.keys), values.map(Object.keys));
  });
}

single('a row arrives and returns', () => {
  for (const index of [0, 1, 12, 300]) assert.deepStrictEqual(rows.row(row(index)), row(index));
});

test('numbers are what they were', () => {
  const numbers = [-0, 0, NaN, Infinity, -Infinity, 5e-324, 2 ** 53, -1.5];
  const points = numbers.map((x) => ({ x, y: -x }));
  assert.deepStrictEqual(rows.points(points), points);
  const edges = [{ count: 2 ** 31 - 1 }, { count: -(2 ** 31) }, { large: -(2 ** 53 - 1) }, { byte: 255 }, { wrapped: 2 ** 32 - 1 }];
  const values = edges.map((edge) => ({ ...row(1), ...edge }));
  assert.deepStrictEqual(rows.rows(values), values);
  assert.deepStrictEqual(rows.rows(Array(4).fill({ ...row(1), wrapped: -1, narrow: 0.1 }))[3].wrapped, 2 ** 32 - 1);
  assert.strictEqual(rows.rows(Array(4).fill({ ...row(1), narrow: 0.1 }))[3].narrow, Math.fround(0.1));
});

test('the properties are as an assignment makes them', () => {
  for (const made of [rows.points(many(5, (x) => ({ x, y: 1 })))[4], rows.point({ x: 4, y: 1 })]) {
    const expected = { value: 4, writable: true, enumerable: true, configurable: true };
    assert.deepStrictEqual(Object.getOwnPropertyDescriptor(made, 'x'), expected);
    assert.strictEqual(Object.getPrototypeOf(made), Object.prototype);
    assert.deepStrictEqual(Object.keys(made), ['x', 'y']);
  }
  assert.strictEqual(rows.seen(many(5, (x) => ({ x, y: 1, seen: 7 }))), 0);
});

single('names are names, whatever is in them', () => {
  const value = JSON.parse('{ "__proto__": 1.5, "a\\"b\\\\c\\n\\u2028é😀": "text", "": true }');
  const same = (got) => {
    assert.strictEqual(Object.getPrototypeOf(got), Object.prototype);
    assert.strictEqual(JSON.stringify(got), JSON.stringify(value));
  };
  same(rows.oddNames(value));
  rows.manyOddNames(Array(6).fill(value)).forEach(same);
});

single('texts are cut where they end', () => {
  const texts = ['', 'a', 'thirteen chars', '\0', 'é', 'я'.repeat(40), '😀', 'z'.repeat(1000), ''];
  const value = Object.fromEntries([...'abcdefghi'].map((key, index) => [key, texts[index]]));
  assert.deepStrictEqual(rows.manyTexts(value), value);
  for (const length of [1, 4, 300]) assert.deepStrictEqual(rows.texts(Array(length).fill(value)), Array(length).fill(value));
});

test('halves of a surrogate pair do not meet in the next text', () => {
  const [high, low] = ['\ud83d', '\ude00'];
  const value = { a: high, b: low, c: `x${high}`, d: `${low}y`, e: '', f: high, g: low, h: high + low, i: low + high };
  const lost = Object.fromEntries(Object.entries(value).map(([key, text]) => [key, text.toWellFormed?.() ?? wellFormed(text)]));
  for (const got of [rows.manyTexts(value), ...rows.texts(Array(6).fill(value))]) assert.deepStrictEqual(got, lost);
});

function wellFormed(text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

test('long texts', () => {
  for (const [count, length] of [[5, 20], [300, 3], [4, instrumented ? 10_000 : 1_000_000]]) {
    const made = rows.longTexts(count, length);
    assert.strictEqual(made.length, count);
    made.forEach((texts, index) => {
      const expected = (letter) => `${index}${letter.repeat(length)}`;
      const all = [...'aéя😀'].map(expected).concat('', [...'\0ghi'].map(expected));
      Object.values(texts).forEach((text, place) => assert.ok(text === all[place], `${index} ${place}`));
    });
    assert.deepStrictEqual(rows.texts(made), made);
  }
});

single('wrong values are named by their places', () => {
  const wrong = [
    ['number', '1', 'expected number, got string'],
    ['count', 1n, 'expected number, got bigint'],
    ['byte', undefined, 'expected number, got undefined'],
    ['flag', 1, 'expected boolean, got number'],
    ['flag', null, 'expected boolean, got null'],
    ['text', 7, 'expected string, got number'],
    ['text', new String('text'), 'expected string, got object'],
    ['shared', Symbol('s'), 'expected string, got symbol'],
    ['narrow', {}, 'expected number, got object'],
  ];
  for (const [key, value, message] of wrong) {
    const bad = { ...row(1), [key]: value };
    assert.throws(() => rows.row(bad), wrongType(`row: argument 1 (value).${key}: ${message}`));
    for (const [length, place] of [[3, 1], [4, 0], [300, 299], [300, 226], [300, 227]]) {
      const values = many(length, (index) => (index === place ? bad : row(index)));
      assert.throws(() => rows.rows(values), wrongType(`rows: argument 1 (value)[${place}].${key}: ${message}`));
    }
  }
  const unfit = [
    ['count', 0.5, 'expected integer in the range of i32, got 0.5'],
    ['byte', 256, 'expected integer in the range of u8, got 256'],
    ['large', 2 ** 53, 'expected integer in the range of i64 up to 2^53 - 1, got 9007199254740992'],
    ['narrow', 1e300, 'expected number in the range of f32, got 1e+300'],
  ];
  for (const [key, value, message] of unfit) {
    const bad = { ...row(1), [key]: value };
    assert.throws(() => rows.row(bad), outOfRange(`row: argument 1 (value).${key}: ${message}`));
    const values = many(300, (index) => (index === 250 ? bad : row(index)));
    assert.throws(() => rows.rows(values), outOfRange(`rows: argument 1 (value)[250].${key}: ${message}`));
  }
});

single('what is no object is named', () => {
  for (const [value, kind] of [[undefined, 'undefined'], [null, 'null'], ['text', 'string'], [7, 'number'], [true, 'boolean']]) {
    assert.throws(() => rows.point(value), wrongType(`point: argument 1 (value): expected object, got ${kind}`));
    const values = [{ x: 1, y: 1 }, { x: 1, y: 1 }, value, { x: 1, y: 1 }, 0];
    assert.throws(() => rows.points(values), wrongType(`points: argument 1 (value)[2]: expected object, got ${kind}`));
  }
  const sparse = many(6, (x) => ({ x, y: x }));
  delete sparse[4];
  assert.throws(() => rows.points(sparse), wrongType('points: argument 1 (value)[4]: expected object, got undefined'));
});

single('functions, arrays and instances are objects', () => {
  class Inherits {
    get x() {
      return 7;
    }
  }
  const values = [Object.assign(() => {}, { x: 7, y: 1 }), Object.assign([], { x: 7, y: 1 }), Object.assign(new Inherits(), { y: 1 })];
  values.push(Object.assign(Object.create(null), { x: 7, y: 1 }), new Proxy({ x: 7, y: 1 }, {}));
  for (const value of values) assert.deepStrictEqual(rows.point(value), { x: 7, y: 1 });
  assert.deepStrictEqual(rows.points(values), values.map(() => ({ x: 7, y: 1 })));
});

test('the first that is wrong is told, in the order of rows and fields', () => {
  const values = many(300, row);
  values[100].byte = 256;
  values[101].number = 'late';
  assert.throws(() => rows.rows(values), outOfRange(/\[100\]\.byte/));
  values[100].count = 'first';
  assert.throws(() => rows.rows(values), wrongType(/\[100\]\.count/));
});

/** The properties that `read` asks for, in order. */
function asked(read, value) {
  const names = [];
  const handler = { get: (target, key) => (names.push(String(key)), target[key]) };
  read(new Proxy(value, handler));
  return names;
}

single('each property is read once, in order', () => {
  assert.deepStrictEqual(asked(rows.row, row(1)), Object.keys(row(1)));
  assert.deepStrictEqual(asked((value) => rows.rows([row(0), value, row(2), row(3)]), row(1)), Object.keys(row(1)));
  const reads = asked((value) => assert.throws(() => rows.row(value)), { ...row(1), byte: 'wrong' });
  assert.deepStrictEqual(reads, ['number', 'count', 'byte']);
});

single('what a getter throws is thrown', () => {
  const thrown = new RangeError('mine');
  const bad = {
    x: 1,
    get y() {
      throw thrown;
    },
  };
  const isThrown = (error) => error === thrown;
  assert.throws(() => rows.point(bad), isThrown);
  for (const length of [4, 1500]) {
    assert.throws(() => rows.points(many(length, (x) => (x === length - 1 ? bad : { x, y: x }))), isThrown);
  }
});

single('a getter may come back', () => {
  const comesBack = (depth) => ({
    get x() {
      const inner = many(5, (x) => ({ x, y: x }));
      assert.deepStrictEqual(rows.points(inner), inner);
      assert.deepStrictEqual(rows.row(row(7)), row(7));
      return depth === 0 ? 0.5 : rows.point(comesBack(depth - 1)).x + 1;
    },
    y: 2,
  });
  assert.deepStrictEqual(rows.point(comesBack(3)), { x: 3.5, y: 2 });
  const got = rows.points([{ x: 9, y: 9 }, comesBack(2), comesBack(0), { x: 8, y: 8 }]);
  assert.deepStrictEqual(got, [{ x: 9, y: 9 }, { x: 2.5, y: 2 }, { x: 0.5, y: 2 }, { x: 8, y: 8 }]);
});

test('a getter may change the array', () => {
  const values = many(10, (x) => ({ x, y: x }));
  Object.defineProperty(values[2], 'y', { get: () => ((values.length = 5), 0.5) });
  assert.throws(() => rows.points(values), wrongType('points: argument 1 (value)[5]: expected object, got undefined'));
});

test('what cannot be a number is told', () => {
  assert.strictEqual(rows.large(many(5, (number) => ({ number })))[4].number, 4);
  for (const length of [3, 5, 2500]) assert.throws(() => rows.tooLarge(length), outOfRange(new RegExp(`\\[${length - 1}\\]\\.number: `)));
});

test('one field, and many rows', () => {
  const values = many(5000, (index) => ({ flag: index % 7 === 0 }));
  assert.deepStrictEqual(rows.flags(values), values);
});

// From here on single objects go through the functions, too.
test('some hundred single objects', () => {
  for (let index = 0; index < 700; index += 1) assert.deepStrictEqual(rows.point({ x: index, y: 1 }), { x: index, y: 1 });
});

for (const [name, action] of singles) test(`${name}, later`, action);

test('what a program does to its classes is not met', () => {
  const { substring } = String.prototype;
  let setters = 0;
  String.prototype.substring = () => 'other';
  Object.defineProperty(Object.prototype, 'x', { set: () => (setters += 1), configurable: true });
  try {
    const value = Object.fromEntries([...'abcdefghi'].map((key) => [key, key]));
    assert.deepStrictEqual(rows.texts(Array(5).fill(value)), Array(5).fill(value));
    const made = rows.points(Array(5).fill(JSON.parse('{ "x": 1, "y": 2 }')));
    assert.deepStrictEqual(Object.keys(made[4]), ['x', 'y']);
    assert.deepStrictEqual(Object.keys(rows.point(made[3])), ['x', 'y']);
  } finally {
    String.prototype.substring = substring;
    delete Object.prototype.x;
  }
  assert.strictEqual(setters, 0);
});
