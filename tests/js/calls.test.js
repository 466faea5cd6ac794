// addons: calls
'use strict';
const assert = require('node:assert');
const { addon, inProcess, original, personality, test } = require('./harness.js');

const exported = addon('calls');
const { calls } = exported;

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
const counted = (length) => Array.from({ length }, (_, index) => index);

/** What `call` throws, whatever that is. */
function thrownBy(call) {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  return assert.fail('nothing was thrown');
}

/** Checks class, message and code of what `call` throws; `code` may be absent. */
function throws(call, Class, message, code) {
  const thrown = thrownBy(call);
  assert.strictEqual(thrown.constructor, Class);
  assert.strictEqual(thrown.message, message);
  assert.strictEqual(thrown.code, code);
  assert.strictEqual(Object.hasOwn(thrown, 'code'), code !== undefined);
}

// Arguments

test('0 to 16 arguments arrive in order', () => {
  for (let count = 0; count <= 16; count += 1) {
    const numbers = counted(count).map((n) => n + 0.5);
    const call = calls[`args${count}`];
    assert.deepStrictEqual(call(...numbers), numbers);
    assert.deepStrictEqual(call(...numbers, 'more', {}, 1n), numbers);
  }
});

test('a missing argument is undefined', () => {
  for (let count = 1; count <= 16; count += 1) {
    const call = calls[`args${count}`];
    const name = String.fromCharCode(96 + count);
    const message = (got) => `args${count}: argument ${count} (${name}): expected number, got ${got}`;
    const numbers = counted(count - 1);
    assert.throws(() => call(...numbers), wrongType(message('undefined')));
    assert.throws(() => call(...numbers, 'x'), wrongType(message('string')));
    assert.throws(() => call(), wrongType(`args${count}: argument 1 (a): expected number, got undefined`));
  }
});

test('the first wrong argument is the one that is named', () => {
  assert.throws(() => calls.args3(1, 'b', null), wrongType('args3: argument 2 (b): expected number, got string'));
});

test('16 arguments beside Env and this', () => {
  const values = [1, 'two', null, undefined, {}, [], () => 0, Symbol('s'), 9n, true, NaN, -0, '', Infinity, {}];
  const self = { name: 'this' };
  assert.deepStrictEqual(calls.sixteenAndEnv.call(self, ...values, 'last'), [...values, 'last', self]);
  assert.throws(
    () => calls.sixteenAndEnv(...values),
    wrongType('sixteenAndEnv: argument 16 (p): expected string, got undefined'),
  );
  assert.deepStrictEqual(calls.fifteenAndRest(...counted(15)), [105, []]);
  assert.deepStrictEqual(calls.fifteenAndRest(...counted(20)), [105, [15, 16, 17, 18, 19]]);
  assert.throws(
    () => calls.fifteenAndRest(...counted(19), 'x'),
    wrongType('fifteenAndRest: argument 20 (p): expected number, got string'),
  );
});

test('optional arguments', () => {
  assert.deepStrictEqual(calls.optional(), [undefined, undefined]);
  assert.deepStrictEqual(calls.optional(1), [1, undefined]);
  assert.deepStrictEqual(calls.optional(null, 'b'), [undefined, 'b']);
  assert.throws(() => calls.optional(1, 2), wrongType('optional: argument 2 (b): expected string, got number'));
});

test('the rest is what is left', () => {
  assert.strictEqual(calls.sum(1), 1);
  assert.strictEqual(calls.sum(1, 2), 3);
  assert.strictEqual(calls.sum(...counted(1000)), 499500);
  assert.strictEqual(calls.sum(...counted(50_000)), 1249975000);
  assert.strictEqual(calls.join(), '');
  assert.strictEqual(calls.join('a', 'b', 'c'), 'a+b+c');
  assert.deepStrictEqual(calls.restTypes(undefined, null, 1), ['undefined', 'null', 'number']);
  assert.deepStrictEqual(calls.restTypes(), []);
  const objects = [{}, [], () => 0];
  for (const [index, object] of calls.restEcho(...objects).entries()) assert.strictEqual(object, objects[index]);
  assert.throws(() => calls.sum(), wrongType('sum: argument 1 (first): expected number, got undefined'));
  assert.throws(() => calls.sum(1, 2, '3', 4), wrongType('sum: argument 3 (rest): expected number, got string'));
  assert.throws(() => calls.sum(1, undefined), wrongType('sum: argument 2 (rest): expected number, got undefined'));
  assert.throws(() => calls.join('a', 2), wrongType('join: argument 2 (texts): expected string, got number'));
  assert.throws(() => calls.restEcho({}, 1), wrongType('restEcho: argument 2 (rest): expected object, got number'));
  assert.throws(
    () => calls.restUnnamed(1, -1),
    outOfRange('restUnnamed: argument 2: expected integer in the range of u8, got -1'),
  );
});

