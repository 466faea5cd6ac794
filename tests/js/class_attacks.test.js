// addons: classes foreign
'use strict';
// What JavaScript can do to a class besides using it: nothing crashes, no value is seen by whom it is not, and each is dropped once.
const assert = require('node:assert');
const { addon, addonPath, caught, collect, host, inProcess, personality, test, testOn, until } = require('./harness.js');

const classes = addon('classes');
const { Careless, Cell, Counter, Point, Slot, Span, animals, pass } = classes;

const { get: value, set: setValue } = Object.getOwnPropertyDescriptor(Slot.prototype, 'value');
const nothing = () => {};

/** What `body` made is dropped with it, or collected, and nothing is dropped twice. */
function leavesNothing(name, body) {
  test(name, async () => {
    await collect();
    const before = classes.alive();
    await (async () => body())();
    for (let round = 0; round < 20 && classes.alive() > before; round += 1) await collect();
    assert.ok(classes.alive() <= before, `${classes.alive() - before} are left`);
  });
}

test('what globals there are is no matter of constructors', () => {
  const { status, signal, stdout, stderr } = inProcess((harness) => {
    const { Counter } = harness.addon('classes');
    let inner;
    delete globalThis.Deno;
    Object.defineProperty(globalThis, 'Deno', { get: () => (inner ??= new Counter(42)) });
    const full = Counter.full(3);
    for (const call of [() => Counter(1), () => Counter.call({}, 1), () => Reflect.apply(Counter, full, [1])]) {
      try {
        call();
        console.log('a call without new was taken');
      } catch (error) {
        if (error.code !== 'ERR_ILLEGAL_CONSTRUCTOR') console.log(error);
      }
    }
    console.log(full instanceof Counter, inner === undefined);
  });
  assert.deepStrictEqual([status, signal, stdout], [0, null, 'true true\n'], stderr);
});

// What was found once

function stashed(exports, text) {
  exports.stash(new exports.Stashed(text));
}

test('an instance that was found in one call is found again in another', async () => {
  const one = new classes.Stashed('one');
  classes.stash(one);
  assert.strictEqual(classes.readStash(0), 'one');
  assert.throws(() => classes.readStash(0), { code: 'ERR_RUST_PANIC' });
  stashed(classes, 'two');
  await collect();
  // Some collectors keep it for longer.
  const read = caught(() => assert.strictEqual(classes.readStash(0), 'two'));
  if (read) assert.match(read.message, /^readStash: argument 1 \(inside\): expected Stashed, got one that was let go meanwhile$/);
  assert.ok(one);
});

// Only Node loads addons into contexts; each load is an environment of its own, on the same thread.
testOn(['node'], 'an instance that was found in one environment is none of another', async () => {
  const again = { exports: {} };
  process.dlopen(again, addonPath('classes'));
  for (const [mine, other] of [
    [classes, again.exports],
    [again.exports, classes],
  ]) {
    stashed(mine, 'gone');
    await collect();
    assert.throws(() => other.readStash(0), {
      name: 'TypeError',
      message: 'readStash: argument 1 (inside): expected Stashed, got one that was let go meanwhile',
    });
    const kept = new mine.Stashed('alive');
    mine.stash(kept);
    assert.throws(() => other.readStash(0), /let go meanwhile$/);
    assert.ok(kept);
  }
});

// Other addons

// OpenHarmony, which the personality follows, replaces what an object carries.
testOn(['node', 'deno', 'bun'], 'what another addon has tied to an object is not what we have', async () => {
  if (personality) return;
  const { tie, untie } = addon('foreign');
  const message = 'Slot.larger: argument 1 (other): expected Slot, got object';
  const slot = new Slot(1);
  const tied = tie({});
  assert.throws(() => slot.larger(tied), { name: 'TypeError', message });
  assert.throws(() => slot.get.call(tied), { name: 'TypeError', message: 'Slot.get: this: expected Slot, got object' });
  // What the other addon knows of our instance is ours, as long as the instance lives.
  const [twin, orphan] = [tie({}, slot), (() => tie({}, new Slot(3)))()];
  assert.strictEqual(slot.get.call(twin), 1);
  assert.throws(() => slot.swap(twin), { code: 'ERR_BORROWED' });
  await collect();
  await collect();
  const read = caught(() => assert.strictEqual(slot.get.call(orphan), 3));
  if (read) assert.strictEqual(read.message, 'Slot.get: this: expected Slot, got object');
  else assert.strictEqual(host, 'bun', 'the instance was collected');
  // It carries nothing any more; the value stays until the end.
  assert.throws(() => untie(new Slot(4)).get(), { message: 'Slot.get: this: expected Slot, got object' });
});

