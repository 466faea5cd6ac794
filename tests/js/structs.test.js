// addons: values
'use strict';
const assert = require('node:assert');
const { addon, inWorker, test, testOn } = require('./harness.js');

const { structs } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const wrongValue = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

/** Arrays of these lengths are converted one by one, or in batches. */
const lengths = [0, 1, 31, 32, 33, 256, 257, 1000];

const ann = { name: 'Ann', ageInYears: 37, tags: ['a', 'b'], eMail: 'ann@example.org' };
const bob = { name: 'Bob', ageInYears: 0, tags: [] };

/** As `JSON.stringify` shows it: the order of keys counts. */
const same = (got, expected) => assert.strictEqual(JSON.stringify(got), JSON.stringify(expected));

test('structs arrive and return, with their names in camelCase and in order', () => {
  for (const name of ['user', 'boxed', 'shared', 'optionalUser']) {
    for (const user of [ann, bob]) {
      const returned = structs[name](user);
      same(returned, user);
      assert.notStrictEqual(returned, user);
      assert.strictEqual(Object.getPrototypeOf(returned), Object.prototype);
    }
  }
  same(structs.user({ ...bob, eMail: undefined, more: 7 }), bob);
  same(structs.user({ ...bob, eMail: null }), bob);
  assert.strictEqual('eMail' in structs.user(bob), false);
  assert.strictEqual(structs.optionalUser(), undefined);
  assert.strictEqual(structs.optionalUser(null), undefined);
});

test('each environment reads and makes them, and ends', async () => {
  const body = (harness, user) => {
    const { structs } = harness.addon('values');
    return [user, user, user].map((user) => structs.user(user)).concat(structs.users([user, user]));
  };
  for (let round = 0; round < 2; round += 1) {
    const all = await Promise.all([ann, bob, ann].map((user) => inWorker(body, user)));
    same(all, [ann, bob, ann].map((user) => Array(5).fill(user)));
    same(structs.user(ann), ann);
  }
});

test('the properties are as an assignment makes them', () => {
  for (const user of [structs.user(ann), structs.users(Array(40).fill(ann))[39]]) {
    for (const [name, value] of Object.entries(ann)) {
      const expected = { value, writable: true, enumerable: true, configurable: true };
      assert.deepStrictEqual(Object.getOwnPropertyDescriptor(user, name), expected);
    }
  }
});

test('what is inherited counts, and so do functions, arrays and classes', () => {
  class Person {
    #age = 7;
    name = 'Eve';
    tags = [];
    get ageInYears() {
      return this.#age;
    }
  }
  const eve = { name: 'Eve', ageInYears: 7, tags: [] };
  same(structs.user(new Person()), eve);
  same(structs.user(Object.create(eve)), eve);
  same(structs.user(Object.assign(() => {}, { ageInYears: 7, tags: [] }, {})), { name: '', ageInYears: 7, tags: [] });
  same(structs.user(Object.assign([], eve)), eve);
  same(structs.user(new Proxy(eve, {})), eve);
  same(structs.user(Object.freeze(Object.assign(Object.create(null), eve))), eve);
});

test('what is no object', () => {
  const values = [undefined, null, true, 7, 7n, 'user', Symbol('user')];
  for (const value of values) {
    const kind = value === null ? 'null' : typeof value;
    assert.throws(() => structs.user(value), wrongType(`user: argument 1 (value): expected object, got ${kind}`));
    assert.throws(() => structs.nothing(value), wrongType(`nothing: argument 1 (value): expected object, got ${kind}`));
    for (const at of [0, 31, 32, 300]) {
      const list = Array(at).fill(bob).concat([value, 'not looked at']);
      const message = `users: argument 1 (value)[${at}]: expected object, got ${kind}`;
      assert.throws(() => structs.users(list), wrongType(message));
    }
  }
  assert.throws(() => structs.user(), wrongType('user: argument 1 (value): expected object, got undefined'));
});