test('undefined is replaced by the default value, and nothing else is', () => {
  assert.strictEqual(calls.greet(), 'hello world');
  assert.strictEqual(calls.greet(undefined, 2), 'hello worldhello world');
  assert.strictEqual(calls.greet('you', undefined), 'hello you');
  assert.strictEqual(calls.greet('', 1), 'hello ');
  assert.throws(() => calls.greet(null), wrongType('greet: argument 1 (name): expected string, got null'));
  assert.throws(() => calls.greet('you', null), wrongType('greet: argument 2 (times): expected number, got null'));
  assert.throws(() => calls.greet('you', '2'), wrongType('greet: argument 2 (times): expected number, got string'));
  assert.deepStrictEqual(calls.defaultText(), ['none', [1, 2]]);
  assert.deepStrictEqual(calls.defaultText('a', []), ['a', []]);
  assert.strictEqual(calls.defaultBesideEnv(), 'text None');
  assert.strictEqual(calls.defaultBesideEnv('a', 1), 'a Some(Number)');
  assert.strictEqual(calls.defaultOption(), 5);
  assert.strictEqual(calls.defaultOption(null), undefined);
  assert.strictEqual(calls.defaultOption(6), 6);
  assert.deepStrictEqual(calls.defaultAndRest(), [10, []]);
  assert.deepStrictEqual(calls.defaultAndRest(undefined, 1, 2), [10, [1, 2]]);
});

test('a default value is made for each call that needs it', () => {
  const first = calls.defaultIsMade();
  assert.strictEqual(calls.defaultIsMade(), first + 1);
  assert.strictEqual(calls.defaultIsMade(1000), 1000);
  assert.strictEqual(calls.defaultIsMade(undefined), first + 2);
  assert.strictEqual(calls.defaultPanics(3), 3);
  throws(() => calls.defaultPanics(), Error, 'no default', 'ERR_RUST_PANIC');
});

// Env and this

test('Env stands anywhere', () => {
  assert.strictEqual(calls.envOnly(), true);
  for (const name of ['envFirst', 'envBetween', 'envLast']) {
    assert.strictEqual(calls[name](1, 'x'), 'number string');
    assert.strictEqual(calls[name](1), 'number undefined');
  }
  assert.deepStrictEqual(calls.envLastReturns(1, 2), [1, 2]);
  assert.throws(
    () => calls.envLastReturns(1, 'x'),
    wrongType('envLastReturns: argument 2 (b): expected number, got string'),
  );
  assert.strictEqual(calls.envByAnotherName(5), 5);
  const object = {};
  assert.strictEqual(calls.envWithWhereClause(object), object);
  assert.strictEqual(object.seen, true);
  assert.strictEqual(calls.infallible(object), object);
});

test('the scope of the host', () => {
  assert.deepStrictEqual(calls.hostScope('key'), { key: 'key' });
  assert.deepStrictEqual(calls.hostScopeOwned({ a: 1, b: 2 }), ['a', 'b']);
  assert.throws(() => calls.hostScope(1), wrongType('hostScope: argument 1 (key): expected string, got number'));
});

test('this is what the call is made on', () => {
  assert.strictEqual(calls.thisValue(), calls);
  for (const object of [{}, [], () => 0]) {
    assert.strictEqual(calls.thisValue.call(object), object);
    assert.deepStrictEqual(calls.thisBetween.call(object, 1, 2), [1, object, 2]);
    assert.deepStrictEqual(calls.thisAndRest.call(object, 1, 2, 3), [object, 6]);
    assert.deepStrictEqual(calls.thisAndDefault.call(object, undefined, 5), [1, object, 5]);
    assert.strictEqual(calls.thisValue.bind(object)(), object);
    assert.strictEqual(Reflect.apply(calls.thisValue, object, []), object);
    object.method = calls.thisValue;
    assert.strictEqual(object.method(), object);
  }
  assert.strictEqual({ name: 'own', nameOf: calls.nameOf }.nameOf(), 'own');
  class Named {
    constructor(name) {
      this.name = name;
    }
  }
  Named.prototype.nameOf = calls.nameOf;
  assert.strictEqual(new Named('instance').nameOf(), 'instance');
  assert.throws(() => calls.nameOf.call({ name: 1 }), wrongType('.name: expected string, got number'));
  assert.throws(
    () => calls.thisBetween.call({}, 1),
    wrongType('thisBetween: argument 2 (b): expected number, got undefined'),
  );
});

