// addons: values
'use strict';
const assert = require('node:assert');
const { addon, instrumented, test } = require('./harness.js');

const { containers } = addon('values');

/** So many elements that a list takes many batches. */
const MANY = instrumented ? 10_000 : 100_000;

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
const counted = (length) => Array.from({ length }, (_, index) => index);

/** An object whose prototype is nothing, so that every key is its own. */
const bare = (entries) => Object.assign(Object.create(null), entries);

test('undefined and null are none', () => {
  for (const echo of [containers.option, containers.optionTwice]) {
    assert.strictEqual(echo(undefined), undefined);
    assert.strictEqual(echo(null), undefined);
    assert.strictEqual(echo(), undefined);
    assert.strictEqual(echo(0), 0);
  }
  const message = 'option: argument 1 (value): expected number, got string';
  assert.throws(() => containers.option('1'), wrongType(message));
  assert.throws(() => containers.optionTwice(-1), outOfRange(/^optionTwice: argument 1 \(value\): expected integer/));
});

test('a unit is undefined, null is null', () => {
  assert.strictEqual(containers.unit(undefined), undefined);
  assert.strictEqual(containers.unit(), undefined);
  assert.throws(() => containers.unit(null), wrongType('unit: argument 1 (_value): expected undefined, got null'));
  assert.throws(() => containers.unit(0), wrongType('unit: argument 1 (_value): expected undefined, got number'));
  assert.strictEqual(containers.null(null), null);
  assert.throws(() => containers.null(), wrongType('null: argument 1 (_value): expected null, got undefined'));
  assert.strictEqual(containers.undefined(), undefined);
  assert.throws(
    () => containers.undefined(null),
    wrongType('undefined: argument 1 (_value): expected undefined, got null'),
  );
});

test('tuples are arrays of their length', () => {
  assert.deepStrictEqual(containers.single([7]), [7]);
  assert.deepStrictEqual(containers.pair([1, 'one']), [1, 'one']);
  const eight = [1, 2, 3, -1, -2, -3, 0.5, true];
  assert.deepStrictEqual(containers.eight(eight), eight);
  const argument = 'pair: argument 1 (value)';
  assert.throws(() => containers.pair([1]), outOfRange(`${argument}: expected array of length 2, got one of length 1`));
  assert.throws(
    () => containers.pair([1, 'one', 2]),
    outOfRange(`${argument}: expected array of length 2, got one of length 3`),
  );
  assert.throws(() => containers.pair([1, 2]), wrongType(`${argument}[1]: expected string, got number`));
  assert.throws(() => containers.pair(['one', 1]), wrongType(`${argument}[0]: expected number, got string`));
  assert.throws(() => containers.pair('1'), wrongType(`${argument}: expected array, got string`));
  assert.throws(
    () => containers.pair({ 0: 1, 1: 'one', length: 2 }),
    wrongType(`${argument}: expected array, got object`),
  );
  assert.throws(() => containers.pair(), wrongType(`${argument}: expected array, got undefined`));
});

test('lists of every length arrive and return', () => {
  for (const length of [0, 1, 2, 254, 255, 256, 257, 511, 512, 513, 1000, 1024, 1025, MANY]) {
    const numbers = counted(length);
    assert.deepStrictEqual(containers.numbers(numbers), numbers);
    assert.deepStrictEqual(containers.count(length), numbers);
    assert.deepStrictEqual(
      containers.doubles(numbers.map((n) => n / 3)),
      numbers.map((n) => n / 3),
    );
    assert.deepStrictEqual(containers.strings(numbers.map(String)), numbers.map(String));
    assert.deepStrictEqual(
      containers.bools(numbers.map((n) => n % 3 === 0)),
      numbers.map((n) => n % 3 === 0),
    );
    const options = numbers.map((n) => (n % 2 ? n : undefined));
    assert.deepStrictEqual(containers.options(options), options);
    const pairs = numbers.map((n) => [String(n), n]);
    assert.deepStrictEqual(containers.pairs(pairs), pairs);
    assert.deepStrictEqual(containers.boxedSlice(numbers.map(String)), numbers.map(String));
  }
  assert.deepStrictEqual(containers.chars([...'ab中🌿']), [...'ab中🌿']);
  const nested = [[], [1], counted(300), []];
  assert.deepStrictEqual(containers.nested(nested), nested);
});

