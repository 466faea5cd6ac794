// addons: crates
'use strict';
// Types of other crates, by the features of napi-core.
const assert = require('node:assert');
const { addon, caught, collect, globalHandles, instrumented, test, testOn } = require('./harness.js');

const { bytes, json, maps, serdes, times } = addon('crates');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
const invalid = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message });

/** The last millisecond that a Date has. */
const LAST = 8.64e15;
const instants = [0, 1, -1, 999, -999, 1e12, -1e12, 951_782_400_123, Date.UTC(1969, 6, 20), Date.UTC(9999, 11, 30), Date.UTC(0, 0, 1)];

test('dates of chrono, time and jiff arrive and return', () => {
  for (const name of ['chronoUtc', 'chronoLocal', 'chronoFixed', 'chronoNaive', 'timeOffset', 'timeUtc', 'jiff']) {
    for (const instant of instants) {
      const returned = times[name](new Date(instant));
      assert.ok(returned instanceof Date);
      assert.ok(Object.is(returned.getTime(), instant), `${name} ${instant}`);
    }
    const at = `${name}: argument 1 (value): `;
    assert.throws(() => times[name](new Date(NaN)), outOfRange(`${at}expected valid Date, got an invalid one`));
    assert.throws(() => times[name](7), wrongType(`${at}expected Date, got number`));
    assert.throws(() => times[name]('1970'), wrongType(`${at}expected Date, got string`));
  }
  assert.deepStrictEqual(times.many(instants.map((instant) => new Date(instant))), instants.map((instant) => new Date(instant)));
});

test('dates beyond what a crate has', () => {
  for (const last of [LAST, -LAST]) {
    for (const [name, type] of [['timeOffset', 'OffsetDateTime'], ['timeUtc', 'UtcDateTime'], ['jiff', 'Timestamp']]) {
      const message = `${name}: argument 1 (value): expected Date in the range of ${type}, got ${last} ms`;
      assert.throws(() => times[name](new Date(last)), outOfRange(message));
    }
    // chrono's reach is the year 262,142.
    for (const [name, type] of [['chronoUtc', 'DateTime'], ['chronoNaive', 'NaiveDateTime']]) {
      const message = `${name}: argument 1 (value): expected Date in the range of ${type}, got ${last} ms`;
      assert.throws(() => times[name](new Date(last)), outOfRange(message));
    }
  }
});

test('times read the same in Rust', () => {
  for (const instant of instants.filter((time) => time >= Date.UTC(1000, 0, 1))) {
    for (const shown of [times.shown, times.shownNaive]) assert.strictEqual(shown(new Date(instant)), new Date(instant).toISOString());
  }
});

test('times are rounded down to the millisecond, before 1970 too', () => {
  for (const [nanoseconds, milliseconds, expected] of [[0, 5, 5], [999_999, 5, 5], [1, 0, 0], [-1, 0, -1], [1, -5, -5], [999_999, -5, -5]]) {
    assert.deepStrictEqual(times.after(nanoseconds, milliseconds).map(Number), Array(5).fill(expected));
  }
});

test('an offset is lost, and the time is not', () => {
  for (const hours of [-12, 0, 14]) assert.strictEqual(times.elsewhere(new Date(7), hours).getTime(), 7);
  assert.deepStrictEqual(times.last().map(Number), Array(2).fill(8_210_266_876_799_999));
});

