// addons: load-env scopes threads
'use strict';
// Different addons in one process. On OpenHarmony they share the environment of a thread, with its instance data, its last
// error, its pending exception and its cleanup hooks.
const assert = require('node:assert');
const { addon, caught, copyOfAddon, inProcess, inWorker, original, test, turn } = require('../js/harness.js');

// Two libraries that differ only in their file are as different as any, and both write down what ends.
const copy = copyOfAddon('load-env');
const logs = [addon('load-env'), require(copy)];
const { errors } = addon('scopes');
const threads = addon('threads');

const takeLogs = () => logs.map((env) => env.takeLog());

test('each addon has data of its own in an environment', async () => {
  takeLogs();
  await inWorker((harness, copy) => {
    harness.addon('load-env').setData('data of one');
    require(copy).setData('data of the other');
  }, copy);
  assert.deepStrictEqual(takeLogs(), [['data of one'], ['data of the other']]);
});

test('each addon has hooks of its own, in every environment', async () => {
  takeLogs();
  for (let round = 0; round < 3; round += 1) {
    await inWorker((harness, copy) => {
      const [one, other] = [harness.addon('load-env'), require(copy)];
      ['one', 'removed', 'one again'].forEach((line) => one.addHook(line));
      other.addHook('other');
      one.removeHook(1);
    }, copy);
    assert.deepStrictEqual(takeLogs(), [['one again', 'one'], ['other']]);
  }
});

test('the addon that was loaded last ends first', () => {
  const { status, stdout, stderr } = inProcess((harness, copy) => {
    const [one, other] = [harness.addon('load-env'), process.mainModule.require(copy)];
    one.printAtEnd('one');
    other.printAtEnd('other');
  }, copy);
  assert.deepStrictEqual([status, stdout], [0, 'other\none\n'], stderr);
});

test('an exception of one addon passes through another', () => {
  const error = new RangeError('mine');
  const throws = () => errors.throw(error);
  for (const env of logs) {
    assert.strictEqual(env.keepException(throws), true);
    assert.strictEqual(caught(() => env.rethrow()), error);
  }
  for (const value of [error, 'text', undefined]) {
    const thrown = caught(() => errors.coded(() => errors.throw(value)));
    assert.ok(Object.is(original(thrown), value));
  }
});

test('what one addon was refused is nothing to another', () => {
  for (let round = 0; round < 3; round += 1) {
    assert.throws(() => errors.throw(Symbol('refused')));
    assert.throws(() => logs[0].addHook(7), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.strictEqual(logs[1].dropKept(), false);
    assert.throws(() => threads.callHere(-1, 1));
    assert.deepStrictEqual(takeLogs(), [[], []]);
  }
});

test('a reference of one environment is not one of the next, at the same address', async () => {
  const env = logs[0];
  await inWorker((harness) => harness.addon('load-env').keep({}));
  const message = await inWorker((harness) => harness.caught(() => harness.addon('load-env').kept()).message);
  const numbers = message.match(/environment (\d+) of this library and was used in environment (\d+)$/);
  assert.ok(Number(numbers?.[1]) < Number(numbers?.[2]), message);
  env.dropKept();
});

test('an exception after work of one addon is in no way of another', async () => {
  const uncaught = [];
  const listener = (error) => uncaught.push(error);
  process.on('uncaughtException', listener);
  const error = new Error('after work');
  threads.queueWork('double', 1, () => {
    throw error;
  });
  while (uncaught.length === 0) {
    assert.deepStrictEqual(takeLogs(), [[], []]);
    await turn();
  }
  process.off('uncaughtException', listener);
  assert.deepStrictEqual(uncaught, [error]);
  assert.strictEqual(logs[0].keepException(() => {}), false);
});
