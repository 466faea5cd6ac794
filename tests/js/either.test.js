// addons: values
'use strict';
const assert = require('node:assert');
const { addon, test } = require('./harness.js');

const { either } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

test('what any of the types takes arrives and returns', () => {
  for (const value of [0, -0, NaN, 2 ** 53, Infinity, '', 'text', 'é中🌿', '\0']) {
    assert.ok(Object.is(either.two(value), value), String(value));
    assert.deepStrictEqual(either.many([value, 'x', 1]), [value, 'x', 1]);
  }
  for (const value of [true, false, 0, '', null]) assert.strictEqual(either.nested(value), value);
  const date = new Date(7);
  for (const value of [null, true, 1, 1.5, 'x', date, [1, 2], [], { a: 1 }, {}]) {
    assert.deepStrictEqual(either.eight(value), value);
  }
  assert.strictEqual(either.maybe(null), undefined);
  assert.strictEqual(either.maybe(), undefined);
  assert.strictEqual(either.maybe('x'), 'x');
  assert.strictEqual(either.nothing(), undefined);
  assert.strictEqual(either.nothing(7), 7);
});

test('the first type that takes a value counts', () => {
  const values = [255, -1, 2 ** 31, 0.5, 'x', 'xy', true];
  assert.deepStrictEqual(values.map(either.which), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepStrictEqual([256, 2 ** 32, -32769, '', '🌿'].map(either.which), [1, 3, 3, 5, 4]);
  const kinds = [() => {}, [], {}, Symbol('s')].map(either.four);
  assert.deepStrictEqual(kinds, ['function', 'array', 'object', 'symbol']);
  assert.deepStrictEqual(either.lists(['a', 'b']), ['a', 'b']);
  assert.deepStrictEqual(either.lists([1, 2]), [1, 2]);
  assert.deepStrictEqual(either.records({ a: 'x' }), { a: 'x' });
});

test('each of them goes out', () => {
  assert.deepStrictEqual([0, 1, 2, 3, 4].map(either.out), [undefined, null, 0.5, 'text', [7]]);
});

test('an error names all types', () => {
  const wrongs = [
    [{}, 'object'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'boolean'],
    [1n, 'bigint'],
    [Symbol('s'), 'symbol'],
    [() => {}, 'function'],
    [new Proxy({}, {}), 'object'],
  ];
  for (const [value, kind] of wrongs) {
    assert.throws(() => either.two(value), wrongType(`two: argument 1 (value): expected number or string, got ${kind}`));
  }
  const nested = 'nested: argument 1 (value): expected boolean or number or string or null, got object';
  assert.throws(() => either.nested({}), wrongType(nested));
  assert.throws(() => either.same('x'), wrongType('same: argument 1 (value): expected number, got string'));
  const eight =
    'eight: argument 1 (value): expected null or boolean or number or string or Date or array or object, got symbol';
  assert.throws(() => either.eight(Symbol('s')), wrongType(eight));
  assert.throws(() => either.maybe(true), wrongType('maybe: argument 1 (value): expected number or string, got boolean'));
  assert.throws(() => either.many([1, 'x', {}]), wrongType('many: argument 1 (value)[2]: expected number or string, got object'));
});

test('an error names each place', () => {
  const lists = 'lists: argument 1 (value)';
  assert.throws(() => either.lists([true]), wrongType(`${lists}[0]: expected number or string, got boolean`));
  assert.throws(
    () => either.lists([1, 'x']),
    wrongType(`${lists}: [1]: expected number, got string; or [0]: expected string, got number`),
  );
  assert.throws(
    () => either.list([1, {}]),
    wrongType('list: argument 1 (value): [1]: expected number, got object; or expected string, got object'),
  );
  assert.throws(
    () => either.records({ a: true }),
    wrongType('records: argument 1 (value).a: expected number or string, got boolean'),
  );
});

test('what does not fit is out of range', () => {
  const ranges = 'ranges: argument 1 (value): expected integer in the range of u8 or integer in the range of i8, got 300';
  assert.throws(() => either.ranges(300), outOfRange(ranges));
  const bigger = 'bigger: argument 1 (value): expected integer in the range of u8, got -1; or expected bigint, got number';
  assert.throws(() => either.bigger(-1), outOfRange(bigger));
  assert.throws(() => either.bigger('1'), wrongType('bigger: argument 1 (value): expected number or bigint, got string'));
});

test('errors in words of their own', () => {
  assert.strictEqual(either.port(80), '80');
  assert.strictEqual(either.port('http'), 'http');
  assert.throws(() => either.port(0), {
    name: 'RangeError',
    code: 'ERR_PORT',
    message: 'port: argument 1 (value): port 0 is reserved; or expected string, got number',
  });
  // Neither the type nor the range is at fault, so that no other type is asked.
  assert.throws(() => either.port(6666), { name: 'Error', message: 'port: argument 1 (value): this port is evil' });
});

test('what JavaScript throws is thrown at once', () => {
  const thrown = new RangeError('of the getter');
  let asked = 0;
  const getter = {
    get a() {
      asked += 1;
      throw thrown;
    },
  };
  assert.throws(() => either.records(getter), (error) => error === thrown);
  assert.strictEqual(asked, 1);
  const proxy = new Proxy([], {
    get() {
      throw thrown;
    },
    ownKeys() {
      throw thrown;
    },
  });
  assert.throws(() => either.records(proxy), (error) => error === thrown);
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => either.records(revoked), TypeError);
  // Also where a conversion makes an error of its own of it.
  const trap = {
    get trap() {
      throw thrown;
    },
  };
  assert.throws(() => either.careless(trap), (error) => error === thrown);
  assert.throws(() => either.careless({}), wrongType('careless: argument 1 (value): expected nothing or string, got object'));
  assert.strictEqual(either.two(7), 7);
});

test('a value is asked again by each type', () => {
  let asked = 0;
  const value = {
    get a() {
      asked += 1;
      return asked === 1 ? 'text' : 7;
    },
  };
  const message = 'records: argument 1 (value).a: expected number, got string; or .a: expected string, got number';
  assert.throws(() => either.records(value), wrongType(message.replace('.a:', ': .a:')));
  assert.strictEqual(asked, 2);
});

test('functions of them', () => {
  const count = either.function();
  assert.strictEqual(count([1, 2]), 2);
  assert.strictEqual(count(0.5), '0.5');
  assert.throws(() => count('x'), wrongType('count: argument 1: expected array or number, got string'));
});