// new.target

const newTargets = {
  'a function': function Other() {},
  'a class': class Other {},
  'a subclass': class Sub extends Slot {},
  'a bound class': Slot.bind(undefined),
  'a proxy of the class': new Proxy(Slot, {}),
  'a class of the language': Array,
  'a class of Rust': Point,
  'a class without a constructor': classes.Fields,
  'a method': Object.assign(function () {}, { prototype: null }),
};
for (const [what, newTarget] of Object.entries(newTargets)) {
  leavesNothing(`Reflect.construct with ${what} makes a slot of that prototype`, () => {
    const made = Reflect.construct(Slot, [7], newTarget);
    // Without one hosts take another.
    if (newTarget.prototype) assert.strictEqual(Object.getPrototypeOf(made), newTarget.prototype);
    assert.strictEqual(value.call(made), 7);
    setValue.call(made, 8);
    assert.strictEqual(Slot.prototype.get.call(made), 8);
    assert.strictEqual(pass.maybe(made), 8);
    assert.strictEqual(Slot.prototype.end.call(made), 8);
  });
}

test('an object of the prototype of another class is of the class that made it', () => {
  const made = Reflect.construct(Slot, [7], Point);
  assert.ok(made instanceof Point);
  assert.throws(() => made.x, { message: 'Point.x: this: expected Point, got Slot' });
  assert.throws(() => Point.orOrigin(made), { message: 'Point.orOrigin: argument 1 (point): expected Point, got Slot' });
});

leavesNothing('a prototype of new.target that throws makes nothing', () => {
  const thrown = new Error('no prototype');
  const newTarget = new Proxy(Slot, {
    get() {
      throw thrown;
    },
  });
  const made = classes.made();
  assert.strictEqual(
    caught(() => Reflect.construct(Slot, [1], newTarget)),
    thrown,
  );
  // It is read before the constructor runs, or after it failed.
  assert.strictEqual(classes.made(), made);
});

leavesNothing('a prototype of new.target that makes others gets its own', () => {
  const others = [];
  const newTarget = new Proxy(Slot, {
    get(target, key) {
      if (key === 'prototype') others.push(new Slot(2), pass.make(3), new Cell({ value: 4 }), new Careless('others inside'));
      return Reflect.get(target, key);
    },
  });
  const made = Reflect.construct(Slot, [1], newTarget);
  assert.deepStrictEqual([made.get(), others[0].get(), others[1].get(), others[2].value], [1, 2, 3.5, 4]);
  assert.strictEqual(others[3].way, 'others inside');
});

