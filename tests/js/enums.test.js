// addons: values
'use strict';
const assert = require('node:assert');
const { addon, test } = require('./harness.js');

const { enums } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const wrongValue = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message });

test('enums that are strings', () => {
  for (const mode of ['read', 'write', 'readWrite']) {
    assert.strictEqual(enums.mode(mode), mode);
    assert.strictEqual(enums.optionalMode(mode), mode);
  }
  assert.strictEqual(enums.optionalMode(null), undefined);
  for (const name of ['first-one', "It's", 'http2', '']) {
    assert.strictEqual(enums.kebab(name), name);
  }
  const many = Array.from({ length: 300 }, (_, index) => ['read', 'write'][index % 2]);
  assert.deepStrictEqual(enums.modes(many), many);
  assert.strictEqual(enums.only('only'), 'only');
});

test('other strings', () => {
  const expected = (name) => `${name}: argument 1 (value): expected 'read', 'write' or 'readWrite'`;
  for (const text of ['Read', 'read ', '', 'readwrite', 'r\ud800', 'toString', '__proto__']) {
    const shown = text.replace('\ud800', '\ufffd');
    assert.throws(() => enums.mode(text), wrongValue(`${expected('mode')}, got '${shown}'`));
  }
  assert.throws(() => enums.mode('x'.repeat(10_000_000)), wrongValue(`${expected('mode')}, got '${'x'.repeat(40)}..'`));
  assert.throws(() => enums.only('x'), wrongValue(`only: argument 1 (value): expected 'only', got 'x'`));
  assert.throws(
    () => enums.modes([...Array(40).fill('read'), 'x']),
    wrongValue(`modes: argument 1 (value)[40]: expected 'read', 'write' or 'readWrite', got 'x'`),
  );
  for (const [value, kind] of [[7, 'number'], [null, 'null'], [undefined, 'undefined'], [{}, 'object'], [new String('read'), 'object']]) {
    assert.throws(() => enums.mode(value), wrongType(`${expected('mode')}, got ${kind}`));
  }
});

const HIGHEST = Number.MAX_SAFE_INTEGER;

test('enums that are numbers', () => {
  for (const level of [-1, 0, 1, 16, HIGHEST]) {
    assert.strictEqual(enums.level(level), level);
    assert.strictEqual(enums.discriminant(level), level);
  }
  assert.ok(Object.is(enums.level(-0), 0));
  const many = Array.from({ length: 300 }, (_, index) => index % 2);
  assert.deepStrictEqual(enums.levels(many), many);
  const expected = `level: argument 1 (value): expected -1, 0, 1, 16 or ${HIGHEST}`;
  for (const value of [2, -2, 0.5, NaN, Infinity, HIGHEST + 1, 1e300]) {
    assert.throws(() => enums.level(value), wrongValue(`${expected}, got ${value}`));
  }
  for (const [value, kind] of [['0', 'string'], [0n, 'bigint'], [true, 'boolean'], [undefined, 'undefined'], [[0], 'object']]) {
    assert.throws(() => enums.level(value), wrongType(`${expected}, got ${kind}`));
  }
});

/** As `JSON.stringify` shows it: the order of keys counts. */
const same = (got, expected) => assert.strictEqual(JSON.stringify(got), JSON.stringify(expected));

const shapes = [
  { type: 'circle', radius: 1 },
  { type: 'box', WIDTH: 1, HEIGHT: 2, NAME: 'b' },
  { type: 'box', WIDTH: 1, HEIGHT: 2 },
  { type: 'named', text: 'a', env: 1 },
  { type: 'nothing' },
];

test('enums whose tag is among the fields', () => {
  for (const shape of shapes) {
    same(enums.shape(shape), shape);
  }
  const many = Array.from({ length: 300 }, (_, index) => shapes[index % shapes.length]);
  assert.deepStrictEqual(enums.shapes(many), many);
  same(enums.shape({ type: 'box', WIDTH: 3 }), { type: 'box', WIDTH: 3, HEIGHT: 1 });
  assert.strictEqual(enums.area({ type: 'box', WIDTH: 3, area: 7 }), 0);
  same(enums.shape({ radius: 2, more: 1, type: 'circle' }), { type: 'circle', radius: 2 });
  const kinds = `expected 'circle', 'box', 'named' or 'nothing'`;
  assert.throws(() => enums.shape({ type: 'Circle' }), wrongValue(`shape: argument 1 (value).type: ${kinds}, got 'Circle'`));
  assert.throws(() => enums.shape({}), wrongType(`shape: argument 1 (value).type: ${kinds}, got undefined`));
  assert.throws(() => enums.shape('circle'), wrongType('shape: argument 1 (value): expected object, got string'));
  const wrong = 'shape: argument 1 (value).radius: expected number, got undefined';
  assert.throws(() => enums.shape({ type: 'circle' }), wrongType(wrong));
  const inner = 'shapes: argument 1 (value)[1].text: expected string, got number';
  assert.throws(() => enums.shapes([shapes[0], { type: 'named', text: 1 }]), wrongType(inner));
});

test('enums whose data is beside the tag', () => {
  const events = [
    { kind: 'Key', data: { code: 1, object: true } },
    { kind: 'Moved', data: [1, -0.5] },
    { kind: 'Text', data: 'text' },
    { kind: 'Closed' },
  ];
  for (const event of events) {
    same(enums.event(event), event);
  }
  const many = Array.from({ length: 300 }, (_, index) => events[index % 4]);
  assert.deepStrictEqual(enums.events(many), many);
  same(enums.event({ kind: 'Closed', data: 7 }), { kind: 'Closed' });
  const fails = (event, message) => assert.throws(() => enums.event(event), wrongType(`event: argument 1 (value)${message}`));
  fails({ kind: 'Key' }, '.data: expected object, got undefined');
  fails({ kind: 'Key', data: { code: '1' } }, '.data.code: expected number, got string');
  fails({ kind: 'Moved', data: [1, '2'] }, '.data[1]: expected number, got string');
  fails({ kind: 'Text', data: null }, '.data: expected string, got null');
  fails({ kind: 7 }, `.kind: expected 'Key', 'Moved', 'Text' or 'Closed', got number`);
});

