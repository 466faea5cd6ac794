// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, caught, inProcess, instrumented, referencesLeftBy, test, testOn } = require('./harness.js');

const { keyed } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

/** So many that the arrays between take many batches. */
const MANY = instrumented ? 2_000 : 50_000;

test('maps arrive and return', () => {
  for (const map of [new Map(), new Map([['a', 1]]), new Map([['b', -0], ['', NaN], ['__proto__', 2 ** 53], ['\0', 0.5]])]) {
    for (const echo of [keyed.hashMap, keyed.treeMap]) {
      const returned = echo(map);
      assert.ok(returned instanceof Map && returned !== map);
      assert.deepStrictEqual(new Map([...returned].sort()), new Map([...map].sort()));
    }
  }
  const lists = new Map([[[1, 2], true], [[], undefined], [[3], false]]);
  assert.deepStrictEqual(new Map([...keyed.byList(lists)].sort()), new Map([...lists].sort()));
  const nested = new Map([[1, new Map([[2, ['a']], [3, []]])], [4, new Map()]]);
  assert.deepStrictEqual(keyed.nested(nested), nested);
  const sets = new Map([['a', new Set(['x', 'y'])], ['b', new Set()]]);
  assert.deepStrictEqual(keyed.ofSets(sets), sets);
});

test('entries keep their order', () => {
  const map = new Map([[3, 'c'], [1, 'a'], [2, 'b'], [NaN, 'nan'], [0, 'zero'], [-7, '']]);
  assert.deepStrictEqual([...keyed.entries(map)], [...map]);
  assert.deepStrictEqual([...keyed.treeMap(new Map([['b', 1], ['a', 2]]))], [['a', 2], ['b', 1]]);
  assert.deepStrictEqual([...keyed.numbers(new Set([10, 9, 1]))], [1, 9, 10]);
});

test('sets arrive and return', () => {
  for (const set of [new Set(), new Set(['']), new Set(['b', 'a', '__proto__', 'é中🌿'])]) {
    for (const echo of [keyed.hashSet, keyed.treeSet]) {
      const returned = echo(set);
      assert.ok(returned instanceof Set && returned !== set);
      assert.deepStrictEqual(new Set([...returned].sort()), new Set([...set].sort()));
    }
  }
  assert.deepStrictEqual(keyed.sets([new Set([1]), new Set()]), [new Set([1]), new Set()]);
});

test('optional ones', () => {
  for (const nothing of [undefined, null]) {
    assert.strictEqual(keyed.maybe(nothing), undefined);
    assert.strictEqual(keyed.maybeSet(nothing), undefined);
  }
  assert.deepStrictEqual(keyed.maybe(new Map([[1, 2]])), new Map([[1, 2]]));
  assert.deepStrictEqual(keyed.maybeSet(new Set([1])), new Set([1]));
});

test('many of them', () => {
  const numbers = Array.from({ length: MANY }, (_, index) => index);
  const map = new Map(numbers.map((number) => [number, number / 2]));
  assert.deepStrictEqual(keyed.byNumber(map), map);
  assert.deepStrictEqual(keyed.numbers(new Set(numbers)), new Set(numbers));
  const [made, set] = keyed.counted(MANY);
  assert.strictEqual(made.size, MANY);
  assert.strictEqual(made.get(MANY - 1), String(MANY - 1));
  assert.strictEqual(set.size, MANY);
  assert.ok(set.has(MANY - 1));
});

test('keys and values of any kind are themselves', () => {
  const object = {};
  const noMap = "no map";
  const map = new Map([[object, noMap], [undefined, null], [Symbol.iterator, object], [keyed.map, [1]], [0, -0]]);
  assert.deepStrictEqual([...keyed.handles(map)].flat(), [...map].flat());
  assert.strictEqual([...keyed.handles(map).keys()][0], object);
});

test('texts that become equal: the last counts', () => {
  const map = new Map([['\ud800', 1], ['\udfff', 2], ['\ufffd', 3]]);
  assert.deepStrictEqual(keyed.hashMap(map), new Map([['\ufffd', 3]]));
  assert.deepStrictEqual(keyed.hashSet(new Set(map.keys())), new Set(['\ufffd']));
});

