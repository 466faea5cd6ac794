// addons: threads
'use strict';
// Functions that any thread calls: all ways to call them, bounds, and when they are released.
const assert = require('node:assert');
const {
  addon,
  collect,
  gc,
  globalHandles,
  host,
  inProcess,
  instrumented,
  inWorker,
  test,
  testOn,
  turn,
  uncaughtBy,
} = require('./harness.js');
const { assertAllDropped } = require('./payloads.js');

const threads = addon('threads');

/** Runs `use(id)` with a callback that is kept as long as that takes. */
async function withCallback(callback, use, how, bound) {
  const id = threads.keepCallback(callback, how, bound);
  try {
    return await use(id);
  } finally {
    threads.dropCallback(id, 'here');
  }
}

const callOnThreads = (id, count, each) =>
  new Promise((resolve, reject) => {
    threads.callOnThreads(id, count, each, (refused, error) => (error ? reject(error) : resolve(refused)));
  });

/** `{ value }` or `{ error }` of a call by another thread. */
const callAndTell = (id, how, number = 0) =>
  new Promise((resolve) => {
    threads.callAndTell(id, how, number, (value, error) => resolve({ value, error }));
  });

// A kept callback is called when the function that was given it has returned.
for (const how of [undefined, 'batched', 'weak']) {
  test(`${how ?? 'plain'}: calls of 8 threads all arrive, each thread's in order`, async () => {
    const COUNT = instrumented ? 5_000 : 100_000;
    const next = new Array(8).fill(0);
    let disorder = 0;
    const count = (thread, number) => {
      disorder += next[thread] !== number;
      next[thread] += 1;
    };
    const refused = await withCallback(count, (id) => callOnThreads(id, 8, COUNT), how);
    // What threads have queued runs before what a thread queues that has waited for them.
    assert.deepStrictEqual([refused, disorder, next], [0, 0, new Array(8).fill(COUNT)]);
    await assertAllDropped();
  });
}

test('calls of the JavaScript thread come later, in order', async () => {
  const calls = [];
  await withCallback(
    (_, number) => calls.push(number),
    async (id) => {
      for (let number = 0; number < 100; number += 1) threads.callHere(id, number);
      assert.deepStrictEqual(calls, []);
      await callOnThreads(id, 0, 0);
      assert.deepStrictEqual(calls, Array.from({ length: 100 }, (_, number) => number));
    },
  );
});

test('what a call throws is uncaught with its identity, and later calls run', async () => {
  const thrown = [new Error('zero'), 'one', { two: 2 }];
  let calls = 0;
  const uncaught = await uncaughtBy(() => {
    const throws = (_, number) => {
      calls += 1;
      if (number < 3) throw thrown[number];
    };
    return withCallback(throws, (id) => callOnThreads(id, 1, 10));
  });
  assert.strictEqual(calls, 10);
  assert.strictEqual(uncaught.length, 3);
  uncaught.forEach((error, index) => assert.strictEqual(error, thrown[index]));
});

test('the result of a call that nobody waits for has any type', async () => {
  const uncaught = await uncaughtBy(() => withCallback(() => 'text', (id) => callOnThreads(id, 1, 3)));
  assert.deepStrictEqual(uncaught, []);
});

test('only a function is a callback', () => {
  for (const [value, got] of [
    [5, 'number'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{}, 'object'],
    ['text', 'string'],
  ]) {
    assert.throws(() => threads.keepCallback(value), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: `keepCallback: argument 1 (callback): expected function, got ${got}`,
    });
  }
});

test('a bound callback is full, and gives the argument back', async () => {
  const calls = [];
  await withCallback(
    (_, number) => calls.push(number),
    async (id) => {
      const tried = [0, 1, 2, 3].map((number) => threads.tryCall(id, number));
      assert.deepStrictEqual(tried, ['queued', 'queued', 'full: 2', 'full: 3']);
      await callOnThreads(id, 0, 0);
      assert.deepStrictEqual(calls, [0, 1]);
      assert.strictEqual(threads.tryCall(id, 4), 'queued');
    },
    undefined,
    2,
  );
  await collect();
  assert.deepStrictEqual(calls, [0, 1, 4]);
  await assertAllDropped();
});

test('a callback without a bound is never full', async () => {
  await withCallback(
    () => {},
    async (id) => {
      for (let number = 0; number < 1000; number += 1) assert.strictEqual(threads.tryCall(id, number), 'queued');
    },
  );
  await collect();
  await assertAllDropped();
});

test('a call of the JavaScript thread does not wait for room', async () => {
  await withCallback(
    () => {},
    async (id) => {
      threads.callHere(id, 0);
      assert.throws(() => threads.callHere(id, 1), { name: 'Error', code: 'ERR_QUEUE_FULL' });
      await callOnThreads(id, 0, 0);
      threads.callHere(id, 2);
    },
    undefined,
    1,
  );
  await collect();
  await assertAllDropped();
});

for (const bound of [1, 16]) {
  test(`threads wait for room in a queue of ${bound}`, async () => {
    const COUNT = instrumented ? 100 : 2000;
    let [most, calls] = [0, 0];
    const look = () => {
      calls += 1;
      most = Math.max(most, threads.payloadsAlive());
    };
    const refused = await withCallback(look, (id) => callOnThreads(id, 4, COUNT), undefined, bound);
    assert.deepStrictEqual([refused, calls], [0, 4 * COUNT]);
    // Queued, in the hands of each thread, and the arguments of this call until it returns.
    assert.ok(most <= bound + 4 + 1, `${most} at once`);
    await assertAllDropped();
  });
}

