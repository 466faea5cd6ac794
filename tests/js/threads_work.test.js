// addons: threads
'use strict';
// Work on the host's thread pool, and its way back.
const assert = require('node:assert');
const {
  addon,
  instrumented,
  inWorker,
  referencesLeftBy,
  test,
  testOn,
  turn,
  uncaughtBy,
  until,
} = require('./harness.js');
const { assertAllDropped } = require('./payloads.js');

const threads = addon('threads');

const MANY = instrumented ? 500 : 10_000;

/** `{ value }` or `{ error }` of work, and its number. */
function work(what, number = 0, done = () => {}) {
  let id;
  const promise = new Promise((resolve) => {
    id = threads.queueWork(what, number, (value, error) => {
      resolve({ value, error });
      done();
    });
  });
  promise.id = id;
  return promise;
}

const workFor = (what) => new Promise((resolve) => threads.queueWorkForCallback(what, (...args) => resolve(args)));

test('the result comes back, later', async () => {
  let returned = false;
  const result = work('double', 21, () => assert.ok(returned));
  returned = true;
  assert.deepStrictEqual(await result, { value: 42, error: undefined });
  await assertAllDropped();
});

test('a panic on the pool is the error that comes back', async () => {
  const { value, error } = await work('panic', 3);
  assert.strictEqual(value, undefined);
  assert.deepStrictEqual(
    [error.constructor, error.code, error.message],
    [Error, 'ERR_RUST_PANIC', 'panicked on the pool with 3'],
  );
  await assertAllDropped();
});

test(`${MANY} at once`, async () => {
  const results = await Promise.all(Array.from({ length: MANY }, (_, number) => work('double', number)));
  assert.ok(results.every(({ value }, number) => value === number * 2));
  await assertAllDropped();
});

test('work is queued by what comes after work', async () => {
  const depth = await new Promise((resolve) => {
    const step = (level) => {
      if (level === 100) resolve(level);
      else threads.queueWork('double', level, () => step(level + 1));
    };
    step(0);
  });
  assert.strictEqual(depth, 100);
  await assertAllDropped();
});

test('what goes wrong after work is an uncaught exception', async () => {
  const thrown = { thrown: 'by identity' };
  const uncaught = await uncaughtBy(async (uncaught) => {
    work('double', 1, () => {
      throw thrown;
    });
    await until(() => uncaught.length === 1);
    work('error after', 2);
    await until(() => uncaught.length === 2);
    work('panic after', 3);
    await until(() => uncaught.length === 3);
    assert.strictEqual((await work('double', 4)).value, 8);
  });
  assert.strictEqual(uncaught[0], thrown);
  assert.deepStrictEqual(
    uncaught.slice(1).map(({ constructor, code, message }) => [constructor, code, message]),
    [
      [RangeError, 'E_REFUSED', 'refused after work'],
      [Error, 'ERR_RUST_PANIC', 'panicked after work with 3'],
    ],
  );
  await assertAllDropped();
});

// Deno 2.9 runs them when all work that was done has come back.
testOn(['node', 'bun'], 'ticks and microtasks run after each piece of work', async () => {
  const order = [];
  const one = (number) =>
    new Promise((resolve) => {
      threads.queueWork('double', number, () => {
        order.push(`after ${number}`);
        process.nextTick(() => order.push(`tick ${number}`));
        Promise.resolve().then(() => order.push(`microtask ${number}`));
        setImmediate(resolve);
      });
    });
  const pieces = [0, 1, 2].map(one);
  // All of them are done when the event loop has its turn, and come back in one.
  const end = performance.now() + 100;
  while (performance.now() < end);
  await Promise.all(pieces);
  assert.strictEqual(order.length, 9);
  for (let at = 0; at < 9; at += 3) {
    const number = order[at].match(/\d/)[0];
    assert.deepStrictEqual(order.slice(at, at + 3), [`after ${number}`, `tick ${number}`, `microtask ${number}`]);
  }
});

/** Runs `use` while work at the gate keeps all threads of the pool busy, and opens the gate. */
async function withFullPool(use) {
  // Bun has a thread for each core, Node 4, Deno 32.
  const MORE_THAN_THREADS = 200;
  threads.openGate(false);
  const atGate = Array.from({ length: MORE_THAN_THREADS }, () => work('gate', 1));
  try {
    let [before, since] = [0, performance.now()];
    while (before === 0 || performance.now() - since < 100) {
      await turn();
      if (threads.running() !== before) [before, since] = [threads.running(), performance.now()];
    }
    assert.ok(before < MORE_THAN_THREADS);
    await use();
    assert.strictEqual(threads.running(), before);
  } finally {
    threads.openGate(true);
  }
  assert.ok((await Promise.all(atGate)).every(({ value }) => value === 2));
}

