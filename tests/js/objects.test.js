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

/** What the host is to answer, from the language's own reflection. */
function expectedKeys(object, flags) {
  const passes = (key, holder) => {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    return (
      (!flags.includes('enumerable') || property.enumerable) &&
      (!flags.includes('text') || typeof key === 'string') &&
      (!flags.includes('symbols') || typeof key === 'symbol')
    );
  };
  const found = [];
  for (let holder = object; holder; holder = flags.includes('inherited') ? Object.getPrototypeOf(holder) : null) {
    found.push(...Reflect.ownKeys(holder).filter((key) => !found.includes(key) && passes(key, holder)));
  }
  const isIndex = (key) => typeof key === 'string' && /^\d+$/.test(key);
  return found.map((key) => (flags.includes('numbers') && isIndex(key) ? Number(key) : key));
}

const properties = {
  ro: { value: 1, enumerable: true },
  hidden: { value: 1, writable: true, configurable: true },
  fixed: { value: 1, writable: true, enumerable: true },
  accessor: { get: refuse, enumerable: true, configurable: true },
  [Symbol('ro')]: { value: 1, enumerable: true, configurable: true },
  [Symbol('hidden')]: { value: 1, writable: true },
  5: { value: 1 },
};

test('keys of every kind are those that reflection finds', () => {
  const base = Object.create(null, { ...properties, 9: { value: 1, enumerable: true }, [Symbol('base')]: { value: 1 } });
  const object = Object.create(base, { own: { value: 1, enumerable: true } });
  Object.assign(object, { b: 1, 2: 1, a: 1, 10: 1, [Symbol('own')]: 1, '': 1, 'größe': 1 });
  Object.defineProperties(object, { ['__proto__']: { value: 1, enumerable: true }, [Symbol('fixed')]: { value: 1 } });
  const all = ['inherited', 'enumerable', 'numbers'];
  const flagSets = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, bit) => (bits >> bit) & 1));
  const targets = [object, base, {}, [1, , 3], Object('ab'), Object.freeze([7]), new Uint8Array(2), hostile, Object.freeze({ a: 1, 4: 1 }), Object.defineProperties([1], { 4: { value: 1 } })];
  for (const target of targets) {
    for (const flags of flagSets.flatMap((flags) => [flags, [...flags, 'text'], [...flags, 'symbols']])) {
      // The order of the keys of built-in prototypes is a host's own.
      const order = (keys) => (flags.includes('inherited') ? keys.map((key) => [typeof key, String(key)].join()).sort() : keys);
      const keys = objects.keysWhere(target, flags);
      assert.deepStrictEqual(order(keys), order(expectedKeys(target, flags)), flags.join());
      assert.strictEqual(new Set(keys).size, keys.length);
    }
  }
  // The later of the two counts.
  assert.deepStrictEqual(objects.keysWhere({ a: 1 }, ['symbols', 'text']), ['a']);
  assert.deepStrictEqual(objects.keysWhere({ a: 1 }, ['text', 'symbols']), []);
});

test('proxies are asked for their keys', () => {
  const target = Object.defineProperty({ a: 1, [Symbol.iterator]: 2, 3: 4 }, 'hidden', { value: 5, configurable: true });
  const proxy = new Proxy(target, {});
  for (const flags of [[], ['enumerable'], ['text'], ['symbols'], ['text', 'enumerable'], ['numbers']]) {
    assert.deepStrictEqual(objects.keysWhere(proxy, flags), expectedKeys(target, flags));
  }
  assert.deepStrictEqual(objects.keysWhere(new Proxy({}, { ownKeys: () => ['x', Symbol.iterator] }), []), ['x', Symbol.iterator]);
  assert.throws(() => objects.keysWhere(hostile(), []), isThrown);
  assert.throws(() => objects.keysWhere(revoked, []), TypeError);
  assert.throws(() => objects.keysWhere(new Proxy({ a: 1 }, { getOwnPropertyDescriptor: refuse }), ['enumerable']), isThrown);
  assert.throws(() => objects.keysWhere(new Proxy({ a: 1 }, { getPrototypeOf: refuse }), ['inherited']), isThrown);
  assert.throws(() => objects.keysWhere('text', []), wrongType('keysWhere: argument 1 (object): expected object, got string'));
});

const keysToDefine = ['a', '', '__proto__', 'constructor', 'größe', 'a\0b', 'x'.repeat(1000), '7', 7, Symbol('s'), Symbol.iterator];
const flagSets = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [(bits & 1) !== 0, (bits & 2) !== 0, (bits & 4) !== 0]);