test('a full queue has room again when a call throws', async () => {
  const uncaught = await uncaughtBy(() => {
    const throws = () => {
      throw new Error('every time');
    };
    return withCallback(throws, (id) => callOnThreads(id, 2, 50), undefined, 1);
  });
  assert.strictEqual(uncaught.length, 100);
});

for (const how of ['await', 'block']) {
  test(`${how}: the result comes back`, async () => {
    await withCallback(
      (thread, number) => thread + number / 2,
      async (id) => assert.deepStrictEqual(await callAndTell(id, how, 5), { value: 2.5, error: undefined }),
    );
  });

  test(`${how}: what the function throws comes back with its identity`, async () => {
    for (const thrown of [new Error('mine'), { not: 'an error' }, 'text']) {
      const throws = () => {
        throw thrown;
      };
      const uncaught = await uncaughtBy(async () => {
        const { error } = await withCallback(throws, (id) => callAndTell(id, how));
        assert.strictEqual(error, thrown);
      });
      assert.deepStrictEqual(uncaught, []);
    }
  });

  test(`${how}: a result of another type is an error`, async () => {
    const { error } = await withCallback(() => 'text', (id) => callAndTell(id, how));
    assert.deepStrictEqual(
      [error.constructor, error.code, error.message],
      [TypeError, 'ERR_INVALID_ARG_TYPE', 'callback: result: expected number, got string'],
    );
  });

  test(`${how}: many calls at once, and a bound that is smaller`, async () => {
    await withCallback(
      (_, number) => number * 2,
      async (id) => {
        const told = await Promise.all(Array.from({ length: 20 }, (_, number) => callAndTell(id, how, number)));
        told.forEach(({ value, error }, number) => assert.deepStrictEqual([value, error], [number * 2, undefined]));
      },
      undefined,
      2,
    );
    await assertAllDropped();
  });
}

test('the JavaScript thread does not wait for itself', async () => {
  await withCallback(
    () => assert.fail('it was called'),
    (id) => assert.throws(() => threads.callBlockingHere(id, 1), { name: 'Error', code: 'ERR_WOULD_DEADLOCK' }),
  );
  await assertAllDropped();
});

for (const place of ['here', 'thread', 'threads']) {
  // Only Node counts references.
  testOn(['node'], `${place}: the function is released when the last clone is dropped`, async () => {
    await collect();
    const before = globalHandles();
    const ids = Array.from({ length: 50 }, () => threads.keepCallback(() => {}));
    assert.ok(globalHandles() >= before + 50);
    for (const id of ids) threads.dropCallback(id, place);
    await turn();
    await turn();
    assert.strictEqual(globalHandles(), before);
  });

  test(`${place}: the function is collected after the last clone was dropped`, async () => {
    const collected = [];
    const registry = new FinalizationRegistry((number) => collected.push(number));
    const keep = (number) => {
      const callback = () => number;
      registry.register(callback, number);
      return threads.keepCallback(callback);
    };
    const ids = Array.from({ length: 20 }, (_, number) => keep(number));
    await collect();
    assert.deepStrictEqual(collected, []);
    for (const id of ids) threads.dropCallback(id, place);
    for (let round = 0; round < 5; round += 1) await collect();
    // Bun scans the stack for pointers, and may still see the last few there.
    assert.ok(collected.length >= (host === 'bun' ? 15 : 20), `${collected.length} of 20`);
  });
}

test('calls keep the function until they have run', async () => {
  const calls = [];
  const id = threads.keepCallback((_, number) => calls.push(number));
  for (let number = 0; number < 3; number += 1) threads.callHere(id, number);
  threads.dropCallback(id, 'thread');
  gc();
  await collect();
  assert.deepStrictEqual(calls, [0, 1, 2]);
});

for (const [how, ends] of [
  ['plain', false],
  ['weak', true],
]) {
  test(`${how}: a kept callback ${ends ? 'lets the process end' : 'keeps the process alive'}`, () => {
    const child = inProcess((harness, how) => {
      const threads = harness.addon('threads');
      const id = threads.keepCallback((_, number) => console.log('called', number), how);
      // The timer does not keep the process alive itself.
      setTimeout(() => {
        console.log('waited');
        threads.callHere(id, 1);
        threads.dropCallback(id, 'thread');
      }, 300).unref();
    }, how);
    const printed = ends ? '' : 'waited\ncalled 1\n';
    assert.deepStrictEqual([child.status, child.signal, child.stdout, child.stderr], [0, null, printed, '']);
  });
}

test('a callback outlives its worker: calls are refused, counted, and give the arguments back', async () => {
  const id = await inWorker((harness) => harness.addon('threads').keepCallback(() => 1, 'weak'));
  // Deno reports the end of a worker before that of its thread.
  while (threads.tryCall(id, 0) === 'queued') await turn();
  const before = threads.lostByCallback(id);
  assert.throws(() => threads.callHere(id, 1), { name: 'Error', code: 'ERR_CLOSING' });
  assert.throws(() => threads.callBlockingHere(id, 1), { name: 'Error', code: 'ERR_CLOSING' });
  assert.strictEqual(threads.tryCall(id, 7), 'closing: 7');
  assert.strictEqual(await callOnThreads(id, 4, 100), 400);
  for (const how of ['await', 'block']) {
    const { error } = await callAndTell(id, how);
    assert.deepStrictEqual([error.constructor, error.code], [Error, 'ERR_CLOSING']);
  }
  assert.strictEqual(threads.lostByCallback(id) - before, 405);
  threads.dropCallback(id, 'here');
  await assertAllDropped();
});
