// addons: misuse
'use strict';
// Panics wherever a user's code runs: each is an error, and none reaches the host.
const assert = require('node:assert');
const { addon, caught, collect, inProcess, inWorker, test } = require('./harness.js');

const misuse = addon('misuse');

const panic = (message) => ({ name: 'Error', message, code: 'ERR_RUST_PANIC' });

test('a panic is an error with its message', () => {
  const messages = {
    text: 'a text',
    format: 'a text with format',
    number: 'a panic without a message',
    unwrap: 'called `Option::unwrap()` on a `None` value',
    index: 'range start index 5 out of range for slice of length 2',
  };
  for (const [payload, message] of Object.entries(messages)) {
    assert.throws(() => misuse.panicWith(payload), panic(message));
  }
  assert.match(caught(() => misuse.panicWith('borrow')).message, /already (mutably )?borrowed/);
  assert.strictEqual(misuse.panicWith('none'), undefined);
});

test('a panic whose payload panics when it is dropped', () => {
  const bomb = (harness) => {
    const misuse = harness.addon('misuse');
    for (let round = 0; round < 3; round += 1) {
      try {
        misuse.panicWith('bomb');
      } catch (error) {
        console.log(error.code, error.message);
      }
    }
    misuse.bombAtTheEnd();
    (() => misuse.bombWhenCollected({}))();
    return harness.collect();
  };
  const child = inProcess(bomb);
  assert.strictEqual(child.signal, null, child.stderr);
  assert.strictEqual(child.status, 0, child.stderr);
  assert.strictEqual(child.stdout, 'ERR_RUST_PANIC a panic without a message\n'.repeat(3));
});

test('a panic in nested scopes', () => {
  for (const levels of [0, 1, 10, 100]) {
    assert.throws(() => misuse.panicInScopes(levels), panic('in the innermost scope'));
  }
});

test('a panic in a closure', () => {
  const panicking = misuse.panicking();
  for (let round = 0; round < 10; round += 1) assert.throws(panicking, panic('in a closure'));
});

test('a panic in a conversion', () => {
  assert.throws(() => misuse.panicInFromJs(), panic('in FromJs'));
  assert.throws(() => misuse.panicInFromJsBesideEnv('x', [1]), panic('in FromJs'));
  assert.throws(() => misuse.panicInIntoJs(), panic('in IntoJs'));
  assert.throws(() => misuse.panicInIntoJsBesideEnv(), panic('in IntoJs'));
  assert.throws(() => misuse.panicInDefault(), panic('in Default'));
  assert.throws(() => misuse.panicInDefaultValue(), panic('in a default value'));
  assert.strictEqual(misuse.panicInDefaultValue(3), 3);
  assert.throws(() => misuse.fragileArgument('x'), panic('in a destructor'));
});

test('a panic in the text of an error', () => {
  assert.throws(() => misuse.panicInDisplay(), panic('in Display'));
});

test('panics in finalizers and destructors are contained', async () => {
  const before = misuse.dropped();
  (() => {
    misuse.panicWhenCollected({});
    misuse.fragileExternal();
    misuse.fragileClosure()();
  })();
  await collect();
  await collect();
  assert.strictEqual(misuse.dropped() - before, 3);
});

test('panics at the end of an environment are contained', async () => {
  const end = (harness) => harness.addon('misuse').panicAtTheEnd();
  const before = misuse.dropped();
  for (let round = 0; round < 3; round += 1) await inWorker(end);
  assert.strictEqual(misuse.dropped() - before, 3);
  const child = inProcess(end);
  assert.deepStrictEqual([child.status, child.signal], [0, null], child.stderr);
  assert.strictEqual(child.stdout, 'the last hook\nthe first hook\n');
});
