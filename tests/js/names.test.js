// addons: calls renamed
'use strict';
const assert = require('node:assert');
const { addon, test } = require('./harness.js');

const { names } = addon('calls');
const renamed = addon('renamed');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });

test('raw names are names', () => {
  assert.strictEqual(names.type(2), 2);
  assert.strictEqual(names.type.name, 'type');
  assert.throws(() => names.type('x'), wrongType('type: argument 1 (match): expected number, got string'));
  assert.strictEqual(names.class('four'), 4);
  assert.throws(() => names.class(4), wrongType('class: argument 1 (fn): expected string, got number'));
});

test('names are in camelCase', () => {
  const expected = ['one', 'twoWords', 'threeMoreWords', '_leading', '__twoLeading', 'trailing', 'doubleUnderscore'];
  expected.push('with2Digits', 'größeInMm', 'alreadyCamel', 'UPPERCASE', 'async');
  const keys = Object.keys(names.cases);
  assert.deepStrictEqual(new Set(keys), new Set(expected));
});

test('a given name is any name', () => {
  const given = [
    'with-dash',
    'with space',
    'with.dot',
    'größe 中 🌿',
    '__proto__',
    'constructor',
    'toString',
    '42',
    'then',
  ];
  assert.deepStrictEqual(new Set(Object.keys(names.properties)), new Set(given));
  for (const name of given) {
    const { value } = Object.getOwnPropertyDescriptor(names.properties, name);
    assert.strictEqual(value(), name);
    assert.strictEqual(value.name, name);
  }
  assert.strictEqual(Object.getPrototypeOf(names.properties), Object.prototype);
});

test('exports in modules, functions and constants', () => {
  assert.strictEqual(names.nested(), 'nested');
  assert.strictEqual(names.inFunction(1), 8);
  assert.strictEqual(names.inFunctionInFunction(), 7);
  assert.strictEqual(names.around(), '8 nested');
  assert.strictEqual(names.inConstant(), 'in a constant');
});

test('exports made by macros', () => {
  const { made } = names;
  assert.deepStrictEqual(Object.keys(made.inOrder), ['zz', 'aa']);
  assert.strictEqual(made.first(1, 'b'), '1b');
  assert.throws(() => made.first('a'), wrongType('first: argument 1 (a): expected number, got string'));
  assert.strictEqual(made.second(1, 2, 3), 3);
  const bytes = new Uint8Array(2);
  assert.strictEqual(made.third(bytes, 'text'), 4);
  assert.deepStrictEqual([...bytes], [1, 1]);
  assert.deepStrictEqual([made.one.get(), made.two.get()], [1, 2]);
  assert.deepStrictEqual([made.vector([1]), made.text('a'), made.optional(null)], [[1], 'a', undefined]);
  assert.throws(() => made.vector([1, '2']), wrongType('vector: argument 1 (value)[1]: expected number, got string'));
  const [object, array] = [{}, []];
  assert.strictEqual(made.object(object), object);
  assert.strictEqual(made.array(array), array);
  assert.throws(() => made.array(object), wrongType('array: argument 1 (value): expected array, got object'));
  assert.deepStrictEqual([made.five(), made.five(1), made.six()], [5, 1, 6]);
});

test('conditions decide what is there', () => {
  assert.strictEqual(names.family(), process.platform === 'win32' ? 'windows' : 'unix');
  assert.strictEqual('never' in names, false);
  assert.strictEqual('neverEither' in names, false);
  assert.strictEqual(names.exportedByCfgAttr(), true);
  assert.strictEqual(names.keptByCfgAttr(), true);
  assert.strictEqual(names.withAttributes(), 'attributes');
});

test('conditions decide about parameters', () => {
  assert.deepStrictEqual(names.conditional(1, 2), [1, 2, 3]);
  assert.deepStrictEqual(names.conditional(1, 2, 4), [1, 2, 4]);
  assert.throws(() => names.conditional(1), wrongType('conditional: argument 2 (b): expected number, got undefined'));
  assert.throws(
    () => names.conditional(1, 2, 'x'),
    wrongType('conditional: argument 3 (d): expected number, got string'),
  );
});