leavesNothing('a proxy of the class constructs', () => {
  const proxy = new Proxy(Slot, { construct: (target, args, newTarget) => Reflect.construct(target, [args[0] * 2], newTarget) });
  assert.strictEqual(new proxy(4).get(), 8);
  class Sub extends proxy {}
  assert.strictEqual(new Sub(4).get(), 8);
  assert.throws(() => proxy(1), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
});

// Constructors that go wrong

for (const [way, expected] of [
  ['an error', ['TypeError', undefined, 'it did not become one']],
  ['a panic', ['Error', 'ERR_RUST_PANIC', 'it did not become one']],
]) {
  leavesNothing(`a constructor that ends in ${way} drops its value`, () => {
    for (let round = 0; round < 10; round += 1) {
      const before = classes.alive();
      const { name, code, message } = caught(() => new Careless(way));
      assert.deepStrictEqual([name, code, message], expected);
      assert.strictEqual(classes.alive(), before);
      // The next one gets its own value.
      assert.strictEqual(new Careless('next').way, 'next');
      assert.strictEqual(new Slot(round).get(), round);
    }
    class Sub extends Careless {}
    assert.strictEqual(caught(() => new Sub(way)).name, expected[0]);
  });
}

leavesNothing('a constructor that forgets a scope makes its value still, which needs none', () => {
  for (let round = 0; round < 10; round += 1) {
    assert.strictEqual(new Careless('a forgotten scope').way, 'a forgotten scope');
    assert.strictEqual(new Careless('next').way, 'next');
  }
});

leavesNothing('a constructor that makes others gets its own value', () => {
  assert.strictEqual(new Careless('others inside').way, 'others inside');
  const inner = [];
  const outer = new Careless('a callback', () => inner.push(new Careless('inner'), Careless.several(['x', 'y'])));
  assert.deepStrictEqual([outer.way, inner[0].way, inner[1].map(({ way }) => way)], ['a callback', 'inner', ['x', 'y']]);
  const thrown = new Error('mine');
  const before = classes.alive();
  const throws = () => {
    throw thrown;
  };
  assert.strictEqual(caught(() => new Careless('a callback', throws)), thrown);
  assert.strictEqual(classes.alive(), before);
});

leavesNothing('arguments of a constructor make others while they are converted', () => {
  const inner = [];
  const one = new Cell({
    get value() {
      inner.push(new Cell({ value: 1 }), new Slot(2));
      return 3;
    },
  });
  assert.deepStrictEqual([one.value, inner[0].value, inner[1].get()], [3, 1, 2]);
  const failing = {
    get value() {
      inner.push(new Cell({ value: 4 }));
      throw new RangeError('no value');
    },
  };
  assert.throws(() => new Cell(failing), { name: 'RangeError', message: 'no value' });
  assert.throws(() => new Cell({ value: -1 }, () => inner.push(new Cell({ value: 5 }))), { message: 'below zero' });
  assert.strictEqual(caught(() => new Cell({ value: NaN })).code, 'ERR_RUST_PANIC');
  assert.deepStrictEqual([inner[2].value, inner[3].value], [4, 5]);
});

leavesNothing('a constructor that calls itself without end runs out of stack, and drops all', () => {
  const endless = () => new Careless('a callback', endless);
  assert.ok(caught(endless) instanceof RangeError);
  assert.strictEqual(new Careless('next').way, 'next');
});

leavesNothing('of several results that fail none is left', async () => {
  assert.throws(() => Careless.several(['x', 'an error']), { message: 'one of them failed' });
  assert.throws(() => Careless.pair('x'), { message: /it is not converted$/ });
});

leavesNothing('`super` called twice makes two, of which one is nobody’s', () => {
  let second;
  class Twice extends Slot {
    constructor() {
      super(1);
      second = caught(() => super(2));
    }
  }
  const twice = new Twice();
  assert.ok(second instanceof ReferenceError);
  assert.strictEqual(twice.get(), 1);
});

leavesNothing('an instance is used in the constructor of its subclass', () => {
  let early;
  class Sub extends Slot {
    field = this.set(5).get();
    constructor(value) {
      early = caught(() => this.get());
      super(value);
      this.ended = this.end();
    }
  }
  const sub = new Sub(1);
  assert.ok(early instanceof ReferenceError);
  assert.deepStrictEqual([sub.field, sub.ended], [5, 5]);
  assert.strictEqual(caught(() => sub.get()).code, 'ERR_CONSUMED');
});

leavesNothing('a constructor of JavaScript returns another instance', () => {
  const one = new Slot(1);
  class Other extends Slot {
    constructor() {
      super(2);
      return one;
    }
  }
  assert.strictEqual(new Other(), one);
  class Stranger extends Slot {
    constructor() {
      return {};
    }
  }
  assert.throws(() => Slot.prototype.get.call(new Stranger()), { message: 'Slot.get: this: expected Slot, got object' });
  // A class that is what it is given, so that fields are put on an instance.
  class Given {
    constructor(what) {
      return what;
    }
  }
  class Marked extends Given {
    #mark = 'marked';
    static of = (what) => what.#mark;
  }
  assert.strictEqual(Marked.of(new Marked(one)), 'marked');
  assert.strictEqual(one.get(), 1);
});

// Receivers

leavesNothing('methods are stolen', () => {
  const slot = new Slot(1);
  const thief = { get: slot.get, set: slot.set, end: slot.end };
  for (const method of Object.keys(thief)) {
    assert.throws(() => thief[method](2), { name: 'TypeError', message: `Slot.${method}: this: expected Slot, got object` });
  }
  assert.strictEqual(thief.set.call(slot, 3), slot);
  assert.strictEqual(Reflect.apply(thief.get, slot, []), 3);
  const other = new Counter(1);
  assert.throws(() => thief.get.call(other), { message: 'Slot.get: this: expected Slot, got Counter' });
  // Under another name and on another class.
  other.get = slot.get;
  assert.throws(() => other.get(), { message: 'Slot.get: this: expected Slot, got Counter' });
});

leavesNothing('what inherits from an instance is none', () => {
  const slot = new Slot(1);
  const heir = Object.create(slot);
  for (const use of [() => heir.get(), () => heir.value, () => (heir.value = 1), () => heir.end(), () => pass.maybe(heir)]) {
    assert.throws(use, { name: 'TypeError', message: /expected Slot, got object$/ });
  }
  assert.ok(heir instanceof Slot);
});

leavesNothing('a proxy of an instance is none', () => {
  const slot = new Slot(1);
  const seen = [];
  const trap = (name) => (...args) => {
    seen.push(name);
    return Reflect[name](...args);
  };
  const traps = ['get', 'set', 'getPrototypeOf', 'ownKeys', 'has', 'getOwnPropertyDescriptor', 'apply'];
  const proxy = new Proxy(slot, Object.fromEntries(traps.map((name) => [name, trap(name)])));
  assert.throws(() => proxy.get(), { message: 'Slot.get: this: expected Slot, got object' });
  assert.throws(() => pass.same(proxy), { message: 'same: argument 1 (slot): expected Slot, got object' });
  // The accessor's receiver is what the trap passes on: the proxy.
  assert.throws(() => proxy.value, { message: 'Slot.value: this: expected Slot, got object' });
  // Nobody has looked into it but the property accesses above.
  assert.deepStrictEqual(seen, ['get', 'get']);
  const { proxy: revoked, revoke } = Proxy.revocable(slot, {});
  revoke();
  assert.throws(() => Slot.prototype.get.call(revoked), { message: 'Slot.get: this: expected Slot, got object' });
  assert.strictEqual(slot.get(), 1);
});

leavesNothing('an instance whose prototype was swapped is what it was', () => {
  const slot = new Slot(1);
  for (const prototype of [null, {}, Counter.prototype, Object.create(Slot.prototype), [], new Counter(1), new Slot(9)]) {
    Object.setPrototypeOf(slot, prototype);
    assert.strictEqual(Slot.prototype.set.call(slot, 2), slot);
    assert.strictEqual(pass.maybe(slot), 2);
  }
  Object.setPrototypeOf(slot, Counter.prototype);
  assert.throws(() => slot.count(), { message: 'Counter.count: this: expected Counter, got Slot' });
  assert.ok(slot instanceof Counter && !(slot instanceof Slot));
});

leavesNothing('the prototype of a class is taken apart', () => {
  assert.throws(() => (Span.prototype = {}), TypeError);
  assert.throws(() => Object.defineProperty(Span, 'prototype', { value: {} }), TypeError);
  const span = new Span(1, 2);
  const { ends, constructor } = Span.prototype;
  try {
    delete Span.prototype.ends;
    Span.prototype.constructor = Slot;
    Object.setPrototypeOf(Span.prototype, Slot.prototype);
    Object.setPrototypeOf(Span, Slot);
    assert.strictEqual(span.ends, undefined);
    assert.throws(() => span.get(), { message: 'Slot.get: this: expected Slot, got Span' });
    assert.ok(Span.of(3) instanceof Span);
    assert.deepStrictEqual(ends.call(Span.of(3)), [0, 3]);
    assert.deepStrictEqual(ends.call(span.moved(1)), [2, 3]);
    assert.throws(() => pass.maybe(new Span()), { message: /expected Slot, got Span$/ });
    Object.setPrototypeOf(Span, null);
    assert.deepStrictEqual(ends.call(new Span(4)), [0, 4]);
  } finally {
    Object.setPrototypeOf(Span, Function.prototype);
    Object.setPrototypeOf(Span.prototype, Object.prototype);
    Object.defineProperty(Span.prototype, 'ends', { value: ends, writable: true, configurable: true });
    Object.defineProperty(Span.prototype, 'constructor', { value: constructor, writable: true, configurable: true });
  }
  assert.deepStrictEqual(new Span(1).ends(), [0, 1]);
});

leavesNothing('a prototype that throws is none of the addon’s business', () => {
  class Hostile extends Slot {
    get get() {
      throw new Error('looked at');
    }
    get ['constructor']() {
      throw new Error('looked at');
    }
    get [Symbol.toStringTag]() {
      throw new Error('looked at');
    }
    get [Symbol.toPrimitive]() {
      throw new Error('looked at');
    }
  }
  const hostile = new Hostile(1);
  assert.strictEqual(Slot.compare(hostile, new Slot(1)), 0);
  assert.strictEqual(hostile.set(4), hostile);
  assert.throws(() => Counter.orZero(hostile), { message: 'Counter.orZero: argument 1 (counter): expected Counter, got Slot' });
});

leavesNothing('a frozen instance changes its value, which is no property', () => {
  const slot = Object.freeze(new Slot(1));
  assert.strictEqual(slot.set(2).get(), 2);
  slot.value = 3;
  assert.strictEqual(slot.end(), 3);
  assert.throws(() => (slot.other = 1), TypeError);
  const sealed = Object.preventExtensions(pass.make(1));
  assert.strictEqual(pass.same(sealed).get(), 1.5);
});

leavesNothing('properties of an instance hide members', () => {
  const slot = new Slot(1);
  Object.defineProperty(slot, 'value', { value: 'mine' });
  Object.defineProperty(slot, 'get', { value: () => 'mine' });
  assert.deepStrictEqual([slot.value, slot.get(), pass.maybe(slot), pass.property(new Slot(2), 'value')], ['mine', 'mine', 1, 2]);
});

leavesNothing('a clone of an instance is none', () => {
  const slot = new Slot(1);
  let copy;
  try {
    copy = structuredClone(slot);
  } catch (error) {
    copy = {};
    assert.strictEqual(error.name, 'DataCloneError');
  }
  assert.throws(() => Slot.prototype.get.call(copy), { message: 'Slot.get: this: expected Slot, got object' });
  assert.throws(() => pass.maybe({ ...slot }), { message: 'maybe: argument 1 (slot): expected Slot, got object' });
  assert.throws(() => pass.maybe(Object.assign(Object.create(Slot.prototype), slot)), TypeError);
});

// Methods of JavaScript that Rust calls

leavesNothing('a method that Rust calls uses, changes and ends the instance', () => {
  class Sub extends Cell {
    constructor(factor) {
      super({ value: 2 });
      this.factor = factor;
    }
  }
  assert.strictEqual(
    Cell.twice(
      new Sub(function () {
        this.value = 5;
        return 3;
      }),
    ),
    15,
  );
  const ends = new Sub(function () {
    return this.consume(nothing);
  });
  assert.deepStrictEqual([caught(() => Cell.twice(ends)).code, caught(() => ends.value).code], ['ERR_CONSUMED', 'ERR_CONSUMED']);
  const thrown = new Error('mine');
  const throws = new Sub(() => {
    throw thrown;
  });
  assert.strictEqual(caught(() => Cell.twice(throws)), thrown);
  throws.value = 3;
  const recurses = new Sub(function () {
    return this.depth-- > 0 ? Cell.twice(this) : 1;
  });
  recurses.depth = 3;
  assert.strictEqual(Cell.twice(recurses), 16);
  assert.throws(() => Cell.twice(new Sub(7)), TypeError);
  assert.throws(() => Cell.twice(new Sub(() => 'x')), TypeError);
});

leavesNothing('a method that Rust calls is not there', () => {
  const animal = new (class extends classes.Animal {})('Al');
  Object.defineProperty(animal, 'speak', {
    get() {
      Object.setPrototypeOf(this, null);
      return () => 'gone';
    },
  });
  assert.strictEqual(animals.speak(animal), 'gone');
  assert.throws(() => animals.speak(Object.setPrototypeOf(new classes.Animal('Al'), null)), TypeError);
});

// Prototypes of the language

test('setters on the prototype of objects do not keep an iterator from ending', () => {
  for (const name of ['value', 'done']) {
    const polluted = { __proto__: null, set() {}, get: () => 'polluted', configurable: true };
    Object.defineProperty(Object.prototype, name, polluted);
  }
  try {
    const { value, done } = new classes.Countdown(1).next();
    assert.deepStrictEqual([value, done], [0, false]);
  } finally {
    delete Object.prototype.value;
    delete Object.prototype.done;
  }
});

test('an addon that is loaded when the language was taken apart fails or works', () => {
  const { status, signal, stdout, stderr } = inProcess((harness) => {
    const { Symbol: original } = globalThis;
    globalThis.Symbol = Object.assign(function () {}, { iterator: original.iterator });
    try {
      const { Countdown } = harness.addon('classes');
      globalThis.Symbol = original;
      console.log(String([...new Countdown(2)]));
    } catch (error) {
      globalThis.Symbol = original;
      console.log('1,0', error.name);
    }
  });
  assert.deepStrictEqual([status, signal], [0, null], stderr);
  assert.match(stdout, /^1,0/);
});

test('many at once are each dropped once', async () => {
  await collect();
  const before = classes.alive();
  (() => {
    for (let count = 0; count < 500; count += 1) {
      const slots = [new Slot(count), new Slot(1), pass.make(2)];
      Slot.join(slots[0], slots[1]).set(3);
      caught(() => Slot.lose(slots[2]));
      caught(() => new Careless('an error'));
      new Careless('a callback', nothing);
    }
  })();
  await until(() => {
    require('./harness.js').gc();
    return classes.alive() <= before + 3;
  });
  assert.ok(classes.alive() >= 0);
});