const noCollections = [
  [0, 'number'],
  ['', 'string'],
  [1n, 'bigint'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'boolean'],
  [Symbol('s'), 'symbol'],
  [{}, 'object'],
  [[], 'object'],
  [[['a', 1]], 'object'],
  [Map, 'function'],
  [new WeakMap(), 'object'],
  [new WeakSet(), 'object'],
  [Map.prototype, 'object'],
  [Set.prototype, 'object'],
  [Object.create(new Map()), 'object'],
  [Object.setPrototypeOf({}, Set.prototype), 'object'],
  [new Proxy(new Map(), {}), 'object'],
  [new Proxy(new Set(), {}), 'object'],
  [{ size: 0, [Symbol.toStringTag]: 'Map', keys: () => assert.fail('a conversion calls nothing') }, 'object'],
];

test('only maps are maps, only sets are sets', () => {
  for (const [value, kind] of [...noCollections, [new Set(), 'object']]) {
    for (const name of ['hashMap', 'map', 'entries']) {
      const expected = `${name}: argument 1 (value): expected Map, got ${kind}`;
      assert.throws(() => keyed[name](value), wrongType(expected));
    }
  }
  for (const [value, kind] of [...noCollections, [new Map(), 'object']]) {
    for (const name of ['hashSet', 'treeSet', 'set']) {
      assert.throws(() => keyed[name](value), wrongType(`${name}: argument 1 (value): expected Set, got ${kind}`));
    }
  }
});

test('an error names the place', () => {
  const map = 'hashMap: argument 1 (value)';
  assert.throws(() => keyed.hashMap(new Map([['a', 1], [2, 3]])), wrongType(`${map}.keys()[1]: expected string, got number`));
  assert.throws(() => keyed.hashMap(new Map([['a', 1], ['b', 'c']])), wrongType(`${map}.values()[1]: expected number, got string`));
  assert.throws(
    () => keyed.hashSet(new Set(['a', 7])),
    wrongType('hashSet: argument 1 (value).values()[1]: expected string, got number'),
  );
  assert.throws(
    () => keyed.nested(new Map([[1, new Map([[2, [3]]])]])),
    wrongType('nested: argument 1 (value).values()[0].values()[0][0]: expected string, got number'),
  );
  assert.throws(
    () => keyed.numbers(new Set([0, 2 ** 32])),
    outOfRange('numbers: argument 1 (value).values()[1]: expected integer in the range of u32, got 4294967296'),
  );
  assert.throws(() => keyed.tooLarge(true), outOfRange(/^\.keys\(\)\[1\]: /));
  assert.throws(() => keyed.tooLarge(false), outOfRange(/^\.values\(\)\[1\]: /));
  assert.throws(() => keyed.tooLargeInSet(), outOfRange(/^\.values\(\)\[1\]: /));
});

test('what is one is told by the language', () => {
  const bare = new Map([['a', 1]]);
  Object.setPrototypeOf(bare, null);
  assert.deepStrictEqual(keyed.hashMap(bare), new Map([['a', 1]]));
  const fail = () => assert.fail('a conversion calls nothing');
  class OwnMap extends Map {
    keys() {
      fail();
    }
    forEach() {
      fail();
    }
    [Symbol.iterator]() {
      fail();
    }
    get size() {
      fail();
    }
  }
  class OwnSet extends Set {
    values() {
      fail();
    }
    forEach() {
      fail();
    }
    [Symbol.iterator]() {
      fail();
    }
    get size() {
      fail();
    }
  }
  assert.deepStrictEqual(keyed.hashMap(new OwnMap([['a', 1]])), new Map([['a', 1]]));
  assert.deepStrictEqual(keyed.hashSet(new OwnSet(['a'])), new Set(['a']));
  assert.deepStrictEqual(keyed.sizes(new OwnMap([[1, 1]]), new OwnSet()), [1, false, 0, true]);
  assert.deepStrictEqual(keyed.hashMap(vm.runInNewContext('new Map([["a", 1]])')), new Map([['a', 1]]));
  assert.deepStrictEqual(keyed.hashSet(vm.runInNewContext('new Set(["a"])')), new Set(['a']));
});

