// addons: misuse
'use strict';
// Safe Rust that misuses tokens and guards: every misuse is an error, nothing aborts, and later calls are unharmed.
const assert = require('node:assert');
const { addon, caught, original, test } = require('./harness.js');

const misuse = addon('misuse');

const REFUSED =
  'this Env is not the one of the innermost scope: an inner scope is open, or JavaScript is running; ' +
  'use the Env of the innermost closure';
const SCOPE = { name: 'Error', code: 'ERR_SCOPE', message: REFUSED };

/** The token was refused; in a conversion the message says which. */
function refused(place, action) {
  const { name, code, message } = caught(action);
  assert.deepStrictEqual([name, code, message], ['Error', 'ERR_SCOPE', `${place}${REFUSED}`]);
}

const thrown = { thrown: 'by identity' };
const throws = () => {
  throw thrown;
};

// Smuggled tokens.

const things = () => ({ function: () => assert.fail('was called'), key: 1 });

const ways = {
  useOuter: '',
  useOuterInScopes: '',
  useOuterInConversion: 'useOuterInConversion: argument 1 (_converted)',
};
// What fails while it converts a property says which.
const places = { set: '.key', 'set element': '[0]' };

for (const [way, argument] of Object.entries(ways)) {
  test(`${way}: the token of an outer call is refused by every operation`, () => {
    const operations = misuse.operations();
    assert.ok(operations.length > 50);
    const kept = misuse.lendEnv(things(), () => {
      for (const operation of operations) {
        const place = argument + (places[operation] ?? '');
        refused(place && `${place}: `, () => misuse[way](operation));
      }
    });
    assert.strictEqual(kept, 0);
  });
}

test('the token of an outer call is refused deeper down, too', () => {
  const descend = (levels) => {
    refused('', () => misuse.useOuterInScopes('call'));
    if (levels > 0) misuse.lendEnv(things(), () => descend(levels - 1));
    refused('', () => misuse.useOuter('object'));
  };
  misuse.lendEnv(things(), () => descend(20));
});

test('getters and traps cannot use the token of the call that runs them', () => {
  const tried = [];
  const tryIt = (what, answer) => () => {
    tried.push(what);
    refused('', () => misuse.useOuter('object'));
    refused(`${ways.useOuterInConversion}: `, () => misuse.useOuterInConversion('object'));
    return answer;
  };
  const proxy = new Proxy(
    {},
    {
      get: tryIt('get', 1),
      set: tryIt('set', true),
      has: tryIt('has', true),
      deleteProperty: tryIt('delete', true),
      ownKeys: tryIt('keys', []),
      getOwnPropertyDescriptor: tryIt('has_own', undefined),
    },
  );
  for (const operation of ['get', 'set', 'has', 'has_own', 'delete', 'keys']) {
    misuse.lendAndDo(proxy, operation);
    assert.ok(tried.includes(operation), operation);
  }
});

test('a token that was lent and not used does no harm', () => {
  assert.strictEqual(
    misuse.lendEnv(things(), () => {}),
    0,
  );
  assert.throws(() => misuse.useOuter('object'), { message: 'no token was lent' });
});

// JavaScript that a host runs while it works for us must find the call entered.
for (const [what, install, remove] of [
  [
    'arrays',
    (set) => Object.defineProperty(Array.prototype, '0', { set, configurable: true }),
    () => delete Array.prototype[0],
  ],
  [
    'errors',
    (set) => Object.defineProperty(Error.prototype, 'code', { set, configurable: true }),
    () => delete Error.prototype.code,
  ],
  [
    // On OpenHarmony what is thrown is the cause of an error.
    'errors, for their cause,',
    (set) => Object.defineProperty(Error.prototype, 'cause', { set, configurable: true }),
    () => delete Error.prototype.cause,
  ],
]) {
  test(`a setter on the prototype of ${what} gets no token`, () => {
    const outcomes = [];
    const note = () => {
      try {
        misuse.useOuterInConversion('object');
        outcomes[outcomes.length + 1] = 'worked';
      } catch (error) {
        outcomes[outcomes.length + 1] = error.code;
      }
    };
    let rethrown;
    install(note);
    try {
      misuse.lendAndKeep(throws);
    } catch (error) {
      rethrown = error;
    } finally {
      remove();
    }
    assert.strictEqual(original(rethrown), thrown);
    assert.ok(
      outcomes.every((outcome) => outcome === 'ERR_SCOPE'),
      outcomes.join(),
    );
  });
}

test('a value of an inner scope does not become one of the outer', () => {
  refused('', () => misuse.lendKey(() => misuse.useOuterInScopes('key')));
});

// Forgotten guards.

const allRefused = new Array(6).fill('ERR_SCOPE');

test('after a forgotten guard the outer token is refused', () => {
  for (let round = 0; round < 10; round += 1) {
    assert.deepStrictEqual(misuse.forgetAndUse([1]), allRefused);
    // The result would be made with the same token, and so only a result that needs none is given.
    assert.strictEqual(misuse.forgetInHostScope([1]), undefined);
  }
});

test('a handle from before a forgotten guard is returned', () => {
  assert.deepStrictEqual(misuse.forgetAndReturn(), { made: 'before' });
});

test('a call with forgotten guards fails', () => {
  assert.throws(() => misuse.forgetAndFail(false), SCOPE);
  assert.throws(() => misuse.forgetAndFail(true), { message: 'with guards open', code: 'ERR_RUST_PANIC' });
});

test('scopes close what was forgotten in them', () => {
  assert.strictEqual(misuse.forgetInside(1000), 1000);
  assert.strictEqual(misuse.escapeAround(), 'kept');
});

test('for_each ends at a forgotten guard, unless its batch does', () => {
  assert.deepStrictEqual(misuse.forgetInForEach([1, 2, 3], 256), [1, 'ERR_SCOPE']);
  assert.deepStrictEqual(misuse.forgetInForEach([1, 2, 3], 2), [1, 'ERR_SCOPE']);
  assert.deepStrictEqual(misuse.forgetInForEach([1, 2, 3], 1), [3, '']);
});

test('try_catch ends at a forgotten guard', () => {
  assert.throws(() => misuse.forgetInTryCatch(() => {}), SCOPE);
  // The exception that was not taken is thrown.
  assert.strictEqual(
    caught(() => misuse.forgetInTryCatch(throws)),
    thrown,
  );
});

test('a closure that forgets guards', () => {
  const forgetful = misuse.forgetful();
  for (let round = 0; round < 10; round += 1) assert.throws(forgetful, SCOPE);
});

test('guards in futures that are dropped close', () => {
  assert.strictEqual(misuse.notForgotten(), 100);
});
