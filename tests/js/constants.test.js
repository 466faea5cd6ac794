// addons: calls
'use strict';
const assert = require('node:assert');
const { addon, test } = require('./harness.js');

const exported = addon('calls');
const { constants } = exported;

const values = {
  TEXT: 'text',
  UNICODE: 'grün 🌿 中',
  EMPTY: '',
  OWNED: '',
  PI: Math.PI,
  MINUS_ZERO: -0,
  NOT_A_NUMBER: NaN,
  LEAST: -(2 ** 31),
  MOST: 2 ** 32 - 1,
  SAFE: Number.MAX_SAFE_INTEGER,
  YES: true,
  LETTER: 'ß',
  NOTHING: undefined,
  NULL: null,
  NONE: undefined,
  SOME: 1,
  PRIMES: [2, 3, 5, 7],
  PAIR: [1, 'one'],
  WORDS: ['a', 'b'],
  MAP: {},
  TABLE: [0.5, 1, 1.5],
  GREETING: 'hello',
  settings: { depth: 3 },
  'renamed-constant': 1,
  PRESENT: 2,
  loop: 'loop',
  LOCAL: 40,
};

test('constants and statics of every type', () => {
  for (const [name, value] of Object.entries(values)) {
    assert.deepStrictEqual(constants[name], value, name);
    assert.ok(name in constants, name);
  }
  const functions = ['depth', 'inFunction'];
  const others = Object.keys(constants).filter((name) => !(name in values) && !functions.includes(name));
  assert.deepStrictEqual(others, ['nested']);
  assert.strictEqual('ABSENT' in constants, false);
});

test('namespaces, functions, and the top', () => {
  assert.strictEqual(constants.nested.deep.DEEP, 'deep');
  assert.strictEqual(constants.inFunction(), 42);
  assert.strictEqual(exported.TOP_LEVEL, 'top');
});

test('a constant is enumerable and cannot be changed', () => {
  for (const name of [...Object.keys(values), 'nested']) {
    const descriptor = Object.getOwnPropertyDescriptor(constants, name);
    const flags = [descriptor.writable, descriptor.enumerable, descriptor.configurable];
    assert.deepStrictEqual(flags, [false, true, false], name);
    assert.throws(() => (constants[name] = 1), TypeError, name);
    assert.throws(() => delete constants[name], TypeError, name);
    assert.throws(() => Object.defineProperty(constants, name, { value: 'other' }), TypeError, name);
    if (name in values) assert.deepStrictEqual(constants[name], values[name]);
  }
  assert.throws(() => (exported.TOP_LEVEL = 1), TypeError);
  // Sloppy code is ignored.
  Function('constants', 'constants.TEXT = 1; delete constants.TEXT')(constants);
  assert.strictEqual(constants.TEXT, 'text');
});

test('what JavaScript gets is a copy that Rust does not see', () => {
  assert.strictEqual(constants.settings, constants.settings);
  constants.settings.depth = 9;
  assert.strictEqual(constants.depth(), 3);
  constants.settings.depth = 3;
});

test('constants stand in the order of the source', () => {
  const keys = Object.keys(constants);
  const order = [
    'TABLE',
    'GREETING',
    'settings',
    'depth',
    'renamed-constant',
    'PRESENT',
    'loop',
    'nested',
    'inFunction',
    'LOCAL',
  ];
  assert.deepStrictEqual(keys.slice(-order.length), order);
  // Made by one macro, in the order of its invocation.
  const made = Object.keys(values).slice(0, keys.length - order.length);
  assert.deepStrictEqual(keys.slice(0, made.length), made);
});
