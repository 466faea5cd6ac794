// addons: scopes
'use strict';
// Scopes: every way out, nested and in numbers, what escapes, arrays in batches, caught exceptions. A scope that stays open
// makes Node and Bun abort at the end of the call.
const assert = require('node:assert');
const { addon, caught, gc, host, original, soak, test, testOn } = require('./harness.js');

const scopes = addon('scopes');
const thrown = { thrown: 'by identity' };
const throws = () => {
  throw thrown;
};

const ways = {
  error: { name: 'TypeError', message: 'left by an error' },
  'question mark': { name: 'RangeError', message: 'left by ?', code: 'LEFT' },
  panic: { name: 'Error', message: 'left by a panic', code: 'ERR_RUST_PANIC' },
  'no such way': { name: 'Error', message: 'no such way' },
};
for (const form of ['closure', 'escapable', 'guard']) {
  test(`${form}: every way out`, () => {
    assert.strictEqual(scopes[form]('end', throws), 1);
    for (const [way, error] of Object.entries(ways)) {
      assert.throws(() => scopes[form](way, throws), error);
      assert.strictEqual(scopes[form]('end', throws), 1);
    }
    assert.strictEqual(
      caught(() => scopes[form]('exception', throws)),
      thrown,
    );
  });
}

test('guards are left by return, break and continue', () => {
  assert.strictEqual(scopes.guard('return', throws), 2);
  assert.deepStrictEqual([0, 1, 5, 1000].map(scopes.looped), [0, 0, 6, 249500]);
});

test('a panic leaves all scopes up to where it is caught', () => {
  assert.strictEqual(scopes.unwound(false), 'caught');
  assert.throws(() => scopes.unwound(true), { message: 'through three scopes', code: 'ERR_RUST_PANIC' });
});

test('scopes nest', () => {
  for (const depth of [0, 1, 2, 3, 100]) {
    assert.strictEqual(scopes.nested(depth), depth + (depth * (depth + 1)) / 2);
  }
});

test('scopes in a loop', () => {
  const count = soak ? 10_000_000 : 100_000;
  assert.strictEqual(scopes.scopes(count), (count * (count - 1)) / 2);
});

const collectNow = () => void gc();

// Bun scans the stack for pointers, and may still see the last few there.
const SEEN = host === 'bun' ? 16 : 0;

// Deno 2.9 opens no handle scopes: what a call makes lives until the call ends.
const withScopes = ['node', 'bun'];

for (const form of ['closure', 'escapable', 'guard']) {
  testOn(withScopes, `${form}: what is made in a scope is released with it`, () => {
    const alive = scopes.keptAlive(1000, form, collectNow);
    assert.ok(alive <= SEEN, `${alive} of 1000 are alive`);
  });
}

test('what is made without a scope lives as long as the call', () => {
  assert.strictEqual(scopes.keptAlive(1000, 'none', collectNow), 1000);
});

test('handles of every kind escape', () => {
  const kinds = ['value', 'undefined', 'null', 'boolean', 'number', 'string', 'object', 'array'];
  assert.deepStrictEqual(kinds.map(scopes.escaped), [
    'a value',
    undefined,
    null,
    true,
    1.5,
    'a string',
    { key: 'an object' },
    ['an element'],
  ]);
  assert.strictEqual(scopes.escaped('symbol').toString(), 'Symbol(a symbol)');
  assert.strictEqual(scopes.escaped('function')(), 7);
  assert.strictEqual(scopes.sum(scopes.escaped('external')), 6);
  assert.throws(() => scopes.escaped('nothing'), { message: 'no such kind' });
});

test('an escape is used anywhere inside, or not at all', () => {
  assert.strictEqual(scopes.unused(), 4);
  assert.strictEqual(scopes.fromFurtherIn('text'), 'text');
  assert.strictEqual(scopes.ownValue(thrown), thrown);
  assert.strictEqual(scopes.afterwards(), 'kept');
});

test('a scope fails after something escaped', () => {
  assert.throws(() => scopes.letOutAndFailed(false), { message: 'after the escape' });
  assert.throws(() => scopes.letOutAndFailed(true), { message: 'after the escape', code: 'ERR_RUST_PANIC' });
});

test('values of the outer scope are used in the inner one', () => {
  const object = {};
  assert.strictEqual(scopes.outerInside(object), true);
  assert.deepStrictEqual(object, { key: {} });
});

