// addons: classes
'use strict';
// Instances as arguments and results: in all forms, with their identity.
const assert = require('node:assert');
const { addon, caught, collect, copyOfAddon, test } = require('./harness.js');

const classes = addon('classes');
const { Point, Slot, pass } = classes;
/** Collects until the condition holds; collectors may take a few rounds. */
async function untilCollected(condition) {
  for (let round = 0; round < 20 && !condition(); round += 1) await collect();
  assert.ok(condition(), String(condition));
}

const consumed = { name: 'Error', code: 'ERR_CONSUMED', message: /this Slot was consumed by an earlier call$/ };

test('several instances are arguments at once', () => {
  const [a, b] = [new Slot(1), new Slot(2)];
  assert.strictEqual(Slot.compare(a, b), -1);
  Slot.exchange(a, b);
  assert.deepStrictEqual([a.value, b.value], [2, 1]);
  Slot.copyTo(a, b);
  assert.deepStrictEqual([a.value, b.value], [2, 2]);
});

test('a value is moved out of its instance', () => {
  const [a, b] = [new Slot(1), new Slot(2)];
  const joined = Slot.join(a, b);
  assert.ok(joined instanceof Slot);
  assert.strictEqual(joined.value, 3);
  assert.ok(![a, b].includes(joined));
  for (const use of [
    () => a.get(),
    () => a.set(1),
    () => a.end(),
    () => a.value,
    () => (a.value = 1),
    () => Slot.compare(joined, a),
    () => Slot.exchange(a, joined),
    () => Slot.join(joined, a),
    () => pass.sum([joined, a]),
    () => pass.maybe(a),
  ]) {
    assert.throws(use, consumed);
  }
  // Nothing was taken by the calls that failed.
  assert.strictEqual(joined.get(), 3);
  assert.ok(a instanceof Slot);
  // It is the same object still, which is all that a handle says.
  assert.strictEqual(pass.same(a), a);
  assert.throws(() => pass.either(a), { code: 'ERR_CONSUMED', message: 'this Slot was consumed by an earlier call' });
});

test('a method that takes `self` ends its instance', () => {
  const slot = new Slot(4);
  assert.strictEqual(slot.end(), 4);
  assert.throws(() => slot.end(), { ...consumed, message: 'Slot.end: this Slot was consumed by an earlier call' });
  assert.strictEqual(new Slot(1).endWith(new Slot(2)), 3);
});

test('what was moved out is dropped with the call that fails', () => {
  const before = classes.alive();
  const slot = new Slot(4);
  assert.throws(() => Slot.lose(slot), { message: 'lost 4' });
  assert.throws(() => slot.get(), consumed);
  const other = new Slot(5);
  assert.throws(() => Slot.panicWith(other), { code: 'ERR_RUST_PANIC' });
  assert.throws(() => other.get(), consumed);
  assert.strictEqual(classes.alive(), before);
});

test('nothing is moved out by a call whose arguments do not fit', () => {
  const slot = new Slot(4);
  assert.throws(() => Slot.join(slot, {}), { message: 'Slot.join: argument 2 (b): expected Slot, got object' });
  assert.strictEqual(slot.get(), 4);
  assert.throws(() => slot.endWith({}), TypeError);
  assert.strictEqual(slot.get(), 4);
});

test('a class with `clone` is passed by a copy of its value', () => {
  const point = new Point(1, 2);
  const flipped = point.flipped();
  assert.deepStrictEqual([flipped.x, flipped.y, point.x], [2, 1, 1]);
  const center = Point.center([point, flipped, point]);
  assert.ok(center instanceof Point);
  assert.deepStrictEqual([center.x, center.y], [4 / 3, 5 / 3]);
  assert.strictEqual(Point.center([]), undefined);
  assert.deepStrictEqual([Point.orOrigin().x, Point.orOrigin(point).x], [0, 1]);
  assert.notStrictEqual(Point.orOrigin(point), point);
  assert.strictEqual(point.moved(point), point);
  assert.deepStrictEqual([point.x, point.y], [2, 4]);
  assert.throws(() => Point.center([point, {}]), {
    name: 'TypeError',
    message: 'Point.center: argument 1 (points)[1]: expected Point, got object',
  });
});

test('instances stand in objects', () => {
  const line = { from: new Point(1, 2), to: new Point(3, 4) };
  const turned = Point.turn(line);
  assert.deepStrictEqual([turned.from.x, turned.to.x], [3, 1]);
  assert.ok(turned.from instanceof Point && turned.from !== line.to);
  assert.throws(() => Point.turn({ from: line.from, to: { x: 1, y: 2 } }), {
    name: 'TypeError',
    message: 'Point.turn: argument 1 (line).to: expected Point, got object',
  });
});

test('instances are passed in arrays and left out', () => {
  assert.ok(pass.sum([]) === 0);
  const slot = new Slot(2);
  assert.strictEqual(pass.sum([slot, new Slot(3), slot]), 7);
  assert.throws(() => pass.sum(slot), { name: 'TypeError' });
  assert.throws(() => pass.sum([slot, undefined]), {
    message: 'sum: argument 1 (slots)[1]: expected Slot, got undefined',
  });
  assert.throws(() => pass.sum([, slot]), { message: 'sum: argument 1 (slots)[0]: expected Slot, got undefined' });
  assert.deepStrictEqual([pass.maybe(slot), pass.maybe(), pass.maybe(null)], [2, undefined, undefined]);
  // Nothing stays borrowed.
  slot.set(4);
  assert.strictEqual(slot.end(), 4);
});

