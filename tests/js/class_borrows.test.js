// addons: classes
'use strict';
// Who may use a value while somebody else does: one instance in two places of a call, and calls below a call.
const assert = require('node:assert');
const { addon, caught, collect, gc, test } = require('./harness.js');

const classes = addon('classes');
const { Cell, Slot, guards, pass } = classes;

const cell = (value = 1) => new Cell({ value });
const nothing = () => {};
const changing = 'is already borrowed: a call that uses it has not ended, or it is passed twice';
const reading = 'is already borrowed to be changed: a call that changes it has not ended, or it is passed twice';

/** The call is refused, and says which value cannot be borrowed, where, and why. */
function refused(place, class_, why, action) {
  const { name, code, message } = caught(action);
  const expected = ['Error', 'ERR_BORROWED', `${place}this ${class_} ${why}`];
  assert.deepStrictEqual([name, code, message], expected);
}

// One instance twice in a call.

test('one instance is not lent twice to be changed', () => {
  const slot = new Slot(1);
  refused('Slot.exchange: argument 2 (b): ', 'Slot', changing, () => Slot.exchange(slot, slot));
  refused('Slot.swap: argument 1 (other): ', 'Slot', changing, () => slot.swap(slot));
  assert.strictEqual(slot.get(), 1);
});

test('one instance is not lent to be read and to be changed', () => {
  const slot = new Slot(1);
  refused('Slot.copyTo: argument 2 (to): ', 'Slot', changing, () => Slot.copyTo(slot, slot));
  refused('Slot.add: argument 1 (other): ', 'Slot', reading, () => slot.add(slot));
  assert.strictEqual(slot.set(2).get(), 2);
});

test('one instance is not moved out and used', () => {
  const slot = new Slot(1);
  refused('Slot.join: argument 2 (b): ', 'Slot', changing, () => Slot.join(slot, slot));
  refused('Slot.joinTo: argument 2 (b): ', 'Slot', changing, () => Slot.joinTo(slot, slot));
  refused('Slot.endWith: argument 1 (other): ', 'Slot', changing, () => slot.endWith(slot));
  // It was not moved out by the calls that failed.
  assert.strictEqual(slot.end(), 1);
});

test('one instance is read as often as one likes', () => {
  const slot = new Slot(1);
  assert.strictEqual(Slot.compare(slot, slot), 0);
  assert.strictEqual(slot.larger(slot), 1);
  assert.strictEqual(pass.sum([slot, slot, slot]), 3);
});

test('a subclass is not another instance', () => {
  const slot = new (class extends Slot {})(1);
  refused('Slot.swap: argument 1 (other): ', 'Slot', changing, () => Slot.prototype.swap.call(slot, slot));
});

test('an array of instances to change has each of them once', () => {
  const [a, b] = [new Slot(1), new Slot(2)];
  pass.double([a, b]);
  assert.deepStrictEqual([a.value, b.value], [2, 4]);
  refused('double: argument 1 (slots)[2]: ', 'Slot', changing, () => pass.double([a, b, a]));
  assert.throws(() => pass.double([a, {}]), { message: 'double: argument 1 (slots)[1]: expected Slot, got object' });
  pass.double([]);
  assert.deepStrictEqual([pass.reset(a), pass.reset(), a.value, b.value], [true, false, 0, 4]);
});

// Calls below a call.

test('while a value is read, calls may read it, and change no value of it', () => {
  const one = cell();
  const result = one.read(() => {
    assert.strictEqual(one.value, 1);
    assert.strictEqual(one.read(() => assert.strictEqual(one.value, 1)), 1);
    refused('Cell.value: ', 'Cell', changing, () => (one.value = 2));
    refused('Cell.change: ', 'Cell', changing, () => one.change(nothing));
    refused('Cell.consume: ', 'Cell', changing, () => one.consume(nothing));
    // Another instance is another value.
    assert.strictEqual(cell(5).change(nothing), 6);
  });
  assert.strictEqual(result, 1);
  one.value = 3;
  assert.strictEqual(one.value, 3);
});

test('while a value is changed, nobody uses it', () => {
  const one = cell();
  const result = one.change(() => {
    refused('Cell.value: ', 'Cell', reading, () => one.value);
    refused('Cell.value: ', 'Cell', changing, () => (one.value = 2));
    refused('Cell.read: ', 'Cell', reading, () => one.read(nothing));
    refused('Cell.change: ', 'Cell', changing, () => one.change(nothing));
    refused('', 'Cell', reading, () => Cell.twice(Object.assign(one, { factor: () => 2 })));
  });
  assert.strictEqual(result, 2);
  assert.strictEqual(one.value, 2);
});

test('while a value is changed, it is not lent alone, in an array or where it may be absent', () => {
  const slot = new Slot(1);
  const alone = [() => pass.sum([slot]), () => pass.maybe(slot)];
  guards.change(slot, () => {
    refused('sum: argument 1 (slots)[0]: ', 'Slot', reading, alone[0]);
    refused('maybe: argument 1 (slot): ', 'Slot', reading, alone[1]);
  });
  const read = alone.map((use) => use());
  assert.deepStrictEqual(read, [slot.value, slot.value]);
  slot.end();
  for (const use of alone) assert.strictEqual(caught(use).code, 'ERR_CONSUMED');
});

test('while a value is consumed, it is gone already', () => {
  const one = cell();
  const result = one.consume(() => {
    const { code, message } = caught(() => one.value);
    assert.deepStrictEqual([code, message], ['ERR_CONSUMED', 'Cell.value: this Cell was consumed by an earlier call']);
    assert.strictEqual(caught(() => one.consume(nothing)).code, 'ERR_CONSUMED');
  });
  assert.strictEqual(result, 1);
});