test('bytes are copied', () => {
  for (const length of [0, 1, 1000, 1 << 20]) {
    const sent = Uint8Array.from({ length }, (_, index) => index * 7);
    const returned = bytes.shared(sent);
    assert.strictEqual(Object.getPrototypeOf(returned), Uint8Array.prototype);
    assert.deepStrictEqual(returned, sent);
    if (length > 0) {
      returned[0] = sent[0] + 1;
      assert.notStrictEqual(sent[0], returned[0]);
    }
    assert.deepStrictEqual(bytes.reversed(sent), sent.slice().reverse());
  }
  const part = new Uint8Array([0, 1, 2, 3, 4]).subarray(1, 4);
  assert.deepStrictEqual(bytes.shared(part), new Uint8Array([1, 2, 3]));
  assert.deepStrictEqual(bytes.shared(Buffer.from('text')), new Uint8Array([116, 101, 120, 116]));
  assert.deepStrictEqual(bytes.many([part, null, undefined]), [new Uint8Array([1, 2, 3]), undefined, undefined]);
  assert.deepStrictEqual(bytes.zeros(10_000_000).length, 10_000_000);
});

test('only bytes are bytes, and shared ones are copied', () => {
  const at = 'shared: argument 1 (value): ';
  const wrongs = [[[1, 2], 'object'], ['text', 'string'], [new ArrayBuffer(2), 'object'], [new Int8Array(2), 'Int8Array'], [new DataView(new ArrayBuffer(2)), 'object'], [new Uint16Array(2), 'Uint16Array'], [7, 'number'], [null, 'null'], [new Proxy(new Uint8Array(2), {}), 'object']];
  for (const [value, kind] of wrongs) {
    assert.throws(() => bytes.shared(value), wrongType(`${at}expected Uint8Array, got ${kind}`));
  }
  const shared = new Uint8Array(new SharedArrayBuffer(2));
  shared[1] = 7;
  assert.deepStrictEqual(bytes.shared(shared), new Uint8Array([0, 7]));
  const detached = new Uint8Array(2);
  structuredClone(detached, { transfer: [detached.buffer] });
  assert.throws(() => bytes.shared(detached), wrongType(`${at}expected Uint8Array, got one whose buffer was detached`));
});

test('maps keep their order', () => {
  const object = { b: [1], a: [], '': [2, 3], käse: [4] };
  assert.deepStrictEqual(Object.entries(maps.echo(object)), Object.entries(object));
  assert.deepStrictEqual(maps.keys({ z: 1, y: 2, 7: 3, 1: 4 }), ['1', '7', 'z', 'y']);
  assert.deepStrictEqual(Object.keys(maps.made([['z', 1], ['a', 2], ['z', 3]])), ['z', 'a']);
  for (const name of ['restNames', 'sharedRestNames', 'jsonRestNames']) {
    assert.deepStrictEqual(maps[name]({ a: 1, id: 7, b: 2 }), [7, ['a', 'b']]);
  }
  assert.deepStrictEqual(maps.sharedRest({ b: 1, id: 7, a: 2 }), { id: 7, b: 1, a: 2 });
  const odd = maps.made([['__proto__', 1]]);
  assert.deepStrictEqual(Object.entries(odd), [['__proto__', 1]]);
  assert.strictEqual(Object.getPrototypeOf(odd), Object.prototype);
  assert.throws(() => maps.echo({ a: [1], b: [-1] }), outOfRange('echo: argument 1 (value).b[0]: expected integer in the range of u32, got -1'));
});

test('sets keep their order', () => {
  for (const members of [[], ['b', 'a'], ['', 'käse', '1', '0']]) {
    const set = maps.set(new Set(members));
    assert.ok(set instanceof Set);
    assert.deepStrictEqual([...set], members);
    assert.deepStrictEqual(maps.members(new Set(members)), members);
  }
  // What is one text in Rust stands where it was first.
  assert.deepStrictEqual(maps.members(new Set(['\ud800', 'a', '\udc00'])), ['\ufffd', 'a']);
  const numbers = Array.from({ length: 10_000 }, (_, index) => 10_000 - index);
  assert.deepStrictEqual([...maps.numbers()(new Set(numbers))], numbers);
  const at = 'set: argument 1 (value)';
  for (const [value, kind] of [[['a'], 'object'], [new Map(), 'object'], [undefined, 'undefined'], [new Proxy(new Set(), {}), 'object']]) {
    assert.throws(() => maps.set(value), wrongType(`${at}: expected Set, got ${kind}`));
  }
  assert.throws(() => maps.set(new Set(['a', 1])), wrongType(`${at}.values()[1]: expected string, got number`));
});