test('a list is an array of this realm', () => {
  const list = containers.count(3);
  assert.ok(Array.isArray(list) && list instanceof Array);
  assert.strictEqual(list.length, 3);
  list.push('anything');
  assert.deepStrictEqual(list, [0, 1, 2, 'anything']);
});

test('only arrays are lists', () => {
  const argument = 'numbers: argument 1 (value)';
  const wrongs = [
    [{ length: 0 }, 'object'],
    ['12', 'string'],
    [new Set([1]), 'object'],
    [new Uint32Array(1), 'object'],
    [new Map(), 'object'],
    [null, 'null'],
    [undefined, 'undefined'],
    [() => [], 'function'],
  ];
  for (const [value, kind] of wrongs) {
    assert.throws(() => containers.numbers(value), wrongType(`${argument}: expected array, got ${kind}`));
  }
  class List extends Array {}
  assert.deepStrictEqual(containers.numbers(List.of(1, 2)), [1, 2]);
});

test('an array without elements has undefined ones', () => {
  assert.throws(
    // A hole.
    () => containers.numbers([1, , 3]),
    wrongType('numbers: argument 1 (value)[1]: expected number, got undefined'),
  );
  assert.deepStrictEqual(containers.options([1, , 3]), [1, undefined, 3]);
  // A length alone claims no memory.
  assert.throws(
    () => containers.numbers(new Array(2 ** 32 - 1)),
    wrongType('numbers: argument 1 (value)[0]: expected number, got undefined'),
  );
  const far = [1];
  far[2 ** 32 - 2] = 2;
  assert.throws(() => containers.strings(far), wrongType(/^strings: argument 1 \(value\)\[0\]: expected string/));
});

test('a wrong element is named by its index', () => {
  for (const index of [0, 1, 255, 256, 257, 999]) {
    const numbers = counted(1000);
    numbers[index] = 'wrong';
    const path = `numbers: argument 1 (value)[${index}]`;
    assert.throws(() => containers.numbers(numbers), wrongType(`${path}: expected number, got string`));
    numbers[index] = 0.5;
    assert.throws(
      () => containers.numbers(numbers),
      outOfRange(`${path}: expected integer in the range of u32, got 0.5`),
    );
  }
});

test('what a getter throws comes through', () => {
  const thrown = new Error('from a getter');
  for (const index of [0, 3, 256, 300]) {
    for (const [call, element] of [
      [containers.numbers, 1],
      [containers.options, undefined],
      [containers.strings, 'text'],
      [containers.nested, []],
    ]) {
      const list = new Array(301).fill(element);
      Object.defineProperty(list, index, {
        get() {
          throw thrown;
        },
      });
      assert.throws(
        () => call(list),
        (error) => error === thrown,
      );
    }
  }
  // A primitive can be thrown, too.
  const map = {
    get bad() {
      throw 'text';
    },
  };
  assert.throws(
    () => containers.hashMap(map),
    (error) => error === 'text',
  );
  const nothing = {
    a: 1,
    get b() {
      throw undefined;
    },
  };
  assert.throws(
    () => containers.btreeMap(nothing),
    (error) => error === undefined,
  );
});

test('an array may change while it is read', () => {
  const shrinking = counted(600);
  Object.defineProperty(shrinking, 300, {
    get() {
      shrinking.length = 400;
      return 300;
    },
  });
  Object.defineProperty(shrinking, 300, { configurable: false });
  assert.throws(
    () => containers.numbers(shrinking),
    wrongType('numbers: argument 1 (value)[400]: expected number, got undefined'),
  );
  const growing = counted(600);
  Object.defineProperty(growing, 0, {
    get() {
      growing.push(0);
      return 0;
    },
  });
  assert.deepStrictEqual(containers.numbers(growing), counted(600));
  const four = [0, 1, 2, 3];
  Object.defineProperty(four, 0, {
    get() {
      four.length = 1;
      return 0;
    },
  });
  assert.throws(() => containers.four(four), wrongType('four: argument 1 (value)[1]: expected number, got undefined'));
});