test('properties are defined with their attributes', () => {
  for (const key of keysToDefine) {
    for (const [writable, enumerable, configurable] of flagSets) {
      const [object, value] = [{}, {}];
      objects.define(object, key, value, [writable, enumerable, configurable]);
      const expected = { value, writable, enumerable, configurable };
      assert.deepStrictEqual(Object.getOwnPropertyDescriptor(object, key), expected);
      assert.strictEqual(Object.getPrototypeOf(object), Object.prototype);
      assert.strictEqual(Reflect.ownKeys(object).length, 1);
    }
  }
  // No setter runs, and what was there gets other attributes.
  const object = { set a(value) { throw thrown; }, b: 1 };
  objects.define(object, 'a', 2, [false, true, false]);
  objects.define(object, 'b', 3, [false, false, false]);
  assert.deepStrictEqual(Object.getOwnPropertyDescriptor(object, 'a'), { value: 2, writable: false, enumerable: true, configurable: false });
  assert.deepStrictEqual(Object.getOwnPropertyDescriptor(object, 'b'), { value: 3, writable: false, enumerable: false, configurable: false });
  assert.throws(() => (object.a = 1), TypeError);
  assert.throws(() => delete object.b, TypeError);
  objects.defineAssigned(object, '__proto__', 4);
  const assigned = { value: 4, writable: true, enumerable: true, configurable: true };
  assert.deepStrictEqual(Object.getOwnPropertyDescriptor(object, '__proto__'), assigned);
});

test('what cannot be defined is an error', () => {
  const all = [true, true, true];
  const fixed = Object.defineProperty({}, 'a', { value: 1 });
  for (const object of [Object.freeze({ a: 1 }), Object.seal({}), fixed, revoked]) {
    assert.throws(() => objects.define(object, 'a', 2, all), TypeError);
    assert.throws(() => objects.defineText(object, 'a'), TypeError);
    assert.throws(() => objects.defineCounter(object, 'a', true), TypeError);
  }
  assert.strictEqual(fixed.a, 1);
  assert.throws(() => objects.define(hostile(), 'a', 2, all), isThrown);
  assert.throws(() => objects.defineText(hostile(), 'a'), isThrown);
  assert.throws(() => objects.define(new Proxy({}, { defineProperty: () => false }), 'a', 2, all), TypeError);
  assert.throws(() => objects.define({}, { toString: refuse }, 2, all), isThrown);
  assert.throws(() => objects.defineTooLarge({}), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: /^\.size: / });
  assert.throws(() => objects.define(1, 'a', 2, all), wrongType('define: argument 1 (object): expected object, got number'));
});

test('a changed Object.prototype changes no definition', () => {
  const names = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable'];
  const object = {};
  try {
    for (const name of names) {
      Object.defineProperty(Object.prototype, name, { __proto__: null, get: refuse, set: refuse, configurable: true });
    }
    objects.define(object, 'a', 1, [false, false, false]);
    objects.defineCounter(object, 'b', false);
  } finally {
    for (const name of names) delete Object.prototype[name];
  }
  assert.deepStrictEqual(Object.getOwnPropertyDescriptor(object, 'a'), { value: 1, writable: false, enumerable: false, configurable: false });
  assert.strictEqual(object.b, 1);
});

test('closures are getters', () => {
  for (const key of keysToDefine) {
    for (const enumerable of [true, false]) {
      const object = {};
      objects.defineCounter(object, key, enumerable);
      const { get, set, ...rest } = Object.getOwnPropertyDescriptor(object, key);
      assert.deepStrictEqual(rest, { enumerable, configurable: true });
      assert.strictEqual(set, undefined);
      assert.strictEqual(typeof get, 'function');
      assert.deepStrictEqual([object[key], object[key], Object.create(object)[key]], [1, 2, 3]);
      assert.throws(() => (object[key] = 1), TypeError);
      assert.ok(delete object[key]);
    }
  }
});

test('closures are getters and setters', () => {
  const object = {};
  objects.defineText(object, 'text');
  assert.strictEqual(object.text, '');
  assert.strictEqual(Object.getOwnPropertyDescriptor(object, 'text').get.name, 'text');
  object.text = 'größe';
  assert.strictEqual(JSON.stringify(object), '{"text":"größe"}');
  assert.throws(() => (object.text = 'bad'), { name: 'RangeError', message: 'a bad word' });
  assert.throws(() => (object.text = 1), wrongType('text: argument 1: expected string, got number'));
  assert.strictEqual(object.text, 'größe');
  const other = {};
  objects.defineMirror(object, '__proto__', other);
  assert.strictEqual(Object.getOwnPropertyDescriptor(object, '__proto__').get.call(object), other);
  const set = Object.getOwnPropertyDescriptor(object, '__proto__').set;
  set.call(object, object);
  assert.strictEqual(other.written, object);
  assert.throws(() => set.call(object, 7), wrongType('__proto__: argument 1: expected object, got number'));
  objects.freeze(other);
  // An assignment by the host is one of sloppy code.
  set.call(object, {});
  assert.strictEqual(other.written, object);
});