const documents = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.1,
  5e-324,
  1.7976931348623157e308,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  2 ** 53,
  1e21,
  '',
  'text',
  'käse 漢字 \u{1F600}\0',
  [],
  [[]],
  [null, 1, 'x', { a: [true] }],
  {},
  { a: { b: { c: null } } },
  { '': 1, 'a b': 2, 1: 3, __proto__x: 4 },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": 2}'),
  Array.from({ length: 1000 }, (_, index) => ({ index, text: `${index}` })),
  Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key ${index}`, [index]])),
];

test('JSON arrives and returns', () => {
  for (const document of documents) {
    assert.deepStrictEqual(json.echo(document), document);
    assert.deepStrictEqual(JSON.parse(json.text(document)), document);
    const text = JSON.stringify(document);
    // serde_json reads an integer that a number does not hold for sure; see below.
    if (document !== 2 ** 53) assert.deepStrictEqual(json.parsed(text), JSON.parse(text));
  }
  assert.deepStrictEqual(json.many(documents), documents);
  assert.strictEqual({}.polluted, undefined);
  assert.deepStrictEqual(json.map({ a: 1 }), { a: 1 });
  assert.throws(() => json.map([1]), wrongType('map: argument 1 (value): expected object, got object'));
});

test('numbers are of the kind that JSON shows', () => {
  const kind = json.kind();
  for (const [value, expected] of [[0, 'u64'], [-0, 'f64'], [-1, 'i64'], [1.5, 'f64'], [2 ** 53 - 1, 'u64'], [2 ** 53, 'f64'], [null, 'null'], [[], 'array'], [{}, 'object'], ['', 'string'], [true, 'boolean']]) {
    assert.strictEqual(kind(value), expected);
  }
  assert.throws(() => kind(1n), wrongType('kind: argument 1: expected JSON value, got bigint'));
  assert.throws(() => json.parsed('18446744073709551615'), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
  assert.throws(() => json.parsed('{"a": [9007199254740993]}'), (error) => error.code === 'ERR_OUT_OF_RANGE' && error.message.startsWith('.a[0]: '));
});

/** Objects that look empty, or like something else, by their properties. */
const opaque = [
  [new Map([['a', 1]]), 'Map'],
  [new Set([1]), 'Set'],
  [/x/g, 'RegExp'],
  [new Error('text'), 'Error'],
  [new RangeError('text', { cause: 1 }), 'Error'],
  [Promise.resolve(1), 'Promise'],
  [new ArrayBuffer(2), 'ArrayBuffer'],
  [new ArrayBuffer(0), 'ArrayBuffer'],
  [new SharedArrayBuffer(2), 'SharedArrayBuffer'],
  [new DataView(new ArrayBuffer(2)), 'DataView'],
  [Float64Array.of(1), 'Float64Array'],
  [BigInt64Array.of(1n), 'BigInt64Array'],
  [Object.assign(Int8Array.of(1), { a: 1 }), 'Int8Array'],
];
const bytesOfKinds = [Uint8Array.of(1), new Uint8Array(0), Buffer.from('a')];

test('what JSON does not have is an error with its place', () => {
  for (const [value, kind] of [[undefined, 'undefined'], [1n, 'bigint'], [Symbol('s'), 'symbol'], [() => {}, 'function'], [new Date(0), 'Date'], ...opaque, ...bytesOfKinds.map((bytes) => [bytes, 'Uint8Array'])]) {
    const expected = (place) => wrongType(`echo: argument 1 (value)${place}: expected JSON value, got ${kind}`);
    assert.throws(() => json.echo(value), expected(''));
    assert.throws(() => json.echo([1, value]), expected('[1]'));
    assert.throws(() => json.echo({ a: [{ 'b c': value }] }), expected('.a[0]["b c"]'));
  }
  for (const number of [NaN, Infinity, -Infinity]) {
    const got = Number.isNaN(number) ? 'NaN' : number < 0 ? '-inf' : 'inf';
    assert.throws(() => json.echo([number]), outOfRange(`echo: argument 1 (value)[0]: expected JSON value, got ${got}`));
  }
  const sparse = [1, , 3];
  assert.throws(() => json.echo(sparse), wrongType('echo: argument 1 (value)[1]: expected JSON value, got undefined'));
  assert.throws(() => json.echo(new Array(2 ** 32 - 1)), wrongType('echo: argument 1 (value)[0]: expected JSON value, got undefined'));
  assert.throws(() => json.parsed('{'), { name: 'Error', message: 'EOF while parsing an object at line 1 column 1' });
});

test('exceptions of getters and proxies pass through', () => {
  const thrown = new Error('mine');
  const throws = () => {
    throw thrown;
  };
  const hostile = [
    Object.defineProperty({}, 'a', { get: throws, enumerable: true }),
    Object.defineProperty([], '0', { get: throws }),
    new Proxy({}, { ownKeys: throws }),
    new Proxy({ a: 1 }, { get: throws }),
    new Proxy([1], { get: throws }),
  ];
  for (const value of hostile) {
    for (const read of [json.echo, serdes.any]) {
      assert.strictEqual(caught(() => read(value)), thrown);
      assert.strictEqual(caught(() => read([value])), thrown);
    }
  }
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => json.echo(proxy), TypeError);
  assert.throws(() => serdes.any(proxy), TypeError);
});

test('a type that goes on after an exception is not read', () => {
  assert.strictEqual(serdes.lenient({ a: 1 }), true);
  assert.strictEqual(serdes.lenient({ a: Symbol('s') }), false);
  const calls = serdes.lenientCalls();
  const thrown = new Error('mine');
  const value = {
    get a() {
      throw thrown;
    },
  };
  assert.strictEqual(caught(() => serdes.lenient(value)), thrown);
  assert.strictEqual(serdes.lenientCalls(), calls);
});

const DEEPEST = 128;
const DEEP = instrumented ? 20_000 : 1_000_000;
const tooDeep = /: expected objects and arrays inside of each other up to 128 deep, got more, or a cycle$/;

function nested(depth, wrap) {
  let value = wrap();
  for (let level = 1; level < depth; level += 1) value = wrap(value);
  return value;
}

test('deep values and cycles end in an error', () => {
  const inArrays = (...inner) => inner;
  const inObjects = (inner = {}) => ({ a: inner });
  const expected = { name: 'RangeError', code: 'ERR_TOO_DEEP', message: tooDeep };
  const cyclic = { list: [] };
  cyclic.list.push(cyclic);
  for (const read of [json.echo, serdes.any]) {
    assert.deepStrictEqual(read(nested(DEEPEST, inArrays)), nested(DEEPEST, inArrays));
    assert.deepStrictEqual(read(nested(DEEPEST - 1, inObjects)), nested(DEEPEST - 1, inObjects));
    for (const depth of [DEEPEST + 1, 10_000, DEEP]) {
      assert.throws(() => read(nested(depth, inArrays)), expected);
      assert.throws(() => read(nested(depth, inObjects)), expected);
    }
    assert.throws(() => read(cyclic), expected);
  }
  assert.deepStrictEqual(serdes.tree(nested(DEEPEST, inArrays)), nested(DEEPEST, inArrays));
  assert.throws(() => serdes.tree(nested(DEEPEST + 1, inArrays)), expected);
  const chain = (depth) => nested(depth, (inner = 'End') => ({ Next: inner }));
  assert.deepStrictEqual(serdes.chain(chain(DEEPEST)), chain(DEEPEST));
  assert.throws(() => serdes.chain(chain(DEEPEST + 1)), expected);
  for (const inObject of [false, true]) {
    assert.strictEqual(json.deep(DEEPEST - 1, inObject).length, 2);
    for (const depth of [DEEPEST, DEEP]) assert.throws(() => json.deep(depth, inObject), expected);
  }
  assert.deepStrictEqual(serdes.nested(2), { inner: { inner: { inner: undefined } } });
  serdes.nested(DEEPEST - 1);
  for (const depth of [DEEPEST, DEEP]) assert.throws(() => serdes.nested(depth), expected);
});

const everything = () => ({
  flag: true,
  small: -7,
  large: 2 ** 53 - 1,
  wide: -(2 ** 53 - 1),
  real: -0,
  single: 1.5,
  letter: '漢',
  text: 'käse\0',
  maybe: 3,
  unit: null,
  tuple: [1, 'x'],
  listOfLists: [[1, 2], [], [65535]],
  byName: { a: true, b: false },
  byNumber: { 1: 'x', 10: 'y' },
  wrapped: 7,
  nothing: null,
  bytes: new Uint8Array([1, 2, 3]),
  defaulted: 9,
  more: [1, { deep: null }],
});

test('structs arrive and return', () => {
  assert.deepStrictEqual(serdes.everything(everything()), everything());
  const { maybe, defaulted, more, ...required } = everything();
  const filled = { ...required, maybe: undefined, defaulted: 0 };
  assert.deepStrictEqual(serdes.everything(required), filled);
  assert.deepStrictEqual(serdes.everything({ ...required, maybe: undefined, defaulted: undefined }), filled);
  assert.deepStrictEqual(serdes.everything({ ...required, maybe: null }), filled);
  assert.deepStrictEqual(serdes.mirrored({ x: 1, y: 2 }), { x: 2, y: 1 });
  const points = Array.from({ length: 1000 }, (_, x) => ({ x, y: -x }));
  assert.deepStrictEqual(serdes.points(points), points);
  const odd = JSON.parse('{"__proto__": 1}');
  const returned = serdes.any(odd);
  assert.deepStrictEqual(Object.entries(returned), [['__proto__', 1]]);
  assert.strictEqual(Object.getPrototypeOf(returned), Object.prototype);
});

test('errors of serde types name the place', () => {
  const at = 'everything: argument 1 (value)';
  const wrong = (changes, expected) => assert.throws(() => serdes.everything({ ...everything(), ...changes }), expected);
  wrong({ flag: 1 }, wrongType(`${at}.flag: expected boolean, got number`));
  wrong({ small: 128 }, outOfRange(`${at}.small: expected integer in the range of i8, got 128`));
  wrong({ small: 1.5 }, outOfRange(`${at}.small: expected integer in the range of i8, got 1.5`));
  wrong({ text: 7 }, wrongType(`${at}.text: expected string, got number`));
  wrong({ letter: 'ab' }, outOfRange(`${at}.letter: expected string of one character, got 2 characters`));
  wrong({ tuple: [1] }, outOfRange(`${at}.tuple: expected a tuple of size 2, got a length of 1`));
  wrong({ tuple: [1, 'x', 2] }, outOfRange(`${at}.tuple: expected array of length 2, got one of length 3`));
  wrong({ tuple: [1, 2] }, wrongType(`${at}.tuple[1]: expected string, got number`));
  wrong({ listOfLists: [[], [1, -1]] }, outOfRange(`${at}.listOfLists[1][1]: expected integer in the range of u16, got -1`));
  wrong({ listOfLists: 'x' }, wrongType(`${at}.listOfLists: expected array, got string`));
  wrong({ byName: [] }, wrongType(`${at}.byName: expected object, got array`));
  wrong({ byName: { 'a b': 1 } }, wrongType(`${at}.byName["a b"]: expected boolean, got number`));
  wrong({ unit: 0 }, wrongType(`${at}.unit: expected null or undefined, got number`));
  wrong({ bytes: [1] }, wrongType(`${at}.bytes: expected Uint8Array, got object`));
  const { large, ...without } = everything();
  assert.throws(() => serdes.everything(without), invalid(`${at}: missing field \`large\``));
  assert.throws(() => serdes.strict({ one: 1, three: 3 }), invalid('strict: argument 1 (value).three: unknown field `three`, expected `one` or `two`'));
  assert.throws(() => serdes.strict(7), wrongType('strict: argument 1 (value): expected object, got number'));
  assert.throws(() => serdes.strict(() => {}), wrongType('strict: argument 1 (value): expected object, got function'));
  assert.deepStrictEqual(Object.keys(serdes.strict({ one: 1 })), ['one']);
  assert.throws(() => serdes.oddKeys(), wrongType('expected key that is a string, a number or a boolean, got tuple'));
  assert.deepStrictEqual(serdes.byFlag({ true: 1, false: 2 }), { true: 1, false: 2 });
  assert.throws(() => serdes.byFlag({ maybe: 1 }), wrongType('byFlag: argument 1 (value).maybe: expected a boolean, got string "maybe"'));
});