test('the handles', () => {
  const map = new Map([['old', 1], [2, 'two']]);
  assert.strictEqual(keyed.map(map), map);
  assert.deepStrictEqual(keyed.useMap(map, 2), [true, 'two', true, true]);
  assert.deepStrictEqual([...map], [[2, 'new']]);
  assert.deepStrictEqual(keyed.useMap(map, map), [false, undefined, false, true]);
  const set = new Set(['old', 7]);
  assert.strictEqual(keyed.set(set), set);
  assert.deepStrictEqual(keyed.useSet(set, 7), [true, true, true]);
  assert.deepStrictEqual(keyed.useSet(set, set), [false, true, false]);
  assert.deepStrictEqual([...set], [7, set]);
  const [madeMap, madeSet] = keyed.make();
  assert.deepStrictEqual([...madeMap], [[madeSet, madeMap]]);
  assert.deepStrictEqual([...madeSet], [madeMap]);
  const kept = keyed.keep(map, new Set([1, 2]));
  assert.deepStrictEqual(kept(map, new Set([2, 1])), [true, true]);
  assert.deepStrictEqual(kept(new Map(), new Set([2])), [false, false]);
});

test('the handles use the methods of the object', () => {
  class Upper extends Map {
    get(key) {
      return super.get(key.toUpperCase());
    }
    set() {
      throw new SyntaxError('read only');
    }
  }
  const upper = new Upper();
  Map.prototype.set.call(upper, 'A', 'found');
  assert.strictEqual(caught(() => keyed.useMap(upper, 'a')).name, 'SyntaxError');
});

test('programs that change the methods get an error or an odd result, and no crash', () => {
  const result = inProcess((harness) => {
    const { keyed } = harness.addon('values');
    const attempt = (action) => {
      try {
        return action();
      } catch (error) {
        return error;
      }
    };
    const values = [new Map([['a', 1]]), new Set(['a'])];
    const all = () => {
      for (const value of values) {
        for (const name of ['hashMap', 'entries', 'hashSet', 'handles', 'map', 'set']) attempt(() => keyed[name](value));
      }
      attempt(() => keyed.counted(300));
      attempt(() => keyed.make());
    };
    const patches = [undefined, null, 7, () => 7, () => [], () => ({ next: () => ({ done: true }) }), () => { throw 1; }];
    for (let round = 0; round < 2; round += 1) {
      for (const of of [Map, Set]) {
        for (const key of ['keys', 'values', 'forEach', 'set', 'add', 'size', Symbol.iterator]) {
          const own = Object.getOwnPropertyDescriptor(of.prototype, key);
          for (const value of patches) {
            Object.defineProperty(of.prototype, key, { value, configurable: true });
            all();
            Object.defineProperty(of.prototype, key, { get: value === 7 ? undefined : value ?? undefined, configurable: true });
            all();
          }
          if (own) Object.defineProperty(of.prototype, key, own);
          else delete of.prototype[key];
        }
      }
      for (const [of, key] of [[globalThis, 'Map'], [globalThis, 'Set'], [Array, 'from'], [Object, 'getOwnPropertyDescriptor']]) {
        const own = of[key];
        for (const value of patches) {
          of[key] = value;
          all();
        }
        of[key] = own;
      }
    }
    // As before, when all is in its place again.
    console.log(JSON.stringify([...keyed.hashMap(new Map([['a', 1]])), ...keyed.hashSet(new Set(['a']))]));
  });
  assert.match(result.stdout, /^\[\["a",1\],"a"\]$/m, JSON.stringify(result));
});

testOn(['node'], 'nothing is held', async () => {
  const left = await referencesLeftBy(() => {
    for (let count = 0; count < 10; count += 1) {
      keyed.hashMap(new Map([['a', 1]]));
      keyed.hashSet(new Set(['a']));
      caught(() => keyed.hashMap({}));
    }
  });
  assert.strictEqual(left, 0);
});