test('a getter may call the same function', () => {
  let depth = 0;
  const list = [1, 2];
  Object.defineProperty(list, 1, {
    get() {
      depth += 1;
      return depth < 20 ? containers.numbers(list).length + 5 : 2;
    },
  });
  assert.deepStrictEqual(containers.numbers(list), [1, 7]);
  assert.strictEqual(depth, 20);
});

test('a proxy of an array is no array to the hosts', () => {
  const proxy = new Proxy([1, 2, 3], { get: () => assert.fail('a trap runs') });
  assert.ok(Array.isArray(proxy));
  assert.throws(() => containers.numbers(proxy), wrongType('numbers: argument 1 (value): expected array, got object'));
});

test('proxies of elements and objects run as what they are', () => {
  const handler = { get: (target, key) => (key === 'c' ? 3 : target[key]), ownKeys: () => ['a', 'c'] };
  handler.getOwnPropertyDescriptor = (target, key) => ({ value: target[key], enumerable: true, configurable: true });
  assert.deepStrictEqual({ ...containers.hashMap(new Proxy({ a: 1 }, handler)) }, { a: 1, c: 3 });
  const thrown = new RangeError('from a trap');
  for (const trap of ['get', 'ownKeys', 'getOwnPropertyDescriptor']) {
    const refusing = new Proxy(
      { a: 1 },
      {
        [trap]: () => {
          throw thrown;
        },
      },
    );
    assert.throws(
      () => containers.hashMap(refusing),
      (error) => error === thrown,
      trap,
    );
  }
  const { proxy, revoke } = Proxy.revocable({ a: 1 }, {});
  revoke();
  assert.throws(() => containers.hashMap(proxy), { name: 'TypeError' });
});

test('arrays of a length have it', () => {
  assert.deepStrictEqual(containers.four([1, 2, 3, 4]), [1, 2, 3, 4]);
  assert.deepStrictEqual(containers.noneOfThem([]), []);
  assert.deepStrictEqual(
    containers.grid([
      [1, 2],
      [3, 4],
    ]),
    [
      [1, 2],
      [3, 4],
    ],
  );
  const got = (expected, length) => `array of length ${expected}, got one of length ${length}`;
  for (const length of [0, 1, 3, 5, 1000]) {
    assert.throws(
      () => containers.four(counted(length)),
      outOfRange(`four: argument 1 (value): expected ${got(4, length)}`),
    );
  }
  assert.throws(() => containers.noneOfThem([1]), outOfRange(`noneOfThem: argument 1 (value): expected ${got(0, 1)}`));
  assert.throws(() => containers.grid([[1, 2], [3]]), outOfRange(`grid: argument 1 (value)[1]: expected ${got(2, 1)}`));
  assert.throws(
    () =>
      containers.grid([
        [1, 2],
        [3, '4'],
      ]),
    wrongType('grid: argument 1 (value)[1][1]: expected number, got string'),
  );
  assert.throws(() => containers.four('1234'), wrongType('four: argument 1 (value): expected array, got string'));
});

test('maps are objects', () => {
  const maps = [
    {},
    { a: 1 },
    { b: 2, a: 1 },
    { '': 0, ' ': 1, 'a b': 2, 'é中🌿': 3, 'a\0b': 4 },
    { 0: 1, 10: 2, 9: 3 },
  ];
  maps.push({ [`${'long'.repeat(100)}`]: 1 }, { constructor: 1, toString: 2, hasOwnProperty: 3, length: 4 });
  for (const map of maps) {
    assert.deepStrictEqual(containers.hashMap(map), map);
    assert.deepStrictEqual(containers.btreeMap(map), map);
  }
  assert.deepStrictEqual(Object.keys(containers.btreeMap({ c: 1, a: 2, b: 3 })), ['a', 'b', 'c']);
  assert.strictEqual(Object.getPrototypeOf(containers.hashMap({})), Object.prototype);
  const large = Object.fromEntries(counted(10_000).map((n) => [`key ${n}`, n]));
  assert.deepStrictEqual(containers.hashMap(large), large);
});

