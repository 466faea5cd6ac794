// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, caught, referencesLeftBy, test, testOn } = require('./harness.js');

const { errorObjects } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });

class Own extends RangeError {
  constructor(message, options) {
    super(message, options);
    this.code = 'E_OWN';
    this.extra = { deep: true };
  }
}

const errors = [new Error('plain'), new TypeError(''), new Own('é中🌿'), new AggregateError([new Error('a')], 'several'), new SyntaxError('s')];
errors.push(Object.setPrototypeOf(new Error('bare'), null), Object.freeze(new Error('frozen')), vm.runInNewContext('new Error("other")'));

test('errors arrive and return as themselves', () => {
  for (const error of errors) {
    assert.strictEqual(errorObjects.handle(error), error);
    assert.strictEqual(errorObjects.owned(error), error);
    assert.strictEqual(errorObjects.optional(error), error);
    assert.strictEqual(caught(() => errorObjects.rethrow(error)), error);
  }
  assert.deepStrictEqual(errorObjects.many(errors).map((error, index) => error === errors[index]), errors.map(() => true));
  assert.strictEqual(errorObjects.optional(), undefined);
  assert.strictEqual(errorObjects.optional(null), undefined);
});

test('what Rust reads of them', () => {
  assert.deepStrictEqual(errorObjects.read(new Own('why')), ['why', 'E_OWN', 'Exception']);
  assert.deepStrictEqual(errorObjects.read(new Error('why')), ['why', undefined, 'Exception']);
  const getter = new Error('why');
  Object.defineProperty(getter, 'code', {
    get() {
      throw new Error('of the getter');
    },
  });
  assert.deepStrictEqual(errorObjects.read(getter), ['why', undefined, 'Exception']);
  assert.strictEqual(errorObjects.owned(getter), getter);
});

test('what the handle is asked', () => {
  assert.deepStrictEqual(errorObjects.ask(new Own('why')), ['RangeError', 'why', 'E_OWN', true]);
  assert.deepStrictEqual(errorObjects.ask(new Error()).slice(0, 3), ['Error', '', undefined]);
  const odd = Object.assign(new Error('why'), { name: undefined, message: 7, code: 7, stack: {} });
  assert.deepStrictEqual(errorObjects.ask(odd), ['Error', '7', undefined, false]);
  assert.strictEqual(errorObjects.property(Object.assign(new Error('why'), { errno: -2 }), 'errno'), -2);
  const cause = { any: 'thing' };
  assert.strictEqual(errorObjects.cause(new Own('why', { cause })), cause);
  assert.strictEqual(errorObjects.cause(new Error('why', { cause: null })), null);
  assert.strictEqual(errorObjects.cause(new Error('why')), undefined);
});

test('what a getter throws is thrown', () => {
  const thrown = new SyntaxError('of the getter');
  for (const key of ['name', 'message', 'code', 'stack']) {
    const error = Object.defineProperty(new Error('why'), key, {
      get() {
        throw thrown;
      },
    });
    assert.strictEqual(caught(() => errorObjects.ask(error)), thrown, key);
  }
  const symbol = Object.assign(new Error(''), { message: Symbol('s') });
  assert.throws(() => errorObjects.ask(symbol), TypeError);
  const cause = Object.defineProperty(new Error('why'), 'cause', {
    get() {
      throw thrown;
    },
  });
  assert.strictEqual(caught(() => errorObjects.cause(cause)), thrown);
});

test('errors of Rust as values', () => {
  const made = errorObjects.made();
  assert.deepStrictEqual(made.map(({ name, message, code }) => [name, message, code]), [
    ['Error', 'plain', undefined],
    ['TypeError', 'of a type', 'ERR_TYPE'],
    ['RangeError', 'of a range', undefined],
    // A plain `Error` on a host before Node-API 9.
    [made[3].name, 'of syntax', undefined],
  ]);
  assert.ok(made[0] instanceof Error && made[1] instanceof TypeError && made[2] instanceof RangeError && made[3] instanceof Error);
  const calls = [];
  errorObjects.callBack(true, (error, number) => calls.push([error.message, number]));
  errorObjects.callBack(false, (error, number) => calls.push([error, number]));
  assert.deepStrictEqual(calls, [['failed', 0], [undefined, 7]]);
});

test('an exception that is pending is thrown', () => {
  const thrown = new Error('of the function');
  const thrower = () => {
    throw thrown;
  };
  assert.strictEqual(caught(() => errorObjects.pending(thrower)), thrown);
  assert.strictEqual(errorObjects.pending(() => 7), 7);
});

const wrongs = [
  [0, 'number'],
  ['Error: text', 'string'],
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, 'object'],
  [{ name: 'Error', message: 'like one', stack: '' }, 'object'],
  [Error, 'function'],
  [Object.create(Error.prototype), 'object'],
  [{ [Symbol.toStringTag]: 'Error' }, 'object'],
];

test('only errors are errors', () => {
  for (const [value, kind] of wrongs) {
    for (const name of ['handle', 'owned', 'ask']) {
      assert.throws(() => errorObjects[name](value), wrongType(`${name}: argument 1 (error): expected Error, got ${kind}`));
    }
  }
  const many = 'many: argument 1 (errors)[1]: expected Error, got string';
  assert.throws(() => errorObjects.many([new Error('a'), 'b']), wrongType(many));
  assert.throws(() => errorObjects.optional('x'), wrongType('optional: argument 1 (error): expected Error, got string'));
});

test('functions of them', () => {
  const error = new Error('why');
  const kept = errorObjects.keep(error);
  assert.strictEqual(kept(error, new Error('why')), true);
  assert.strictEqual(kept(error, new Error('other')), false);
  assert.strictEqual(kept(new Error('why'), error), false);
});

testOn(['node'], 'nothing is held', async () => {
  const left = await referencesLeftBy(() => {
    for (const error of errors) {
      errorObjects.owned(error);
      caught(() => errorObjects.rethrow(error));
    }
    caught(() => errorObjects.many([new Error('a'), 7]));
  });
  assert.strictEqual(left, 0);
});