test('accessors get what they are called on', () => {
  for (const key of ['twice', '__proto__', Symbol('twice')]) {
    const object = { half: 2 };
    objects.defineDoubled(object, key, 'half');
    assert.strictEqual(object[key], 4);
    object[key] = 10;
    assert.strictEqual(object.half, 5);
    const heir = Object.create(object);
    assert.strictEqual(heir[key], 10);
    heir[key] = 3;
    assert.deepStrictEqual([Object.getOwnPropertyNames(heir), heir.half, heir[key]], [['half'], 1.5, 3]);
    assert.strictEqual(object.half, 5);
    assert.strictEqual(Reflect.get(object, key, { half: 0.5 }), 1);
    const name = typeof key === 'symbol' ? '[twice]' : key;
    object.half = 'x';
    assert.throws(() => object[key], (error) => error.code === 'ERR_INVALID_ARG_TYPE' && error.message === '.half: expected number, got string');
    assert.throws(() => (object[key] = 'x'), wrongType(`${name}: argument 1: expected number, got string`));
    const { get } = Object.getOwnPropertyDescriptor(object, key);
    try {
      get.call(undefined);
      assert.fail('there is no half of nothing');
    } catch (error) {
      assert.ok([`${name}: this: expected object, got undefined`, '.half: expected number, got undefined'].includes(error.message), error.message);
    }
  }
  const object = {};
  objects.defineSelf(object, 'self');
  const heir = Object.create(object);
  assert.ok(object.self === object && heir.self === heir);
});

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

test('methods are called by their names', () => {
  for (const key of keysToDefine) {
    const object = Object.create({ [key]: function (...args) { return [this, ...args]; } });
    const [self, ...args] = objects.callMethod(object, key, [1, undefined, object]);
    assert.strictEqual(self, object);
    assert.deepStrictEqual(args, [1, undefined, object]);
    assert.deepStrictEqual(objects.callMethod(object, key, []), [object]);
  }
  assert.strictEqual(objects.join([1, 2, 3], '-'), '1-2-3');
  assert.strictEqual(objects.join({ join: (text) => `joined by ${text}` }, '+'), 'joined by +');
  assert.strictEqual(objects.callMethod(new Map([[1, 'one']]), 'get', [1]), 'one');
});

test('a method that cannot be called is named', () => {
  assert.throws(() => objects.join({}, '-'), wrongType('.join: expected function, got undefined'));
  assert.throws(() => objects.join({ join: {} }, '-'), wrongType('.join: expected function, got object'));
  assert.throws(() => objects.join({ join: () => 7 }, '-'), wrongType('join: result: expected string, got number'));
  assert.throws(() => objects.callMethod({}, Symbol('s'), []), wrongType('expected function, got undefined'));
  assert.throws(() => objects.methodOfSymbol({ [Symbol.iterator]: () => 7 }, Symbol.iterator), wrongType('method: result: expected string, got number'));
  assert.throws(() => objects.joinTooLarge([]), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: /^\.join.*18446744073709551615$/ });
  assert.throws(() => objects.join({ join: refuse }, '-'), isThrown);
  assert.throws(() => objects.join({ get join() { throw thrown; } }, '-'), isThrown);
  assert.throws(() => objects.join({ join: class {} }, '-'), TypeError);
  assert.throws(() => objects.join(hostile(), '-'), isThrown);
  assert.throws(() => objects.join(revoked, '-'), TypeError);
  assert.throws(() => objects.join('text', '-'), wrongType('join: argument 1 (object): expected object, got string'));
});

test('entries are those of Object.entries', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key ${index}`, index]));
  const symbols = Object.defineProperty({ a: 1, [Symbol('s')]: 2 }, 'hidden', { value: 3 });
  for (const object of [{}, { b: 1, a: 2, 7: 3, '': 4 }, symbols, Object.create({ inherited: 1 }, {}), [1, 2], JSON.parse('{"__proto__": 1}'), many]) {
    const expected = Object.entries(object);
    assert.deepStrictEqual(objects.entries(object), expected);
    assert.deepStrictEqual(objects.entryValues(object), Object.values(object));
    const seen = [];
    assert.strictEqual(objects.eachProperty(object, (key, value) => void seen.push([key, value])), expected.length);
    assert.deepStrictEqual(seen, expected);
  }
  assert.throws(() => objects.entries({ a: 1, 'b c': 'x' }), wrongType('["b c"]: expected number, got string'));
});

test('loops over properties end where they are ended', () => {
  const refuse = (key) => {
    if (key === 'b') throw new Error(`at ${key}`);
  };
  assert.throws(() => objects.eachProperty({ a: 1, b: 2, c: 3 }, refuse), { message: 'at b' });
  const shrinking = { a: 1, b: 2 };
  const seen = [];
  objects.eachProperty(shrinking, (key, value) => {
    seen.push([key, value]);
    delete shrinking.b;
    shrinking.c = 3;
  });
  assert.deepStrictEqual(seen, [['a', 1], ['b', undefined]]);
  assert.throws(() => objects.eachProperty(hostile(), () => {}), isThrown);
  const thrower = Object.defineProperty({}, 'a', { get: () => { throw new Error('getter'); }, enumerable: true });
  assert.throws(() => objects.eachProperty(thrower, () => {}), { message: 'getter' });
});
