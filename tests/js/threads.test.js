// addons: threads
'use strict';
// The JavaScript thread as a handle for others: what is posted there, what is asked, and how it goes wrong.
const assert = require('node:assert');
const {
  addon,
  collect,
  gc,
  globalHandles,
  host,
  referencesLeftBy,
  test,
  testOn,
  turn,
  uncaughtBy,
} = require('./harness.js');
const { assertAllDropped } = require('./payloads.js');

const threads = addon('threads');

const numbers = (count) => Array.from({ length: count }, (_, number) => number);

/** What `each` was called with, once that were `count` calls. */
function called(count, start, each = () => {}) {
  return new Promise((resolve) => {
    const calls = [];
    start((number) => {
      calls.push(number);
      // In a turn of its own: what runs after the last call has run, too.
      if (calls.length === count) setImmediate(resolve, calls);
      each(number);
    });
  });
}

/** The result of a question that another thread asks: `{ value }` or `{ error }`. */
const asked = (how, what, fails) =>
  new Promise((resolve) => {
    threads.ask(how, what, (value, error) => resolve({ value, error }), fails);
  });

for (const how of ['post', 'batched', 'call', 'mixed']) {
  test(`${how}: items of a thread run in order`, async () => {
    assert.deepStrictEqual(await called(10_000, (each) => threads.post(how, 10_000, each)), numbers(10_000));
  });

  test(`${how}: items of the JavaScript thread run in order, and later`, async () => {
    let returned = false;
    const calls = await called(
      100,
      (each) => {
        threads.postHere(how, 100, each);
        returned = true;
      },
      () => assert.ok(returned),
    );
    assert.deepStrictEqual(calls, numbers(100));
  });

  test(`${how}: an item that posts is not waited for by the others`, async () => {
    const order = [];
    await called(6, (each) => {
      threads.postHere(how, 3, (number) => {
        order.push(number);
        each(number);
        threads.postHere(how, 1, () => {
          order.push(`posted by ${number}`);
          each(number);
        });
      });
    });
    assert.deepStrictEqual(order, [0, 1, 2, 'posted by 0', 'posted by 1', 'posted by 2']);
  });

  // A dropped answer takes the exception with it.
  const lost = { call: () => true, mixed: (number) => number % 3 === 2 }[how] ?? (() => false);

  test(`${how}: exceptions are uncaught with their identity, and the rest of the queue runs`, async () => {
    const thrown = [new Error('an error'), { not: 'an error' }, 'text', undefined, new TypeError('the last')];
    let calls;
    const uncaught = await uncaughtBy(async () => {
      calls = await called(
        10,
        (each) => threads.postHere(how, 10, each),
        (number) => {
          if (number % 2 === 0) throw thrown[number / 2];
        },
      );
    });
    assert.deepStrictEqual(calls, numbers(10));
    const expected = thrown.filter((_, index) => !lost(index * 2));
    assert.strictEqual(uncaught.length, expected.length);
    uncaught.forEach((error, index) => assert.strictEqual(error, expected[index]));
  });
}

test('an Err and a panic of an item are uncaught exceptions', async () => {
  const uncaught = await uncaughtBy(async () => {
    threads.postFailing(false);
    threads.postFailing(true);
    await called(1, (each) => threads.postHere('post', 1, each));
  });
  assert.deepStrictEqual(
    uncaught.map(({ constructor, code, message }) => [constructor, code, message]),
    [
      [RangeError, 'E_REFUSED', 'refused in Rust'],
      [Error, 'ERR_RUST_PANIC', 'panicked in Rust with 0'],
    ],
  );
});

/**
 * Three items, and what each of them left for later, in the order of running. After 5 ms a batch is cut off, which a busy machine
 * may take from it: then others are run.
 */
async function orderOf(how, rounds = 20) {
  const order = [];
  const begin = performance.now();
  let took;
  await called(
    3,
    (each) => threads.postHere(how, 3, each),
    (number) => {
      took = performance.now() - begin;
      order.push(`item ${number}`);
      process.nextTick(() => order.push(`tick ${number}`));
      Promise.resolve().then(() => order.push(`microtask ${number}`));
      queueMicrotask(() => order.push(`microtask ${number} too`));
    },
  );
  return took < 5 || rounds === 1 ? order : orderOf(how, rounds - 1);
}

const left = (number) => [`tick ${number}`, `microtask ${number}`, `microtask ${number} too`];

for (const how of ['post', 'call']) {
  test(`${how}: ticks and microtasks run after each item`, async () => {
    assert.deepStrictEqual(await orderOf(how), [0, 1, 2].flatMap((number) => [`item ${number}`, ...left(number)]));
  });
}