test('errors name the path', () => {
  const fails = (changed, message) => {
    assert.throws(() => structs.user({ ...ann, ...changed }), wrongType(`user: argument 1 (value)${message}`));
    const list = [...Array(40).fill(bob), { ...ann, ...changed }];
    assert.throws(() => structs.users(list), wrongType(`users: argument 1 (value)[40]${message}`));
  };
  fails({ name: 7 }, '.name: expected string, got number');
  fails({ name: undefined }, '.name: expected string, got undefined');
  fails({ ageInYears: '7' }, '.ageInYears: expected number, got string');
  fails({ tags: ['a', 'b', 'c', 4] }, '.tags[3]: expected string, got number');
  fails({ eMail: {} }, '.eMail: expected string, got object');
  assert.throws(
    () => structs.user({ ...ann, ageInYears: 256 }),
    outOfRange('user: argument 1 (value).ageInYears: expected integer in the range of u8, got 256'),
  );
  assert.throws(
    () => structs.pages([{ items: [] }, { items: [{ items: [1, '2'] }] }]),
    wrongType('pages: argument 1 (value)[1].items[0].items[1]: expected number, got string'),
  );
  assert.throws(
    () => structs.tree({ name: 'a', children: [{ name: 'b', children: [{ name: 'c' }, { name: 4 }] }] }),
    wrongType('tree: argument 1 (value).children[0].children[1].name: expected string, got number'),
  );
  const wide = /^expected an integer up to 2\^53 - 1, which a JavaScript number holds exactly, got 18446744073709551615$/;
  assert.throws(() => structs.tooLarge(), (error) => {
    assert.strictEqual(error.code, 'ERR_OUT_OF_RANGE');
    assert.match(error.message.replace(/^.*?: /, ''), wide);
    return error.message.startsWith('[1].exact: ');
  });
});

test('getters run once each, in the order of the fields', () => {
  const seen = [];
  const source = { eMail: 'e', tags: [], ageInYears: 1, name: 'n', unknown: 1 };
  const proxy = new Proxy(source, {
    get(target, key, receiver) {
      seen.push(key);
      return Reflect.get(target, key, receiver);
    },
  });
  structs.user(proxy);
  assert.deepStrictEqual(seen, ['name', 'ageInYears', 'tags', 'eMail']);
  seen.length = 0;
  structs.users(Array(33).fill(proxy));
  assert.strictEqual(seen.length, 33 * 4);
});

test('what a getter throws is what the call throws, and nothing is read after it', () => {
  const thrown = new Error('from the getter');
  const user = {
    get name() {
      throw thrown;
    },
    get ageInYears() {
      assert.fail('not read any more');
    },
  };
  assert.throws(() => structs.user(user), (error) => error === thrown);
  for (const at of [0, 32, 300]) {
    assert.throws(() => structs.users([...Array(at).fill(bob), user]), (error) => error === thrown);
  }
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.throws(() => structs.user(proxy), TypeError);
});

test('a getter may come back', () => {
  const user = {
    ...ann,
    get name() {
      return structs.user({ ...ann, name: 'inner' }).name;
    },
  };
  same(structs.user(user), { ...ann, name: 'inner' });
  assert.strictEqual(structs.users(Array(40).fill(user))[39].name, 'inner');
});

test('an array that a getter shortens', () => {
  const list = Array(40).fill(bob);
  list[1] = {
    ...bob,
    get name() {
      list.length = 2;
      return 'short';
    },
  };
  assert.throws(() => structs.users(list), wrongType('users: argument 1 (value)[2]: expected object, got undefined'));
});

test('arrays of structs', () => {
  for (const length of lengths) {
    const list = Array.from({ length }, (_, index) => ({ ...ann, name: `name ${index}`, ageInYears: index % 256 }));
    assert.deepStrictEqual(structs.users(list), list);
    const sizes = list.map((_, size) => ({ size }));
    assert.deepStrictEqual(structs.sized(sizes), sizes);
    const large = list.map((_, index) => manyFields(index));
    assert.deepStrictEqual(structs.larges(large), large);
  }
  assert.throws(() => structs.users([, bob]), wrongType('users: argument 1 (value)[0]: expected object, got undefined'));
});

const manyFields = (n) => ({
  a: n + 0.5, b: n % 2 === 0, c: `${n}`, d: -0, e: [1, 2], f: [-1, -2], g: 0.5, h: -(2 ** 53) + 1,
  j: 1, k: 2, l: 3, m: 4, n: 5, o: 6, p: 7, q: 8, r: n,
});

test('many fields', () => {
  same(structs.large(manyFields(7)), manyFields(7));
  assert.ok(Object.is(structs.large(manyFields(7)).d, -0));
});

