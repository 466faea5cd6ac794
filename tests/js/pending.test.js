// addons: misuse
'use strict';
// Exceptions that are pending, and errors that say so when they are not any more.
const assert = require('node:assert');
const { addon, caught, test } = require('./harness.js');

const misuse = addon('misuse');

const thrown = { thrown: 'by identity' };
const throws = () => {
  throw thrown;
};

const LOST = {
  name: 'Error',
  code: 'ERR_EXCEPTION_LOST',
  message:
    'an exception was pending when this error was made, and is not any more: such an error cannot be kept; ' +
    '`try_catch` takes an exception with its value',
};

test('an error that only says that an exception is pending cannot be kept', () => {
  for (const later of [misuse.throwPending, misuse.throwPendingWithoutEnv]) {
    assert.strictEqual(misuse.keepPending(throws), 'a JavaScript exception is pending');
    assert.throws(later, LOST);
    assert.strictEqual(later(), undefined);
  }
  // Not even try_catch takes it: it looks like the end of the environment, which nothing must hold up.
  misuse.keepPending(throws);
  assert.throws(() => misuse.catchPending(), LOST);
});

test('a kept error beside another exception', () => {
  misuse.keepPending(throws);
  const other = {};
  const throwsOther = () => {
    throw other;
  };
  assert.strictEqual(
    caught(() => misuse.throwPendingBeside(throwsOther)),
    other,
  );
});

test('an ignored exception is thrown at the end of the call', () => {
  const calls = [
    () => misuse.ignore(throws),
    () => misuse.ignoreAndReturn(throws),
    () => misuse.ignoreAndFail(throws, false),
    () => misuse.ignoreAndFail(throws, true),
    () => misuse.callBeside(throws, () => assert.fail('was called')),
    () => misuse.ignoring()(throws),
  ];
  for (const call of calls) assert.strictEqual(caught(call), thrown);
  assert.strictEqual(
    misuse.ignore(() => {}),
    'ignored',
  );
});

test('an ignored exception is caught by try_catch', () => {
  assert.strictEqual(misuse.ignoreAndCatch(throws, false), thrown);
  assert.strictEqual(misuse.ignoreAndCatch(throws, true), thrown);
  assert.strictEqual(
    misuse.ignoreAndCatch(() => {}, false),
    'ignored',
  );
});