test('a map has the own enumerable text keys', () => {
  const object = Object.create({ inherited: 1 });
  object.own = 2;
  object[Symbol('symbol')] = 3;
  Object.defineProperty(object, 'hidden', { value: 4, enumerable: false });
  assert.deepStrictEqual(containers.hashMap(object), { own: 2 });
  assert.deepStrictEqual(containers.btreeMap(Object.assign(() => 0, { a: 1 })), { a: 1 });
  assert.deepStrictEqual(containers.btreeMap([5, 6]), { 0: 5, 1: 6 });
  assert.deepStrictEqual(containers.btreeMap(new Map([['a', 1]])), {});
  assert.deepStrictEqual(containers.btreeMap(bare({ a: 1 })), { a: 1 });
});

test('elements are assigned: a setter in a prototype takes them', () => {
  const taken = [];
  Object.defineProperty(Object.prototype, '1', { set: (value) => taken.push(value), configurable: true });
  try {
    const list = containers.strings(['a', 'b', 'c']);
    assert.deepStrictEqual([list.length, list[0], Object.hasOwn(list, 1), list[2]], [3, 'a', false, 'c']);
  } finally {
    delete Object.prototype[1];
  }
  assert.deepStrictEqual(taken, ['b']);
});

test('the key __proto__ is a key like others', () => {
  const map = JSON.parse('{"__proto__": 1, "a": 2}');
  for (const echo of [containers.hashMap, containers.btreeMap]) {
    const result = echo(map);
    assert.deepStrictEqual(Object.keys(result).sort(), ['__proto__', 'a']);
    assert.strictEqual(Object.getPrototypeOf(result), Object.prototype);
    const own = Object.getOwnPropertyDescriptor(result, '__proto__');
    assert.deepStrictEqual(own, { value: 1, writable: true, enumerable: true, configurable: true });
  }
  assert.deepStrictEqual(containers.keys(map), ['__proto__', 'a']);
  // A prototype is no key.
  assert.deepStrictEqual(containers.keys({ __proto__: { b: 1 }, a: 2 }), ['a']);
  const nested = containers.maps(JSON.parse('{"__proto__": {"__proto__": 3}}'));
  assert.deepStrictEqual(Object.keys(nested), ['__proto__']);
  const inner = Object.getOwnPropertyDescriptor(nested, '__proto__').value;
  assert.strictEqual(Object.getOwnPropertyDescriptor(inner, '__proto__').value, 3);
  assert.strictEqual({}.polluted, undefined);
});

test('a key with half of a surrogate pair keeps its value', () => {
  // Rust's text cannot hold the key, but the value is that of the property.
  assert.deepStrictEqual(containers.typesByKey({ '\ud800': 1 }), { '\ufffd': 'number' });
  assert.deepStrictEqual(containers.hashMap({ 'a\udc00': 7 }), { 'a\ufffd': 7 });
});

test('a property that goes away while others are read is undefined', () => {
  const map = {
    get a() {
      delete this.b;
      return 1;
    },
    b: 2,
  };
  assert.throws(
    () => containers.hashMap(map),
    wrongType('hashMap: argument 1 (value).b: expected number, got undefined'),
  );
});

test('only objects are maps', () => {
  for (const [value, kind] of [
    ['a', 'string'],
    [1, 'number'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Symbol(), 'symbol'],
  ]) {
    const message = `hashMap: argument 1 (value): expected object, got ${kind}`;
    assert.throws(() => containers.hashMap(value), wrongType(message));
  }
});