test('names that mean something elsewhere', () => {
  const named = {
    ['__proto__']: 1, constructor: 2, type: 3, "größe 😀 'x'": 4, '': 5, 0: 6, _privatePart: 7,
  };
  for (const returned of [structs.named(named), structs.manyNamed([named])[0], structs.manyNamed(Array(40).fill(named))[39]]) {
    assert.deepStrictEqual(Object.entries(returned).sort(), Object.entries(named).sort());
    assert.strictEqual(Object.getPrototypeOf(returned), Object.prototype);
    assert.deepStrictEqual(Object.getOwnPropertyDescriptor(returned, '__proto__').value, 1);
  }
  assert.throws(
    () => structs.named({ ...named, "größe 😀 'x'": '4' }),
    wrongType(`named: argument 1 (value)["größe 😀 'x'"]: expected number, got string`),
  );
  same(structs.cased({ FIRST_PART: 1, second: 2 }), { FIRST_PART: 1, second: 2 });
  same(structs.asInRust({ first_part: 1 }), { first_part: 1 });
});

test('defaults stand for what is absent or undefined', () => {
  const all = { none: 0, called: 42, text: 'text', list: [1, 2], map: {}, maybe: 7 };
  same(structs.defaults({}), all);
  same(structs.defaults({ none: undefined, list: undefined }), all);
  const given = { none: 1, called: 2, text: '', list: [], map: { a: 1 } };
  same(structs.defaults({ ...given, maybe: null }), given);
  const wrong = 'defaults: argument 1 (value).none: expected number, got null';
  assert.throws(() => structs.defaults({ none: null }), wrongType(wrong));
});

test('options are left out, or null', () => {
  same(structs.options({ isNull: null }), { isNull: null });
  same(structs.options({ isNull: 'text', leftOut: 1, twice: 2, boxed: 3 }), { leftOut: 1, isNull: 'text', twice: 2, boxed: 3 });
  same(structs.options({ isNull: 'text', leftOut: null, twice: null, boxed: null }), { isNull: 'text' });
  const wrong = 'options: argument 1 (value).isNull: expected string, got undefined';
  assert.throws(() => structs.options({}), wrongType(wrong));
});

test('generic structs, tuples and what is inside', () => {
  same(structs.page({ items: ['a'], next: 'b' }), { items: ['a'], next: 'b' });
  same(structs.pages([{ items: [{ items: [1], next: 2 }] }]), [{ items: [{ items: [1], next: 2 }] }]);
  assert.strictEqual(structs.meters(1.5), 1.5);
  assert.ok(Object.is(structs.meters(-0), -0));
  for (const length of lengths) {
    const list = Array.from({ length }, (_, index) => index / 2);
    assert.deepStrictEqual(structs.manyMeters(list), list);
  }
  assert.throws(() => structs.manyMeters([1, '2']), wrongType('manyMeters: argument 1 (value)[1]: expected number, got string'));
  same(structs.pair(['a', 1]), ['a', 1]);
  assert.throws(() => structs.pair(['a']), outOfRange('pair: argument 1 (value): expected array of length 2, got one of length 1'));
  same(structs.nothing({ a: 1 }), {});
  same(structs.alsoNothing([]), {});
  same(structs.fixed({ list: [1, 2] }), { list: [1, 2] });
  const tree = { name: 'a', children: [{ name: 'b', children: [] }] };
  same(structs.tree({ name: 'a', children: [{ name: 'b' }] }), tree);
});

const tooDeep = (error) =>
  error.name === 'RangeError' && error.code === 'ERR_TOO_DEEP' && error.message.endsWith(': expected objects and arrays inside of each other up to 128 deep, got more, or a cycle');

test('what contains itself, and what is too deep', () => {
  const shapes = {
    tree: [() => ({ name: 'a' }), (inner) => ({ name: 'a', children: [inner] }), (tree) => tree.children.push(tree)],
    nest: [() => [], (inner) => [inner], (nest) => nest.push(nest)],
    chain: [() => [1], (inner) => [1, inner], (chain) => (chain[1] = chain)],
    folder: [() => ({}), (inner) => ({ inner }), (folder) => (folder.inner = folder)],
    wrapper: [() => ({}), (inner) => ({ inner }), (wrapper) => (wrapper.inner = wrapper)],
  };
  shapes.chain[0] = () => [1, null];
  for (const [name, [leaf, around, tie]] of Object.entries(shapes)) {
    let value = leaf();
    for (let level = 1; level < 128; level += 1) {
      value = around(value);
    }
    assert.strictEqual(JSON.stringify(structs[name](value)).length > 128, true);
    assert.throws(() => structs[name](around(value)), tooDeep, name);
    for (let level = 128; level < 100_000; level += 1) {
      value = around(value);
    }
    assert.throws(() => structs[name](value), tooDeep, name);
    const cycle = around(leaf());
    tie(cycle);
    assert.throws(() => structs[name](cycle), tooDeep, name);
    // Nothing is left of the levels.
    assert.doesNotThrow(() => structs[name](around(leaf())));
  }
});

