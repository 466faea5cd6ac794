// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, test } = require('./harness.js');

const { objects } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });

const thrown = new Error('from a trap');
const refuse = () => {
  throw thrown;
};
const isThrown = (error) => error === thrown;
/** A proxy that throws whatever it is asked. */
const hostile = (target = {}) => new Proxy(target, new Proxy({}, { get: () => refuse }));
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

const kinds = () => [{}, { a: 1, [Symbol('s')]: 2, 3: 4 }, [1, , 2], () => 0, class {}, new Map(), Object.create(null), new Proxy({ a: 1 }, {})];

test('objects are frozen and sealed', () => {
  const models = kinds();
  for (const [index, object] of kinds().entries()) {
    objects.seal(object);
    assert.ok(Object.isSealed(object));
    assert.strictEqual(Object.isFrozen(object), Object.isFrozen(Object.seal(models[index])));
    objects.seal(object);
    objects.freeze(object);
    assert.ok(Object.isFrozen(object));
    assert.throws(() => (object.added = 1), TypeError);
    objects.freeze(object);
  }
  assert.throws(() => objects.freeze(new Uint8Array(2)), TypeError);
  for (const change of [objects.freeze, objects.seal]) {
    assert.throws(() => change(hostile()), isThrown);
    assert.throws(() => change(new Proxy({}, { preventExtensions: () => false })), TypeError);
    assert.throws(() => change(revoked), TypeError);
    const object = new Proxy({ a: 1 }, { defineProperty: refuse });
    assert.throws(() => change(object), isThrown);
    assert.throws(() => change(1), wrongType(`${change.name}: argument 1 (object): expected object, got number`));
    assert.throws(() => change(null), wrongType(`${change.name}: argument 1 (object): expected object, got null`));
  }
});

test('prototypes are those of the language', () => {
  const base = { inherited: 1 };
  const context = vm.createContext({});
  const others = [Object.create(base), globalThis, context, vm.runInContext('this', context), vm.runInContext('[]', context)];
  const proxies = [
    new Proxy(Object.create(base), {}),
    new Proxy({}, { getPrototypeOf: () => base }),
    new Proxy({}, { getPrototypeOf: () => null }),
    Object.create(new Proxy({}, {})),
  ];
  for (const object of [...kinds(), ...others, ...proxies]) {
    assert.strictEqual(objects.prototype(object), Object.getPrototypeOf(object) ?? undefined);
  }
  // A property like any other.
  const own = Object.defineProperty({}, '__proto__', { value: base });
  assert.strictEqual(objects.prototype(own), Object.prototype);
  assert.throws(() => objects.prototype(hostile()), isThrown);
  assert.throws(() => objects.prototype(revoked), TypeError);
  assert.throws(() => objects.prototype('text'), wrongType('prototype: argument 1 (object): expected object, got string'));
});

test('prototypes are set', () => {
  const base = { inherited: 1 };
  for (const object of kinds()) {
    objects.setPrototype(object, base);
    assert.strictEqual(Object.getPrototypeOf(object), base);
    assert.strictEqual(object.inherited, 1);
    objects.setPrototype(object, null);
    assert.strictEqual(Object.getPrototypeOf(object), null);
    objects.setPrototype(object, Array);
    assert.strictEqual(Object.getPrototypeOf(object), Array);
  }
  const frozen = Object.freeze({});
  objects.setPrototype(frozen, Object.prototype);
  assert.throws(() => objects.setPrototype(frozen, base), TypeError);
  assert.throws(() => objects.setPrototype(Object.prototype, base), TypeError);
  assert.throws(() => objects.setPrototype(base, Object.create(base)), TypeError);
  assert.throws(() => objects.setPrototype(new Proxy({}, { setPrototypeOf: () => false }), base), TypeError);
  assert.throws(() => objects.setPrototype(hostile(), base), isThrown);
  const message = 'setPrototype: argument 2 (prototype): expected object, got number';
  assert.throws(() => objects.setPrototype({}, 1), wrongType(message));
});

test('instances are those of instanceof', () => {
  class Seven {
    static [Symbol.hasInstance](value) {
      return value === 7;
    }
  }
  class Heir extends Map {}
  const values = [...kinds(), 7, 'text', null, undefined, Symbol.iterator, 7n, new Heir(), new Date()];
  for (const cls of [Object, Function, Array, Map, Heir, Number, Seven, Array.bind(), new Proxy(Map, {}), function () {}]) {
    for (const value of values) {
      assert.strictEqual(objects.instanceOf(value, cls), value instanceof cls);
      const isObject = Object(value) === value;
      if (isObject) assert.strictEqual(objects.objectInstanceOf(value, cls), value instanceof cls);
    }
  }
  assert.strictEqual(objects.instanceOf(7, Seven), true);
  assert.strictEqual(objects.instanceOf(new Heir(), Map), true);
  assert.throws(() => objects.instanceOf({}, () => 0), TypeError);
  assert.throws(() => objects.instanceOf(hostile(), Map), isThrown);
  // A primitive is asked about where a class says what its instances are.
  assert.throws(() => objects.instanceOf(1, Object.defineProperty(class {}, Symbol.hasInstance, { value: refuse })), isThrown);
  assert.throws(
    () => objects.instanceOf({}, {}),
    wrongType('instanceOf: argument 2 (class): expected function, got object'),
  );
});
