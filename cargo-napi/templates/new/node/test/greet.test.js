'use strict';
const assert = require('node:assert');
const { test } = require('node:test');
const { greet } = require('..');

test('greets somebody', () => {
  assert.strictEqual(greet('Ada'), 'Hello, Ada!');
});

test('says what is wrong with an argument', () => {
  assert.throws(() => greet(7), { name: 'TypeError', message: 'greet: argument 1 (name): expected string, got number' });
});
