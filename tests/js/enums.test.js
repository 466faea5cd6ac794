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