test('integers of 64 bits and more', () => {
  const most = 2 ** 53 - 1;
  assert.deepStrictEqual(serdes.integers([-most, most, -most, most]), [-most, most, -most, most]);
  assert.deepStrictEqual(serdes.integers([-7n, 7n, -8n, 8n]), [-7, 7, -8, 8]);
  assert.throws(() => serdes.integers([0, 2n ** 63n, 0, 0]), (error) => error.code === 'ERR_OUT_OF_RANGE' && error.message.startsWith('[1]: '));
  const message = /^integers: argument 1 \(value\)\[1\]: expected .*u64/;
  for (const wrong of [-1, -1n, 2n ** 64n, 2 ** 53]) assert.throws(() => serdes.integers([0, wrong, 0, 0]), { name: 'RangeError', message });
});

test('enums as serde writes them', () => {
  for (const value of ['Unit', { Newtype: 1 }, { Tuple: [1, 'x'] }, { Struct: { a: 1 } }, { Maybe: 1 }, { Maybe: undefined }]) {
    assert.deepStrictEqual(serdes.external(value), value);
  }
  assert.deepStrictEqual(serdes.external({ Unit: null }), 'Unit');
  assert.deepStrictEqual(serdes.external({ Newtype: 1, Tuple: undefined, Other: undefined }), { Newtype: 1 });
  const at = 'external: argument 1 (value)';
  const unknown = 'unknown variant `Other`, expected one of `Unit`, `Newtype`, `Tuple`, `Struct`, `Maybe`';
  assert.throws(() => serdes.external('Other'), invalid(`${at}: ${unknown}`));
  assert.throws(() => serdes.external({ Other: 1 }), invalid(`${at}: ${unknown}`));
  assert.throws(() => serdes.external({}), outOfRange(`${at}: expected object with one property, the variant, got one with 0`));
  assert.throws(() => serdes.external({ Unit: 1, Newtype: 2 }), outOfRange(`${at}: expected object with one property, the variant, got one with 2`));
  assert.throws(() => serdes.external({ Unit: undefined, Newtype: undefined }), outOfRange(`${at}: expected object with one property, the variant, got one with 0`));
  assert.throws(() => serdes.external({ Unit: 1, Newtype: 2, Tuple: undefined }), outOfRange(`${at}: expected object with one property, the variant, got one with 2`));
  assert.throws(() => serdes.external(7), wrongType(`${at}: expected string or object that names a variant, got number`));
  assert.throws(() => serdes.external([1]), wrongType(`${at}: expected string or object that names a variant, got array`));
  assert.throws(() => serdes.external('Newtype'), wrongType(`${at}: expected object with the property Newtype, got string`));
  assert.throws(() => serdes.external({ Tuple: [1, 2] }), wrongType(`${at}.Tuple[1]: expected string, got number`));
  assert.throws(() => serdes.external({ Struct: { a: 256 } }), outOfRange(`${at}.Struct.a: expected integer in the range of u8, got 256`));
  for (const value of [{ type: 'no-data' }, { type: 'some-data', value: -5 }]) assert.deepStrictEqual(serdes.internal(value), value);
  for (const value of [{ t: 'A', c: 1 }, { t: 'B', c: 'x' }]) assert.deepStrictEqual(serdes.adjacent(value), value);
  for (const value of [1.5, 'x', [1, ['y']]]) assert.deepStrictEqual(serdes.untagged(value), value);
  assert.throws(() => serdes.untagged({}), invalid('untagged: argument 1 (value): data did not match any variant of untagged enum Untagged'));
});