test('a path leads to what is wrong', () => {
  assert.strictEqual(containers.save({ tags: [1, 2], ids: [3] }), 3);
  const save = 'save: argument 1 (user)';
  assert.throws(
    () => containers.save({ tags: [1, 2, 3, 'four'] }),
    wrongType(`${save}.tags[3]: expected number, got string`),
  );
  assert.throws(() => containers.save({ tags: 1 }), wrongType(`${save}.tags: expected array, got number`));
  assert.throws(
    () => containers.save({ 'a key': [null] }),
    wrongType(`${save}["a key"][0]: expected number, got null`),
  );
  assert.throws(
    () => containers.save({ '': [-1] }),
    outOfRange(`${save}[""][0]: expected integer in the range of u32, got -1`),
  );
  assert.throws(() => containers.save({ 0: ['x'] }), wrongType(`${save}["0"][0]: expected number, got string`));
  assert.throws(
    () => containers.save({ 'a"b\n': ['x'] }),
    wrongType(`${save}["a\\"b\\n"][0]: expected number, got string`),
  );
  assert.throws(
    () => containers.save({ größe_1$: ['x'] }),
    wrongType(`${save}.größe_1$[0]: expected number, got string`),
  );

  const all = 'saveAll: argument 1 (users)';
  assert.strictEqual(containers.saveAll([{ a: ['x', [1, 2]], b: ['y', null] }, {}]), 2);
  assert.throws(
    () => containers.saveAll([{}, { a: ['x', undefined], b: ['y', [1, 256]] }]),
    outOfRange(`${all}[1].b[1][1]: expected integer in the range of u8, got 256`),
  );
  assert.throws(
    () => containers.saveAll([{ a: ['x', [1]] }]),
    outOfRange(`${all}[0].a[1]: expected array of length 2, got one of length 1`),
  );
  assert.throws(() => containers.saveAll([{ a: [1, null] }]), wrongType(`${all}[0].a[0]: expected string, got number`));
});

test('a result that does not convert says where', () => {
  const tooLarge = 'expected an integer up to 2^53 - 1, which a JavaScript number holds exactly, got';
  assert.throws(() => containers.tooLarge(), outOfRange(`[2]: ${tooLarge} 18446744073709551615`));
  assert.throws(() => containers.tooLargeInside(), outOfRange(`["a key"][1][1]: ${tooLarge} -9223372036854775808`));
});

test('pointers are what they point to', () => {
  assert.strictEqual(containers.boxed(1), 1);
  assert.deepStrictEqual(containers.shared([1, 2]), [1, 2]);
  assert.strictEqual(containers.counted('text'), 'text');
  assert.deepStrictEqual(containers.sharedOut(), ['shared', 'shared']);
  assert.deepStrictEqual(containers.sliceOut(), ['a', 'b']);
  assert.throws(() => containers.boxed('1'), wrongType('boxed: argument 1 (value): expected number, got string'));
  assert.throws(
    () => containers.shared([1, '2']),
    wrongType('shared: argument 1 (value)[1]: expected number, got string'),
  );
});

test('handles travel in containers', () => {
  const [a, b, c] = [{}, [], () => 0];
  const swapped = containers.swapAll([
    [a, b],
    [c, 1],
    [undefined, null],
  ]);
  assert.strictEqual(swapped[0][0], b);
  assert.strictEqual(swapped[0][1], a);
  assert.strictEqual(swapped[1][1], c);
  assert.deepStrictEqual(swapped[2], [null, undefined]);
  assert.strictEqual(containers.swapAll(counted(MANY).map((n) => [n, a])).length, MANY);
});

test('a map is made of keys', () => {
  assert.deepStrictEqual(containers.made(['a', 'b']), { a: 0, b: 1 });
  assert.deepStrictEqual(containers.made(['a', 'a']), { a: 1 });
  assert.deepStrictEqual(Object.keys(containers.made(['__proto__', '1'])).sort(), ['1', '__proto__']);
  assert.deepStrictEqual(containers.keys({ b: 1, a: 2, 1: 3 }), ['1', 'a', 'b']);
});