test('what is skipped is neither read nor written', () => {
  const source = {
    seen: 1,
    get hidden() {
      return assert.fail('not read');
    },
  };
  same(structs.skipped(source), { seen: 1 });
  assert.deepStrictEqual(structs.hidden(source), [0, 9]);
});

test('unknown properties are refused where that is asked for', () => {
  same(structs.strict({ first: 1 }), { first: 1 });
  same(structs.strict({ first: 1, '2nd': 2 }), { first: 1, '2nd': 2 });
  const known = `the known ones are 'first' and '2nd'`;
  assert.throws(
    () => structs.strict({ first: 1, frist: 2 }),
    wrongValue(`strict: argument 1 (value): unknown property 'frist', ${known}`),
  );
  assert.throws(
    () => structs.strict({ ['__proto__']: 1, first: 1 }),
    wrongValue(`strict: argument 1 (value): unknown property '__proto__', ${known}`),
  );
  // Its own, enumerable and named by text.
  const others = Object.create({ inherited: 1 }, { hidden: { value: 1 }, first: { value: 1, enumerable: true } });
  others[Symbol('s')] = 1;
  same(structs.strict(others), { first: 1 });
  const thrown = new Error('no keys');
  const proxy = new Proxy({ first: 1 }, {
    ownKeys() {
      throw thrown;
    },
  });
  assert.throws(() => structs.strict(proxy), (error) => error === thrown);
});

test('flattened structs and maps', () => {
  const flat = { id: 1, last: 2, width: 3, height: 4 };
  same(structs.flat({ ...flat, more: 5 }), flat);
  assert.throws(
    () => structs.flat({ ...flat, height: '4' }),
    wrongType('flat: argument 1 (value).height: expected number, got string'),
  );
  same(structs.flatMap({ id: 1, b: 2, a: 3 }), { id: 1, a: 3, b: 2 });
  const polluting = structs.flatMap(JSON.parse('{ "id": 1, "__proto__": 7 }'));
  assert.strictEqual(Object.getPrototypeOf(polluting), Object.prototype);
  assert.deepStrictEqual(Object.entries(polluting), [['id', 1], ['__proto__', 7]]);
  assert.throws(() => structs.flatMap({ id: 1, a: 'x' }), wrongType('flatMap: argument 1 (value).a: expected number, got string'));
});

test('what is flattened beside a map keeps its properties to itself', () => {
  const mixed = { id: 1, more: 7, width: 4.5, height: -1 };
  for (const value of [{ ...mixed, one: 'a', a: 3 }, { ...mixed, one: 'text', text: 'b' }]) {
    assert.deepStrictEqual(structs.mixed(value), value);
  }
  const wrong = 'mixed: argument 1 (value).more: expected number, got string';
  assert.throws(() => structs.mixed({ ...mixed, one: 'a', a: 3, more: 'x' }), wrongType(wrong));
});

test('what is flattened and refuses unknown properties knows those of the others', () => {
  const value = { id: 1, first: 2, '2nd': 3, width: 4, height: 5 };
  same(structs.besideStrict(value), value);
  const known = `the known ones are 'first', '2nd', 'id', 'width' and 'height'`;
  assert.throws(
    () => structs.besideStrict({ ...value, more: 1 }),
    wrongValue(`besideStrict: argument 1 (value): unknown property 'more', ${known}`),
  );
});

