// addons: queue-work
'use strict';
// The example `queue-work`: what OpenHarmony's guide about threads does, and more of its kind.
const assert = require('node:assert');
const { addon, caught, inProcess, test, turn } = require('./harness.js');

const { queueWork, queueWorkPool, sumOnThread, progress, pingPong } = addon('queue-work');

const called = (start) => new Promise((resolve) => start((...args) => resolve(args)));

test('queueWork: a thread calls cb(1), later', async () => {
  let returned = false;
  const args = await new Promise((resolve) => {
    assert.strictEqual(
      queueWork((...args) => resolve([returned, ...args])),
      undefined,
    );
    returned = true;
  });
  assert.deepStrictEqual(args, [true, 1]);
});

test('queueWork: the errors of the guide', () => {
  const refused = (...args) => {
    const error = caught(() => queueWork(...args));
    return [error.constructor, error.name, error.code, error.message];
  };
  const error = (message) => [TypeError, 'TypeError', 'ParameterError', message];
  assert.deepStrictEqual(refused(), error('one param expected'));
  for (const wrong of [undefined, null, 1, 'cb', {}, []]) {
    assert.deepStrictEqual(refused(wrong), error('function expected'));
  }
});

test('queueWorkPool: the closure runs on the pool, its result is handed over', async () => {
  assert.deepStrictEqual(await called(queueWorkPool), [1]);
  assert.throws(() => queueWorkPool(1), {
    name: 'TypeError',
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'queueWorkPool: argument 1 (callback): expected function, got number',
  });
});

test('sumOnThread', async () => {
  assert.deepStrictEqual(await called((cb) => sumOnThread([1, 2, 3.5], cb)), [6.5]);
  assert.deepStrictEqual(await called((cb) => sumOnThread([], cb)), [0]);
  assert.throws(() => sumOnThread([1], undefined), {
    message: 'sumOnThread: argument 2 (callback): expected function, got undefined',
  });
});

test('progress: every step in order, until JavaScript says stop', async () => {
  const seen = [];
  await new Promise((resolve) => {
    progress(10, (step, total) => {
      seen.push([step, total]);
      if (step === 10) resolve();
      return true;
    });
  });
  assert.deepStrictEqual(
    seen,
    Array.from({ length: 10 }, (_, index) => [index + 1, 10]),
  );
});

for (const [what, stop] of [
  ['false', () => false],
  ['a wrong type', () => 'go on'],
  [
    'a throw, which is told to the thread and not uncaught',
    () => {
      throw new Error('stop');
    },
  ],
]) {
  test(`progress stops at ${what}`, () => {
    const body = (harness, stop) => {
      const { progress } = harness.addon('queue-work');
      // The process ends by itself when the thread has dropped its callback.
      progress(1000, (step) => {
        console.log(step);
        return step < 3 ? true : eval(stop)();
      });
    };
    const { status, stdout, stderr } = inProcess(body, `(${stop})`);
    assert.deepStrictEqual([status, stdout, stderr], [0, '1\n2\n3\n', '']);
  });
}

test('pingPong: each ball is the answer to the one before', async () => {
  const balls = [];
  await new Promise((resolve) => {
    pingPong(1000, (ball) => {
      if (balls.push(ball) === 1000) resolve();
      return ball + 2;
    });
  });
  assert.deepStrictEqual(
    balls,
    Array.from({ length: 1000 }, (_, index) => index * 2),
  );
  pingPong(0, () => assert.fail('no ball was thrown'));
  await turn();
});