test('nothing in its forms', () => {
  assert.strictEqual(serdes.unit(null), null);
  assert.strictEqual(serdes.unit(), null);
  assert.deepStrictEqual(serdes.options([1, null, undefined, , 2]), [1, undefined, undefined, undefined, 2]);
  assert.strictEqual(serdes.any(undefined), null);
  assert.deepStrictEqual(serdes.any({ a: undefined, b: null }), { b: null });
  assert.throws(() => serdes.any({ a: [Symbol('s')] }), wrongType('any: argument 1 (value).a[0]: expected a value with data in it, got symbol'));
  assert.deepStrictEqual(serdes.raw(new Uint8Array([1])), new Uint8Array([1]));
});

test('what has no data in properties is refused', () => {
  const date = Object.assign(new Date(0), { a: 1 });
  for (const [value, kind] of [[new Date(0), 'Date'], [date, 'Date'], ...opaque]) {
    // A value of any kind may be bytes.
    const expected = ArrayBuffer.isView(value) && kind !== 'DataView' ? 'Uint8Array' : 'object';
    assert.throws(() => serdes.any(value), wrongType(`any: argument 1 (value): expected ${expected}, got ${kind}`));
    assert.throws(() => serdes.any({ a: [value] }), wrongType(`any: argument 1 (value).a[0]: expected ${expected}, got ${kind}`));
    assert.throws(() => serdes.byFlag(value), wrongType(`byFlag: argument 1 (value): expected object, got ${kind}`));
  }
  for (const value of bytesOfKinds) assert.throws(() => serdes.byFlag(value), wrongType('byFlag: argument 1 (value): expected object, got Uint8Array'));
  const bare = Object.create(null);
  for (const value of [{}, bare, new (class Empty {})()]) assert.deepStrictEqual([serdes.any(value), json.echo(value)], [{}, {}]);
});

test('typed arrays that are no bytes', () => {
  const gone = Uint8Array.of(1);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  assert.throws(() => serdes.any({ a: gone }), wrongType('any: argument 1 (value).a: expected Uint8Array, got one whose buffer was detached'));
  assert.throws(() => serdes.any(Float64Array.of(1)), wrongType('any: argument 1 (value): expected Uint8Array, got Float64Array'));
});

test('long ones', () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => index);
  assert.deepStrictEqual(serdes.numbers(numbers), numbers);
  assert.deepStrictEqual(serdes.any(numbers), numbers);
  assert.deepStrictEqual(json.echo(numbers), numbers);
  const text = 'käse'.repeat(2_500_000);
  assert.ok(serdes.any(text) === text && json.echo(text) === text);
});

// globalHandles is exact on Node only.
testOn(['node'], 'conversions hold nothing', async () => {
  const all = () => {
    json.echo(documents);
    serdes.everything(everything());
    caught(() => serdes.everything({}));
    times.many([new Date(0)]);
    bytes.shared(new Uint8Array(7));
  };
  all();
  await collect();
  const before = globalHandles();
  for (let round = 0; round < 20; round += 1) all();
  await collect();
  assert.strictEqual(globalHandles(), before);
});