test('an element that a getter answers is borrowed as any other', () => {
  const slot = new Slot(1);
  const list = [slot, slot];
  Object.defineProperty(list, 1, { get: () => slot.set(5) });
  assert.strictEqual(pass.sum(list), 10);
  Object.defineProperty(list, 2, {
    get() {
      throw new RangeError('no element');
    },
  });
  assert.throws(() => pass.sum(list), { name: 'RangeError', message: 'no element' });
  assert.strictEqual(slot.set(6), slot);
});

test('an instance is the same object everywhere', () => {
  const [a, b] = [new Slot(1), new Slot(2)];
  a.own = 'property';
  assert.strictEqual(pass.same(a), a);
  const all = pass.all([a, b, a]);
  assert.deepStrictEqual([all[0] === a, all[1] === b, all[2] === a], [true, true, true]);
  pass.keep(a);
  assert.strictEqual(pass.kept(false), a);
  assert.strictEqual(pass.kept(true), a);
  assert.strictEqual(pass.kept(false).own, 'property');
  pass.letGo();
  assert.strictEqual(pass.property(b, 'value'), 2);
  assert.strictEqual(pass.property(b, 'other'), undefined);
  assert.deepStrictEqual([pass.either(a), pass.either(5)], [1, -5]);
  assert.strictEqual(pass.debug(a), 'Instance<Slot>(..)');
  const made = pass.make(1);
  assert.deepStrictEqual([made instanceof Slot, made.value], [true, 1.5]);
});

test('instances go through functions of JavaScript', () => {
  const mine = new Slot(7);
  assert.strictEqual(pass.answered((value) => mine.set(value)), mine);
  assert.strictEqual(mine.value, 2);
  assert.throws(() => pass.answered(() => ({})), { name: 'TypeError', message: /expected Slot, got object$/ });
  assert.strictEqual(pass.handOut((slot) => slot.end()), 3);
});

test('a strong reference keeps an instance, and a weak one does not', async () => {
  await collect();
  const before = classes.alive();
  (() => pass.keep(new Slot(8)))();
  await collect();
  assert.strictEqual(pass.kept(false).value, 8);
  assert.strictEqual(pass.kept(true).value, 8);
  pass.letGo();
  await untilCollected(() => pass.kept(true) === undefined && classes.alive() <= before);
  assert.strictEqual(classes.alive(), before);
});

test('a class of another copy of the addon is another class', () => {
  const other = require(copyOfAddon('classes'));
  assert.notStrictEqual(other.Slot, Slot);
  const [mine, theirs] = [new Slot(1), new other.Slot(2)];
  const foreign = { name: 'TypeError', message: 'Slot.compare: argument 2 (b): expected Slot, got object' };
  assert.throws(() => Slot.compare(mine, theirs), foreign);
  assert.throws(() => other.Slot.compare(theirs, mine), foreign);
  assert.throws(() => Slot.prototype.get.call(theirs), { message: 'Slot.get: this: expected Slot, got object' });
  assert.throws(() => pass.keep(theirs), TypeError);
  assert.strictEqual(other.Slot.compare(theirs, theirs), 0);
  assert.deepStrictEqual([mine.end(), theirs.end()], [1, 2]);
});

test('what another addon has tied to an object says nothing', () => {
  // External values and wraps of others are pointers, too.
  for (const stranger of [new WeakMap(), new Date(), Buffer.alloc(8), new ArrayBuffer(8), Promise.resolve(), new Error('x')]) {
    const { name, message } = caught(() => pass.maybe(stranger));
    assert.strictEqual(name, 'TypeError');
    assert.match(message, /^maybe: argument 1 \(slot\): expected Slot, got /);
  }
});

test('an instance is kept by a reference, and given back', async () => {
  const slot = new Slot(1);
  assert.strictEqual(pass.keptByReference(slot), slot);
  assert.throws(() => pass.keptByReference({}), { code: 'ERR_INVALID_ARG_TYPE', message: 'keptByReference: argument 1 (slot): expected Slot, got object' });
});

test('constants are instances of any class of the addon', () => {
  const { Later, Origin } = classes;
  assert.ok(Origin.ZERO instanceof Origin);
  assert.strictEqual(Origin.ZERO.x, 0);
  assert.ok(Origin.LATER instanceof Later);
  assert.strictEqual(Origin.LATER.number, 7);
});

test('the attributes of an accessor are those of both its halves', () => {
  const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(classes.Origin.prototype, 'y');
  assert.deepStrictEqual([typeof get, typeof set, enumerable, configurable], ['function', 'function', true, false]);
});

test('a guard that is forgotten keeps the instance borrowed', () => {
  const { Origin } = classes;
  Origin.forget(Origin.ZERO);
  assert.throws(() => Origin.ZERO.y, { code: 'ERR_BORROWED' });
});

test('what converts is `&\'static` where no instance can be', () => {
  assert.strictEqual(pass.gravity('earth', null, []), 1);
  assert.strictEqual(pass.gravity('mars', 'earth', ['mars', 'mars']).toFixed(2), '2.14');
  assert.throws(() => pass.gravity('pluto', null, []), { message: 'gravity: argument 1 (of): no planet is called pluto' });
});