test('for_each visits every element once, in batches of any size', () => {
  for (const length of [0, 1, 2, 255, 256, 257, 511, 512, 513, 1000]) {
    const array = Array.from({ length }, (_, index) => ({ index }));
    const indices = array.map(({ index }) => index);
    assert.strictEqual(
      scopes.total(indices),
      indices.reduce((a, b) => a + b, 0),
    );
    for (const batch of [0, 1, 3, 256, 0xffffffff]) {
      const seen = [];
      assert.strictEqual(
        scopes.each(array, batch, (item) => void seen.push(item)),
        length,
      );
      assert.ok(seen.every((item, index) => item === array[index]));
      assert.strictEqual(seen.length, length);
    }
  }
});

testOn(withScopes, 'for_each releases what it visited', () => {
  for (const batch of [1, 16, 256]) {
    const array = Array.from({ length: 1000 }, () => ({}));
    const [seen, alive] = scopes.visitedAlive(array, batch, collectNow);
    assert.strictEqual(seen, 1000);
    assert.ok(alive <= SEEN, `${alive} of 1000 are alive`);
  }
});

test('for_each stops at the first error', () => {
  const array = new Array(10).fill(0);
  for (const at of [0, 3, 4, 5, 9]) {
    assert.strictEqual(scopes.stopped(array, at, false), at);
    assert.throws(() => scopes.stopped(array, at, true), { message: 'stopped by a panic', code: 'ERR_RUST_PANIC' });
  }
  assert.strictEqual(scopes.stopped(array, 10, true), 10);
  assert.throws(() => scopes.total([1, 2, 'x']), {
    name: 'TypeError',
    message: 'expected number, got string',
    code: 'ERR_INVALID_ARG_TYPE',
  });
});

test('for_each passes on what JavaScript throws', () => {
  assert.strictEqual(
    caught(() => scopes.each([1, 2], 1, throws)),
    thrown,
  );
  const array = [1, 2, 3];
  Object.defineProperty(array, 1, { get: throws });
  assert.strictEqual(
    caught(() => scopes.total(array)),
    thrown,
  );
});

test('for_each keeps to the length of the beginning', () => {
  const growing = [1, 2, 3];
  assert.strictEqual(
    scopes.each(growing, 2, () => void growing.push(0)),
    3,
  );
  assert.strictEqual(growing.length, 6);
  const shrinking = [1, 2, 3];
  const seen = [];
  scopes.each(shrinking, 2, (item) => {
    seen.push(item);
    shrinking.length = 0;
  });
  assert.deepStrictEqual(seen, [1, undefined, undefined]);
  // eslint-disable-next-line no-sparse-arrays
  assert.throws(() => scopes.total([1, , 3]), { message: 'expected number, got undefined' });
});

test('for_each inside of for_each', () => {
  const rows = Array.from({ length: 7 }, (_, row) => Array.from({ length: 5 }, (_, cell) => row * cell));
  assert.strictEqual(scopes.table(rows), 210);
  assert.throws(() => scopes.table([[1], [2, 'x']]), { message: 'expected number, got string' });
});

test('try_catch takes the thrown value itself', () => {
  for (const value of [thrown, new Error('e'), 'text', 0, null, undefined, Symbol.iterator, 7n, Object.freeze({})]) {
    const attempt = scopes.attempt(() => {
      throw value;
    });
    assert.deepStrictEqual(attempt, ['exception', value]);
    assert.strictEqual(attempt[1], value);
  }
  assert.deepStrictEqual(
    scopes.attempt(() => 5),
    ['value', 5],
  );
});

test('try_catch makes an error of Rust the error that it would become', () => {
  const error = scopes.attemptError();
  assert.ok(error instanceof RangeError);
  assert.deepStrictEqual([error.message, error.code], ['of Rust', 'E_RUST']);
});

test('try_catch nests', () => {
  const throwing = (value) => () => {
    throw value;
  };
  assert.deepStrictEqual(scopes.nestedAttempts(throwing(1), throwing(2)), [1, 2]);
  assert.deepStrictEqual(
    scopes.nestedAttempts(() => 1, throwing(2)),
    [2],
  );
  assert.deepStrictEqual(
    scopes.nestedAttempts(throwing(1), () => 2),
    [1],
  );
});

test('what was caught is thrown again, the same value', () => {
  for (const value of [thrown, 'text', undefined, null, 0, Symbol.iterator]) {
    for (const again of [scopes.again, scopes.againAsError]) {
      let same;
      try {
        again(() => {
          throw value;
        });
      } catch (error) {
        same = Object.is(original(error), value);
      }
      assert.strictEqual(same, true, String(value));
    }
  }
});

test('an exception leaves the scopes inside of try_catch', () => {
  assert.strictEqual(scopes.fromScope(throws), thrown);
});

test('a panic goes through try_catch', () => {
  assert.throws(() => scopes.panicking(), { message: 'through try_catch', code: 'ERR_RUST_PANIC' });
});