test('batched: ticks and microtasks run after the batch', async () => {
  const order = await orderOf('batched');
  assert.deepStrictEqual(order.slice(0, 3), ['item 0', 'item 1', 'item 2']);
  assert.deepStrictEqual(order.slice(3).sort(), [0, 1, 2].flatMap(left).sort());
});

test('an item that is not batched ends a batch', async () => {
  const order = await orderOf('mixed');
  assert.deepStrictEqual(order.slice(0, 4), ['item 0', ...left(0)]);
  assert.deepStrictEqual(order.slice(4, 6), ['item 1', 'item 2']);
  assert.deepStrictEqual(order.slice(6).sort(), [1, 2].flatMap(left).sort());
});

for (const how of ['await', 'block']) {
  test(`${how}: the value comes back`, async () => {
    for (const value of [7, -0.5]) assert.deepStrictEqual(await asked(how, () => value), { value, error: undefined });
  });

  test(`${how}: an exception comes back with its identity, and is not uncaught`, async () => {
    for (const thrown of [new Error('mine'), { not: 'an error' }, 'text', null]) {
      const uncaught = await uncaughtBy(async () => {
        const { value, error } = await asked(how, () => {
          throw thrown;
        });
        assert.strictEqual(value, undefined);
        assert.strictEqual(error, thrown);
      });
      assert.deepStrictEqual(uncaught, []);
    }
  });

  test(`${how}: an Err, a panic and a result of another type come back`, async () => {
    const refused = (await asked(how, () => 1, 'error')).error;
    assert.deepStrictEqual(
      [refused.constructor, refused.code, refused.message],
      [RangeError, 'E_REFUSED', 'refused in Rust'],
    );
    const panicked = (await asked(how, () => 1, 'panic')).error;
    assert.deepStrictEqual(
      [panicked.constructor, panicked.code, panicked.message],
      [Error, 'ERR_RUST_PANIC', 'panicked in Rust'],
    );
    const { error } = await asked(how, () => 'text');
    assert.deepStrictEqual([error.constructor, error.code], [TypeError, 'ERR_INVALID_ARG_TYPE']);
    assert.match(error.message, /^callback: result: expected number, got string/);
  });
}

test('the JavaScript thread does not wait for itself', () => {
  assert.throws(() => threads.askHere(() => assert.fail('it ran')), { name: 'Error', code: 'ERR_WOULD_DEADLOCK' });
});

test('a thread is told which thread it is', async () => {
  let here;
  const there = await new Promise((resolve) => {
    here = threads.isCurrent(resolve);
  });
  assert.deepStrictEqual([here, there], [true, 0]);
});

for (const how of ['post', 'batched']) {
  test(`${how}: timers run during a flood`, async () => {
    const COUNT = 30_000;
    let [ticks, longest, last] = [0, 0, performance.now()];
    const timer = setInterval(() => {
      const now = performance.now();
      [ticks, longest, last] = [ticks + 1, Math.max(longest, now - last), now];
    }, 1);
    const begin = performance.now();
    await called(
      COUNT,
      (each) => threads.postHere(how, COUNT, each),
      () => {
        const end = performance.now() + 0.01;
        while (performance.now() < end);
      },
    );
    clearInterval(timer);
    // 5 ms of items, then a turn; the machine may be busy with other things.
    const took = performance.now() - begin;
    assert.ok(ticks >= took / 50, `${ticks} in ${took} ms, ${longest} ms apart`);
  });
}

// Bun scans the stack for pointers, and may still see the last few there.
const SEEN = host === 'bun' ? 5 : 1;

// Handle scopes release nothing in Deno 2.9.
testOn(['node', 'bun'], 'each item has a handle scope of its own, in a batch 64 of them have one', async () => {
  const alone = await new Promise((resolve) => threads.objectsOfItems(100, false, gc, resolve));
  assert.ok(alone <= SEEN, `${alone} of 100 objects are kept by handles`);
  const batched = await new Promise((resolve) => threads.objectsOfItems(1000, true, gc, resolve));
  assert.ok(batched < 64 + SEEN, `${batched} of 1,000 objects are kept by handles`);
});

// Only Node counts references.
testOn(['node'], 'what a thread drops is released without another call', async () => {
  await collect();
  const before = globalHandles();
  threads.dropOnThread({}, 1000);
  await turn();
  await turn();
  assert.strictEqual(globalHandles(), before);
});

testOn(['node'], 'no reference is left by items, answers and errors', async () => {
  const round = async () => {
    await called(10, (each) => threads.post('mixed', 10, each));
    await asked('await', () => 1);
    await asked('block', () => {
      throw new Error('kept');
    });
  };
  assert.strictEqual(await referencesLeftBy(round), 0);
});

test('every payload was dropped once', async () => {
  assert.ok((await assertAllDropped()) > 40_000);
});