test('a call without an object has undefined or the global object as this', () => {
  // Hosts differ: V8 treats native functions like sloppy ones. Strict or sloppy callers make no difference.
  const { thisValue, thisType } = calls;
  const sloppy = Function('call', 'return call()');
  const strict = Function('call', '"use strict"; return call()');
  for (const caller of [sloppy, strict]) {
    const seen = caller(thisValue);
    assert.ok(seen === undefined || seen === globalThis);
    assert.ok(['undefined', 'object'].includes(caller(thisType)));
  }
  assert.strictEqual(sloppy(thisValue), strict(thisValue));
  const primitive = thisValue.call(1);
  assert.ok(primitive === 1 || (primitive instanceof Number && Number(primitive) === 1));
});

// Overloads, namespaces, names

test('overloads are chosen by the number of arguments', () => {
  assert.strictEqual(calls.area(2), 'square 4');
  assert.strictEqual(calls.area(2, 3), 'rectangle 6');
  assert.strictEqual(calls.area(1, 2, 3, 'cm'), 'box 22cm');
  // Between two: the longest that the arguments suffice for.
  assert.strictEqual(calls.area(2, 3, 4), 'rectangle 6');
  assert.strictEqual(calls.area(1, 2, 3, 'cm', 'more'), 'box 22cm');
  // Fewer than the shortest has: its missing ones are undefined.
  assert.throws(() => calls.area(), wrongType('area: argument 1 (side): expected number, got undefined'));
  assert.throws(() => calls.area(undefined), wrongType('area: argument 1 (side): expected number, got undefined'));
  assert.throws(() => calls.area(1, 'x'), wrongType('area: argument 2 (height): expected number, got string'));
  assert.throws(() => calls.area(1, 2, 3, 4), wrongType('area: argument 4 (unit): expected string, got number'));
  assert.strictEqual(calls.none(), 'none');
  assert.strictEqual(calls.none(1, 2), 'none');
  assert.strictEqual(calls.none(1, 2, 3), 'three');
  assert.strictEqual(calls.none(undefined, undefined, undefined), 'three');
  assert.strictEqual(calls.alone(1), 1);
  assert.strictEqual(calls.area.name, 'area');
});

test('namespaces nest', () => {
  assert.strictEqual(calls.inner.inner(), 'calls.inner');
  assert.deepStrictEqual(calls.inner.most.innermost(), ['innermost']);
  assert.strictEqual(exported.a.b.c.d.deep(), 'a.b.c.d');
  assert.deepStrictEqual(Object.keys(exported.a), ['b']);
  const descriptor = Object.getOwnPropertyDescriptor(exported, 'calls');
  assert.deepStrictEqual([descriptor.writable, descriptor.enumerable, descriptor.configurable], [false, true, false]);
  assert.throws(() => {
    exported.calls = {};
  }, TypeError);
});

test('a function has its name', () => {
  for (const [name, value] of [...Object.entries(calls), ...Object.entries(calls.inner)]) {
    if (typeof value === 'function') assert.strictEqual(value.name, name);
  }
  assert.strictEqual(calls.defaultIsMade.name, 'defaultIsMade');
});

test('an exported function is a property like any other', () => {
  const descriptor = Object.getOwnPropertyDescriptor(calls, 'sum');
  assert.deepStrictEqual([descriptor.writable, descriptor.enumerable, descriptor.configurable], [true, true, true]);
  assert.strictEqual(calls.sum, calls.sum);
});

test('exports stand in the order of the source', () => {
  // Files in the order of their paths as text: order.rs, order/alpha.rs, order/beta.rs.
  const own = Object.keys(exported).filter((key) => !['calls', 'a', 'constants', 'names', 'TOP_LEVEL'].includes(key));
  const order = ['zebra', 'apple', 'YAK', 'bear', 'mixed', 'mango', 'second', 'first'];
  assert.deepStrictEqual(own, [...order, 'omega', 'alpha', 'zeta', 'beta']);
  assert.deepStrictEqual(Object.keys(exported.mixed), ['one', 'TWO', 'another', 'last']);
  const counts = Object.keys(calls).filter((key) => /^args\d+$/.test(key));
  assert.deepStrictEqual(
    counts,
    counted(17).map((n) => `args${n}`),
  );
});

// Errors

test('a result without a value is undefined', () => {
  assert.strictEqual(calls.ok(), undefined);
});