test('a borrow ends with its call, however that ends', () => {
  const one = cell();
  const thrown = new Error('mine');
  const throws = () => {
    throw thrown;
  };
  for (const method of ['read', 'change', 'read', 'change']) {
    assert.strictEqual(caught(() => one[method](throws)), thrown);
  }
  one.value = 4;
  assert.strictEqual(caught(() => one.panic()).code, 'ERR_RUST_PANIC');
  assert.strictEqual(one.value, 0);
  one.value = 5;
  assert.strictEqual(caught(() => one.consume(throws)), thrown);
  assert.strictEqual(caught(() => one.value).code, 'ERR_CONSUMED');
});

test('borrows nest deeply', () => {
  const one = cell();
  const descend = (levels) => (levels === 0 ? 0 : one.read(() => descend(levels - 1)));
  descend(40); // Instrumented frames are large.
  one.value = 2;
  const two = cell();
  const alternate = (levels) => {
    if (levels === 0) return;
    (levels % 2 ? one : two).read(() => alternate(levels - 1));
  };
  alternate(40);
  assert.strictEqual(two.change(nothing), 2);
});

// JavaScript that runs while the arguments of a call are converted.

test('nothing is borrowed yet while arguments are converted', () => {
  const one = cell();
  const options = {
    get value() {
      one.value += 10;
      assert.strictEqual(one.change(nothing), 12);
      return one.value;
    },
  };
  assert.strictEqual(one.set(options), one);
  assert.strictEqual(one.value, 12);
});

test('a value that an argument consumes is gone when the call begins', () => {
  for (const [place, which] of [['', 0], ['argument 1 (other): ', 1]]) {
    const cells = [cell(), cell()];
    const options = {
      get value() {
        cells[which].consume(nothing);
        return 1;
      },
    };
    const { code, message } = caught(() => cells[0].add(cells[1], options));
    assert.deepStrictEqual([code, message], ['ERR_CONSUMED', `Cell.add: ${place}this Cell was consumed by an earlier call`]);
    cells[1 - which].value = 3;
  }
});

test('an argument that throws leaves nothing borrowed', () => {
  const [one, other] = [cell(), cell()];
  const thrown = new RangeError('mine');
  const options = {
    get value() {
      throw thrown;
    },
  };
  assert.strictEqual(caught(() => one.add(other, options)), thrown);
  assert.strictEqual(caught(() => one.set(options)), thrown);
  one.value = 2;
  other.value = 3;
  assert.strictEqual(one.add(other, { value: 1 }), 6);
});

test('an argument that calls the same method is served first', () => {
  const [one, other] = [cell(1), cell(2)];
  const options = {
    get value() {
      return one.add(other, { value: 10 });
    },
  };
  assert.strictEqual(one.add(other, options), 28);
});

// Guards.

test('a guard borrows until it is dropped', () => {
  const slot = new Slot(1);
  assert.strictEqual(
    guards.read(slot, () => {
      assert.strictEqual(slot.get(), 1);
      assert.strictEqual(guards.read(slot, nothing), 1);
      refused('Slot.set: ', 'Slot', changing, () => slot.set(2));
      refused('', 'Slot', changing, () => guards.change(slot, nothing));
      assert.strictEqual(pass.same(slot), slot);
    }),
    1,
  );
  assert.strictEqual(
    guards.change(slot, () => {
      refused('Slot.get: ', 'Slot', reading, () => slot.get());
      refused('', 'Slot', reading, () => guards.read(slot, nothing));
      refused('sum: argument 1 (slots)[1]: ', 'Slot', reading, () => pass.sum([new Slot(1), slot]));
    }),
    3,
  );
  assert.strictEqual(slot.set(7).end(), 7);
});

test('guards of several instances are one beside the other', () => {
  const [a, b] = [new Slot(1), new Slot(2)];
  assert.strictEqual(guards.all([a, b], 'ww'), 2);
  assert.strictEqual(guards.all([a, a, b], 'rrw'), 3);
  refused('', 'Slot', changing, () => guards.all([a, b, a], 'rrw'));
  refused('', 'Slot', reading, () => guards.all([a, b, a], 'wrr'));
  refused('', 'Slot', changing, () => guards.all([a, a], 'ww'));
  a.set(1);
  b.set(2);
});

test('a value that is borrowed is not collected', () => {
  const before = classes.alive();
  const churn = () => {
    for (let round = 0; round < 3; round += 1) {
      gc();
      for (let count = 0; count < 2000; count += 1) new Slot(-1);
    }
    gc();
  };
  assert.strictEqual(guards.only(() => new Slot(42), churn), 42);
  assert.strictEqual((() => new Cell({ value: 43 }).read(churn))(), 43);
  assert.strictEqual((() => new Cell({ value: 43 }).change(churn))(), 44);
  assert.strictEqual((() => new Cell({ value: 43 }).consume(churn))(), 43);
  assert.ok(classes.alive() >= before);
});

test('a guard that is forgotten borrows for good, and harms nothing', async () => {
  const [read, changed] = [new Slot(1), new Slot(2)];
  guards.forget(read, false);
  guards.forget(changed, true);
  assert.strictEqual(read.get(), 1);
  refused('Slot.set: ', 'Slot', changing, () => read.set(1));
  refused('Slot.get: ', 'Slot', reading, () => changed.get());
  (() => {
    for (let count = 0; count < 20; count += 1) guards.forget(new Slot(count), count % 2 === 0);
  })();
  await collect();
  assert.strictEqual(read.get(), 1);
});