test('work that has not begun is cancelled, once', async () => {
  let waiting;
  await withFullPool(() => {
    waiting = [1, 2, 3].map((number) => work('double', number));
    assert.strictEqual(threads.cancelWork(waiting[1].id), true);
    assert.strictEqual(threads.cancelWork(waiting[1].id), false);
  });
  const { value, error } = await waiting[1];
  assert.strictEqual(value, undefined);
  assert.deepStrictEqual([error.constructor, error.code], [Error, 'ERR_CANCELLED']);
  assert.strictEqual(threads.cancelWork(waiting[1].id), false);
  assert.deepStrictEqual([(await waiting[0]).value, (await waiting[2]).value], [2, 6]);
  await assertAllDropped();
});

// Bun tells only when the pool has a thread for it.
testOn(['node'], 'cancelled work comes back at once', async () => {
  await withFullPool(async () => {
    const waiting = work('double', 1);
    assert.strictEqual(threads.cancelWork(waiting.id), true);
    assert.strictEqual((await waiting).error.code, 'ERR_CANCELLED');
  });
});

test('work that runs is told, and its result counts', async () => {
  const running = work('until cancelled');
  await until(() => threads.running() === 1);
  assert.strictEqual(threads.cancelWork(running.id), false);
  assert.deepStrictEqual(await running, { value: -1, error: undefined });
  await assertAllDropped();
});

test('work that is done is not cancelled', async () => {
  const done = work('double', 1);
  await done;
  assert.strictEqual(threads.cancelWork(done.id), false);
});

test('the value of work is given to a callback', async () => {
  assert.deepStrictEqual(await workFor('text'), ['text 1']);
});

test('the error of work is given to a callback', async () => {
  const [error, ...rest] = await workFor('error');
  assert.deepStrictEqual(rest, []);
  assert.deepStrictEqual(
    [error.constructor, error.code, error.message],
    [RangeError, 'E_REFUSED', 'refused on the pool'],
  );
});

test('the panic of work is given to a callback', async () => {
  const [error, ...rest] = await workFor('panic');
  assert.deepStrictEqual(rest, []);
  assert.deepStrictEqual(
    [error.constructor, error.code, error.message],
    [Error, 'ERR_RUST_PANIC', 'panicked on the pool with 1'],
  );
});

test('an exception of the callback is uncaught', async () => {
  const thrown = new Error('of the callback');
  const uncaught = await uncaughtBy(async (uncaught) => {
    threads.queueWorkForCallback('text', () => {
      throw thrown;
    });
    await until(() => uncaught.length > 0);
  });
  assert.strictEqual(uncaught.length, 1);
  assert.strictEqual(uncaught[0], thrown);
});

// Only Node counts references.
testOn(['node'], 'no reference is left by work', async () => {
  const round = async () => {
    await Promise.all([work('double'), work('panic'), workFor('text'), workFor('error')]);
  };
  assert.strictEqual(await referencesLeftBy(round), 0);
});

for (const [name, body] of Object.entries({
  'that runs': (harness) => {
    const threads = harness.addon('threads');
    for (let number = 0; number < 4; number += 1) threads.queueWork('until cancelled', number, () => {});
    setTimeout(() => process.exit(0), 20);
  },
  'that has not begun': (harness) => {
    const threads = harness.addon('threads');
    for (let number = 0; number < 100; number += 1) threads.queueWork('until cancelled', number, () => {});
    setTimeout(() => process.exit(0), 20);
  },
  'that is done, and has not come back': (harness) => {
    const threads = harness.addon('threads');
    for (let number = 0; number < 10; number += 1) threads.queueWork('double', number, () => {});
    const end = performance.now() + 50;
    while (performance.now() < end);
    process.exit(0);
  },
})) {
  test(`a worker ends with work ${name}`, async () => {
    await inWorker(body);
    await until(() => threads.running() === 0);
    await assertAllDropped();
  });
}

test('a worker ends by itself after its work has come back', async () => {
  const result = await inWorker(
    (harness) => new Promise((resolve) => harness.addon('threads').queueWork('double', 4, resolve)),
  );
  assert.strictEqual(result, 8);
  await assertAllDropped();
});