test('enums without a tag: the first that fits', () => {
  for (const value of [1, NaN, 'text', { x: 1, y: 2 }, [1, 'a']]) {
    assert.deepStrictEqual(enums.either(value), value);
  }
  assert.strictEqual(enums.either(null), null);
  assert.strictEqual(enums.either(), null);
  const many = Array.from({ length: 300 }, (_, index) => (index % 2 ? index : `${index}`));
  assert.deepStrictEqual(enums.eithers(many), many);
  const message = (got) => `expected number or string or object or array or null, got ${got}`;
  for (const [value, kind] of [[true, 'boolean'], [Symbol('s'), 'symbol'], [7n, 'bigint']]) {
    assert.throws(() => enums.either(value), wrongType(`either: argument 1 (value): ${message(kind)}`));
  }
  const texts = 'expected number or string or array or null, got object; or .y: expected number, got undefined';
  assert.throws(() => enums.either({ x: 1 }), wrongType(`either: argument 1 (value): ${texts}`));
});

test('what a getter throws ends the attempts', () => {
  const thrown = new Error('from the getter');
  const value = {
    get x() {
      throw thrown;
    },
  };
  assert.throws(() => enums.either(value), (error) => error === thrown);
  const tagged = {
    get type() {
      throw thrown;
    },
  };
  assert.throws(() => enums.shape(tagged), (error) => error === thrown);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => enums.either(proxy), TypeError);
  assert.throws(() => enums.shape(proxy), TypeError);
});

test('generic and recursive ones, and those with handles', () => {
  same(enums.generic({ status: 'done', value: 'a' }), { status: 'done', value: 'a' });
  same(enums.generic({ status: 'failed', reason: 'b' }), { status: 'failed', reason: 'b' });
  const expression = [1, { negated: [2, { negated: 3 }] }];
  same(enums.expression(expression), expression);
  same(enums.strict({ t: 'one', a: 1 }), { t: 'one', a: 1 });
  const known = `strict: argument 1 (value): unknown property 'b', the known ones are 'a' and 't'`;
  assert.throws(() => enums.strict({ t: 'one', a: 1, b: 2 }), wrongValue(known));
  same(enums.wrapped({ text: 'a', env: 1, value: 2 }), { value: 2, text: 'a', env: 1 });
  const call = (n) => n + 1;
  assert.deepStrictEqual(enums.target(call), [2, call]);
  assert.deepStrictEqual(enums.target({ key: Symbol.iterator }), [0, { key: Symbol.iterator }]);
});

test('the tag is no property of what a variant has', () => {
  for (const other of [{ type: 'map', x: 1 }, { type: 'map' }, { type: 'strict', label: 'a' }]) {
    same(enums.other(other), other);
  }
  const wrong = `other: argument 1 (value): unknown property 'b', the known ones are 'label' and 'type'`;
  assert.throws(() => enums.other({ type: 'strict', label: 'a', b: 1 }), wrongValue(wrong));
});

test('unknown properties are refused in every variant', () => {
  assert.throws(() => enums.strict({ t: 'two', a: 1 }), wrongValue(`strict: argument 1 (value): unknown property 'a', the known ones are 't'`));
  for (const value of [{ t: 'one', c: { a: 1 } }, { t: 'two' }]) {
    same(enums.strictBeside(value), value);
  }
  const at = 'strictBeside: argument 1 (value)';
  const known = `the known ones are 't' and 'c'`;
  assert.throws(() => enums.strictBeside({ t: 'one', c: { a: 1 }, b: 2 }), wrongValue(`${at}: unknown property 'b', ${known}`));
  assert.throws(() => enums.strictBeside({ t: 'one', c: { a: 1, b: 2 } }), wrongValue(`${at}.c: unknown property 'b', the known ones are 'a'`));
  assert.throws(() => enums.strictBeside({ t: 'two', c: 1 }), wrongValue(`${at}: unknown property 'c', the known ones are 't'`));
});

test('each object is one of the levels', () => {
  const nested = (leaf, around, depth) => {
    let value = leaf;
    for (let level = 1; level < depth; level += 1) value = around(value);
    return value;
  };
  const shapes = {
    folder: [{ t: 'file' }, (inner) => ({ t: 'inner', inner })],
    eitherFolder: [7, (inner) => ({ inner })],
    link: [{ t: 'end' }, (next) => ({ t: 'more', next })],
    eitherLink: [null, (next) => ({ next })],
    nestedLink: [{ outer: 'end' }, (next) => ({ outer: 'more', inner: 'more', next })],
  };
  for (const [name, [leaf, around]] of Object.entries(shapes)) {
    same(enums[name](nested(leaf, around, 128)), nested(leaf, around, 128));
    assert.throws(() => enums[name](nested(leaf, around, 129)), { name: 'RangeError', code: 'ERR_TOO_DEEP' });
  }
  assert.throws(() => enums.endless({ t: 'more' }), { name: 'RangeError', code: 'ERR_TOO_DEEP' });
});

test('an untagged value that contains itself is given up at once', () => {
  const cycle = { negated: null };
  cycle.negated = cycle;
  const list = [1];
  list.push(list);
  for (const value of [cycle, list]) {
    assert.throws(() => enums.expression(value), { name: 'RangeError', code: 'ERR_TOO_DEEP' });
  }
  assert.strictEqual(enums.expression(1), 1);
});