test('errors of every type are thrown', () => {
  throws(() => calls.failsWithString('größe'), Error, 'größe');
  throws(() => calls.failsWithString(''), Error, '');
  throws(() => calls.failsWithString('a\0b\n🌿'), Error, 'a\0b\n🌿');
  throws(() => calls.failsWithStr(), Error, 'a literal');
  throws(() => calls.failsWithIoError(), Error, 'no such file');
  assert.strictEqual(calls.failsWithBoxedError('42'), 42);
  throws(() => calls.failsWithBoxedError('x'), Error, 'invalid digit found in string');
  throws(() => calls.failsWithPlainError(3), Error, 'plain error 3');
  throws(() => calls.failsWithKnownError('type'), TypeError, 'a known type error');
  throws(() => calls.failsWithKnownError('range'), RangeError, 'a known range error');
  // OpenHarmony has no functions for a SyntaxError.
  throws(() => calls.failsWithKnownError('syntax'), personality ? Error : SyntaxError, 'a known syntax error');
  throws(() => calls.failsWithKnownError(''), Error, 'a known error', 'E_KNOWN');
  throws(() => calls.failsWithEnv('no object'), Error, 'no object');
  throws(() => calls.failsWithNestedResult(), Error, 'inner');
  const message =
    'expected an integer up to 2^53 - 1, which a JavaScript number holds exactly, got 18446744073709551615';
  throws(() => calls.failsOnConversion(), RangeError, message, 'ERR_OUT_OF_RANGE');
  const long = 'long '.repeat(100_000);
  throws(() => calls.failsWithString(long), Error, long);
});

test('any value can be thrown', () => {
  for (const value of [new Error('own'), 'text', 0, null, undefined, Symbol('s'), {}, [], () => 0, NaN]) {
    assert.ok(
      Object.is(
        original(thrownBy(() => calls.throws(value))),
        value,
      ),
    );
  }
});

test('a panic is an error', () => {
  const code = 'ERR_RUST_PANIC';
  throws(() => calls.panicsWithStr(), Error, 'a literal panic', code);
  throws(() => calls.panicsWithString(7), Error, 'a panic with 7', code);
  throws(() => calls.panicsWithOther(), Error, 'a panic without a message', code);
  throws(() => calls.panicsByIndex([1], 3), Error, 'index out of bounds: the len is 1 but the index is 3', code);
  throws(() => calls.panicsInArgument(1), Error, 'in FromJs', code);
  throws(() => calls.panicsInResult(), Error, 'in IntoJs', code);
});

test('a panic in nested scopes leaves nothing open', () => {
  for (let round = 0; round < 3; round += 1) {
    const object = {};
    throws(() => calls.panicsInScope(object), Error, 'somebody in the scope', 'ERR_RUST_PANIC');
    assert.deepStrictEqual(object, { reached: true });
    assert.deepStrictEqual(calls.envLastReturns(1, 2), [1, 2]);
  }
});

test('a panic whose payload panics does not end the process', () => {
  const child = inProcess((harness) => {
    const { calls } = harness.addon('calls');
    try {
      calls.panicsWithPanickingPayload();
    } catch (error) {
      console.log(error.code, error.message);
    }
  });
  const expected = [0, null, 'ERR_RUST_PANIC a panic without a message\n'];
  assert.deepStrictEqual([child.status, child.signal, child.stdout], expected);
});

test('a panic drops what the call holds', () => {
  throws(() => calls.panicsAndUnwinds(), Error, 'unwinding', 'ERR_RUST_PANIC');
  assert.strictEqual(calls.unwound(), 2);
});

// Calls in calls

test('JavaScript and Rust call each other 50 deep', () => {
  const seen = [];
  const step = (depth, object) => {
    seen.push(object.depth);
    return calls.descend(depth, step);
  };
  const objects = calls.descend(50, step);
  assert.strictEqual(objects.length, 50);
  assert.deepStrictEqual(
    objects.map((object) => object.depth),
    counted(50).map((n) => n + 1),
  );
  assert.deepStrictEqual(
    seen,
    counted(50).map((n) => 50 - n),
  );
  const inScopes = (depth) => calls.descendInScopes(depth, inScopes);
  assert.strictEqual(inScopes(50), 50);
});

test('an error comes up through 50 calls as the same one', () => {
  const caught = [];
  const step = (depth, how) => {
    try {
      return calls.descendAndFail(depth, how, step);
    } catch (error) {
      caught.push(error);
      throw error;
    }
  };
  throws(() => step(50, 'error'), RangeError, 'at the bottom', 'E_BOTTOM');
  assert.strictEqual(caught.length, 51);
  assert.ok(caught.every((error) => error === caught[0]));
  caught.length = 0;
  throws(() => step(50, 'panic'), Error, 'at the bottom', 'ERR_RUST_PANIC');
  assert.strictEqual(new Set(caught).size, 1);
});

test('recursion without end is a RangeError of the host', () => {
  const step = (depth) => calls.descendInScopes(1000, () => step(depth + 1));
  assert.throws(() => step(0), RangeError);
  assert.strictEqual(calls.descendInScopes(0, step), 0);
});
