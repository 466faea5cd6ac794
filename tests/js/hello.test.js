// addons: hello
'use strict';
// The first example.
const assert = require('node:assert');
const { addon, test } = require('./harness.js');

const hello = addon('hello');

test('the exports', () => {
  assert.deepStrictEqual(Object.keys(hello), ['greet', 'user']);
  assert.deepStrictEqual([hello.greet.name, hello.user.name], ['greet', 'user']);
});

test('plain values', () => {
  assert.strictEqual(hello.greet('Ada'), 'Hello, Ada!');
  assert.strictEqual(hello.greet(''), 'Hello, !');
  assert.strictEqual(hello.greet('Ж 😀\0'), 'Hello, Ж 😀\0!');
});

test('a handle', () => {
  assert.deepStrictEqual(hello.user('Ada'), { name: 'Ada', greeting: 'Hello, Ada!' });
  assert.notStrictEqual(hello.user('Ada'), hello.user('Ada'));
});

test('wrong arguments', () => {
  const message = 'greet: argument 1 (name): expected string, got number';
  assert.throws(() => hello.greet(42), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
  const missing = 'user: argument 1 (name): expected string, got undefined';
  assert.throws(() => hello.user(), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message: missing });
});