test('functions and parameters that are called like the generated code', () => {
  assert.strictEqual(names.call(1), 1);
  assert.strictEqual(names.env(1, 2, 3), 6);
  assert.throws(() => names.env(1, 2), wrongType('env: argument 3 (arg1): expected number, got undefined'));
  assert.strictEqual(names.run(1, 2), 3);
  assert.strictEqual(names.sameName(1, [2, 3]), 3);
  assert.throws(() => names.sameName('x'), wrongType('sameName: argument 1 (same_name): expected number, got string'));
});

test('patterns', () => {
  assert.deepStrictEqual(names.mutable(1, [5]), [5, 2]);
  assert.throws(() => names.mutable('x'), wrongType('mutable: argument 1 (a): expected number, got string'));
  assert.deepStrictEqual(names.patterns([1, 2], [3, 0, 4], { x: 5, y: 6 }, 0, 7, 8), [1, 2, 3, 4, 5, 6, 7, 8]);
  const patterns = (message) => wrongType(`patterns: ${message}`);
  assert.throws(() => names.patterns([1, 'x']), patterns('argument 1[1]: expected number, got string'));
  assert.throws(
    () => names.patterns([1, 2], [3, 0, 4], { x: 1 }),
    patterns('argument 3.y: expected number, got undefined'),
  );
  assert.throws(
    () => names.patterns([1, 2], [3, 0, 4], { x: 5, y: 6 }),
    patterns('argument 4: expected number, got undefined'),
  );
  assert.throws(
    () => names.patterns([1, 2], [3, 0, 4], { x: 5, y: 6 }, 0, 7, 'x'),
    patterns('argument 6: expected number, got string'),
  );
  assert.deepStrictEqual(names.bound([1, 2], 'text', 0), [3, 1, 4]);
  assert.throws(() => names.bound(1), wrongType('bound: argument 1 (whole): expected array, got number'));
  assert.throws(() => names.bound([1, 2], 3), wrongType('bound: argument 2 (text): expected string, got number'));
  assert.throws(
    () => names.bound([1, 2], ''),
    wrongType('bound: argument 3 (_unused): expected number, got undefined'),
  );
  assert.strictEqual(names.withParameterAttributes(1, 2), 2);
  assert.strictEqual(names.parenthesized(1, [2]), 3);
});

test('types by other names', () => {
  assert.deepStrictEqual(names.aliased(1, [2], ''), [1, 2]);
  assert.throws(() => names.aliased(1, [2], 'fail'), { name: 'Error', message: 'fail' });
  assert.throws(
    () => names.aliased(1, ['x'], ''),
    wrongType('aliased: argument 2 (list)[0]: expected number, got string'),
  );
  const thing = {};
  assert.strictEqual(
    names.aliasedHandle(thing, (n) => n * 2),
    thing,
  );
  assert.deepStrictEqual(thing, { called: 2 });
  assert.deepStrictEqual(names.fullPaths(thing, 1, 2, 3), [thing, 3]);
  assert.deepStrictEqual(names.lifetimes({ key: 'value' }, 'key', [1]), [1, 'value']);
  assert.strictEqual(names.ownObject(5), 5);
});

test('an addon that calls napi-core by another name', () => {
  assert.deepStrictEqual(
    new Set(Object.keys(renamed)),
    new Set(['initialized', 'add', 'handles', 'VERSION', 'conditional', 'count', 'sum', 'NAMES']),
  );
  assert.strictEqual(renamed.initialized, true);
  assert.strictEqual(renamed.add(1, 2), 3);
  assert.throws(() => renamed.add(1), wrongType('add: argument 2 (b): expected number, got undefined'));
  assert.deepStrictEqual(renamed.handles.point(1), { x: 1, y: 0.5 });
  assert.strictEqual(renamed.VERSION, '1.2.3');
  assert.strictEqual(renamed.conditional(4), 4);
  assert.deepStrictEqual([renamed.count(0), renamed.count(0, 0)], [1, 2]);
  assert.strictEqual(renamed.sum(1, 2, 3), 6);
  assert.deepStrictEqual(renamed.NAMES, ['a', 'b']);
});