test('an untagged enum that is flattened takes the names of its variants', () => {
  const beside = { id: 1, more: 7, label: 'a' };
  const forms = [{ radius: 'r' }, { width: 1.5, height: -0 }, { 'is both': true, one: 'a', a: 3 }, { 'is both': false, one: 'text', text: 'b' }];
  for (const form of forms) {
    const value = { ...beside, ...form };
    // A text is the first of the other two.
    if ('text' in form) delete value.label;
    assert.deepStrictEqual(structs.besideUntagged(value), value);
  }
  const at = 'besideUntagged: argument 1 (value)';
  assert.throws(() => structs.besideUntagged({ ...beside, radius: 'r', more: 'x' }), wrongType(`${at}.more: expected number, got string`));
  // Names of variants that are not there are no names of the map either.
  const both = { ...beside, radius: 'r', a: 7, text: 't' };
  const { a, label, ...taken } = both;
  assert.deepStrictEqual(structs.besideUntagged(both), taken);
});

test('an untagged enum that is flattened beside what refuses unknown properties', () => {
  const forms = [{ radius: 'r' }, { width: 1.5, height: 2 }];
  for (const form of forms) {
    const value = { first: 1, '2nd': 2, ...form };
    same(structs.strictBesideUntagged(value), value);
  }
  const at = 'strictBesideUntagged: argument 1 (value)';
  const known = `'first', '2nd', 'radius', 'is both', 'width', 'height', 'one', 'a' and 'text'`;
  assert.throws(
    () => structs.strictBesideUntagged({ first: 1, '2nd': 2, radius: 'r', more: 1 }),
    wrongValue(`${at}: unknown property 'more', the known ones are ${known}`),
  );
});

test('fields that functions convert', () => {
  same(structs.with({ color: '0xff8000' }), { color: '0xff8000' });
  assert.throws(() => structs.with({ color: 7 }), wrongType('with: argument 1 (value).color: expected string, got number'));
  assert.throws(() => structs.with({ color: '7' }), {
    name: 'TypeError',
    message: 'with: argument 1 (value).color: expected a number that begins with 0x',
  });
});

test('handles in structs', () => {
  const value = { object: {}, call: (n) => n + 1, any: Symbol.iterator };
  const returned = structs.handles(value);
  assert.deepStrictEqual(returned, value);
  assert.strictEqual(returned.object, value.object);
  assert.strictEqual(value.object.called, 21);
  const thrown = new Error('called');
  const throws = () => {
    throw thrown;
  };
  assert.throws(() => structs.handles({ ...value, call: throws }), (error) => error === thrown);
  const list = Array.from({ length: 300 }, () => ({ object: {}, call: () => 0 }));
  const objects = structs.manyHandles(list);
  assert.ok(list.every(({ object }, index) => object === objects[index]));
});

test('one way only', () => {
  same(structs.oneWay({ number: 1.5 }), { text: 'more', more: '1.5' });
  same(structs.birthday()(ann), { ...ann, ageInYears: 38 });
  assert.throws(() => structs.birthday()({ ...ann, name: 7 }), wrongType('birthday: argument 1.name: expected string, got number'));
});

/** While an assignment to these names ends in a setter. */
const withSetters = (names, run) => {
  const setter = { set() { assert.fail('not assigned'); }, configurable: true };
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, setter);
  }
  try {
    run();
  } finally {
    for (const name of names) {
      delete Object.prototype[name];
    }
  }
};

test('a program that has changed the prototypes', () => {
  withSetters(['name', 'tags'], () => {
    same(structs.users(Array(40).fill({ ...bob, name: 'Bob', tags: [] }))[39], bob);
  });
});

// Bun (1.4) defines slowly, so that a single object gets its properties by assignments.
testOn(['node', 'deno'], 'a single object in a program that has changed the prototypes', () => {
  withSetters(['name', 'tags'], () => same(structs.user({ ...bob, name: 'Bob', tags: [] }), bob));
});

test('maps in a program that has changed the prototypes', () => {
  const map = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`name ${index}`, index]));
  withSetters(['name 0', 'name 599'], () => assert.deepStrictEqual(Object.entries(structs.map(map)).sort(), Object.entries(map).sort()));
  const own = { toString: 1, ['__proto__']: 2, a: 3 };
  assert.deepStrictEqual(Object.entries(structs.map(own)).sort(), Object.entries(own).sort());
});

test('long strings and lone surrogates', () => {
  const name = 'ä'.repeat(5_000_000);
  assert.strictEqual(structs.user({ ...bob, name }).name, name);
  assert.strictEqual(structs.user({ ...bob, name: 'a\ud800b' }).name, 'a\ufffdb');
  assert.strictEqual(structs.user({ ...bob, name: 'a\0b' }).name, 'a\0b');
});
