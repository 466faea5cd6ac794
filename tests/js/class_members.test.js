// addons: classes
'use strict';
// Members of classes: methods and what they give back, accessors, fields and their attributes.
const assert = require('node:assert');
const { addon, caught, test } = require('./harness.js');

const { Cell, Counter, Fields, Point, Resource, Slot, Span, Tuple, macros } = addon('classes');

/** The descriptor without its functions. */
function attributes(object, name) {
  const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(object, name);
  return [typeof get, typeof set, enumerable, configurable];
}

test('a method that returns its receiver gives back the same object', () => {
  const slot = new Slot(1);
  assert.strictEqual(slot.set(2), slot);
  assert.strictEqual(slot.checked(3), slot);
  assert.strictEqual(slot.set(4).add(new Slot(1)).checked(7), slot);
  assert.strictEqual(slot.get(), 7);
  assert.throws(() => slot.checked(-1), { name: 'RangeError', message: 'below zero' });
  assert.strictEqual(slot.get(), 7);
  class Sub extends Slot {}
  const sub = new Sub(1);
  assert.strictEqual(sub.set(2), sub);
});

test('a method that may return its receiver gives back the same object, or nothing', () => {
  const slot = new Slot(1);
  assert.strictEqual(slot.ifPositive(), slot);
  assert.strictEqual(slot.setIfPositive(2), slot);
  assert.strictEqual(slot.setIfPositive(0), undefined);
  assert.strictEqual(slot.ifPositive(), undefined);
  assert.throws(() => slot.setIfPositive(NaN), { name: 'RangeError', message: 'not a number' });
  assert.strictEqual(slot.get(), 0);
  class Sub extends Slot {}
  const sub = new Sub(1);
  assert.strictEqual(sub.ifPositive().setIfPositive(3), sub);
});

test('a reference to another value than the receiver is an error', () => {
  const message =
    'a method that returns a reference to `Self` gives back its receiver, and this one has returned another: ' +
    'return an `Instance` instead';
  assert.throws(() => new Slot(1).another(), { name: 'Error', message });
  assert.throws(() => new Slot(1).anotherIfPositive(), { name: 'Error', message });
  assert.strictEqual(new Slot(0).anotherIfPositive(), undefined);
});

test('a method that takes its instance as an object lets JavaScript use it', () => {
  const cell = new Cell({ value: 1 });
  const more = (value) => {
    cell.value *= 10;
    return value + cell.value;
  };
  assert.strictEqual(cell.ask(more), cell);
  assert.strictEqual(cell.value, 21);
  class Sub extends Cell {}
  const sub = new Sub({ value: 1 });
  assert.strictEqual(sub.ask(() => sub.ask(() => 1).value), sub);
  assert.strictEqual(sub.value, 4);
  assert.deepStrictEqual([Cell.prototype.ask.length, Cell.prototype.ask.name, 'ask' in Cell], [1, 'ask', false]);
  const failed = new Error('mine');
  const fails = () => {
    throw failed;
  };
  assert.strictEqual(caught(() => sub.ask(fails)), failed);
  assert.strictEqual(sub.ask(() => 1).value, 5);
  const { code, message } = caught(() => cell.ask(() => cell.consume(() => {})));
  assert.deepStrictEqual([code, message], ['ERR_CONSUMED', 'this Cell was consumed by an earlier call']);
});

test('a method that takes its instance as an object is called on one', () => {
  const { ask } = Cell.prototype;
  for (const [value, got] of [[{}, 'object'], [undefined, 'undefined'], [new Slot(1), 'Slot'], [Object.create(Cell.prototype), 'object']]) {
    const error = caught(() => Reflect.apply(ask, value, [() => 1]));
    assert.ok(error instanceof TypeError);
    if (value !== undefined) assert.strictEqual(error.message, `Cell.ask: this: expected Cell, got ${got}`);
  }
  assert.throws(() => new Cell({ value: 0 }).ask(2), { message: 'Cell.ask: argument 1 (more): expected function, got number' });
  const pile = new macros.TextPile(['a']);
  assert.strictEqual(pile.object('b'), pile);
  assert.throws(() => macros.NumberPile.prototype.object.call(pile, 1), {
    message: 'NumberPile.object: this: expected NumberPile, got TextPile',
  });
});

test('references into the receiver are copied', () => {
  const fields = Fields.make(1);
  assert.deepStrictEqual([fields.text(), fields.numbers(), fields.first()], ['', [1], 1]);
  assert.throws(() => fields.required(), { message: 'there is no text' });
  fields.twoWords = 'words';
  fields['other-name'] = [];
  assert.deepStrictEqual([fields.text(), fields.required(), fields.numbers(), fields.first()], ['words', 'words', [], undefined]);
  const numbers = fields.numbers();
  numbers.push(1);
  assert.deepStrictEqual(fields.numbers(), []);
});

test('a field is a property of the prototype', () => {
  const fields = Fields.make(5);
  assert.deepStrictEqual(Object.getOwnPropertyNames(fields), []);
  fields.plain = 2;
  assert.strictEqual(fields.plain, 2);
  assert.deepStrictEqual(Object.getOwnPropertyNames(fields), []);
  assert.strictEqual(Fields.make(5).plain, 0.5);
});

test('fields and accessors have the attributes that they ask for', () => {
  const of = (name) => attributes(Fields.prototype, name);
  assert.deepStrictEqual(of('plain'), ['function', 'function', false, true]);
  assert.deepStrictEqual(of('fixed'), ['function', 'undefined', false, true]);
  assert.deepStrictEqual(of('shown'), ['function', 'function', true, true]);
  assert.deepStrictEqual(of('kept'), ['function', 'function', false, false]);
  assert.deepStrictEqual(of('other-name'), ['function', 'function', false, true]);
  assert.deepStrictEqual(of('twoWords'), ['function', 'function', false, true]);
  assert.deepStrictEqual(of('hidden'), ['function', 'undefined', true, true]);
  assert.deepStrictEqual(of('only'), ['undefined', 'function', false, true]);
  const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(Fields.prototype, 'text');
  assert.deepStrictEqual([writable, enumerable, configurable], [true, true, false]);
  const keys = [];
  for (const key in Fields.make(1)) keys.push(key);
  assert.deepStrictEqual(keys.sort(), ['hidden', 'shown', 'text']);
});

test('accessors have the names and lengths of those of JavaScript', () => {
  const { get, set } = Object.getOwnPropertyDescriptor(Counter.prototype, 'left');
  assert.deepStrictEqual([get.name, get.length, set.name, set.length], ['get left', 0, 'set left', 1]);
  const field = Object.getOwnPropertyDescriptor(Fields.prototype, 'other-name');
  assert.deepStrictEqual([field.get.name, field.set.name, field.set.length], ['get other-name', 'set other-name', 1]);
});

test('constants have the attributes that they ask for', () => {
  const of = (name) => {
    const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(Fields, name);
    return [value, writable, enumerable, configurable];
  };
  assert.deepStrictEqual(of('LOOSE'), [1, false, true, true]);
  assert.deepStrictEqual(of('FIXED'), [2, false, true, false]);
  assert.deepStrictEqual(of('both'), [3, false, true, false]);
  assert.throws(() => delete Fields.FIXED, TypeError);
  assert.strictEqual(Fields.FIXED, 2);
});

test('what is not configurable stays', () => {
  assert.throws(() => delete Fields.prototype.kept, TypeError);
  assert.throws(() => Object.defineProperty(Fields.prototype, 'kept', { value: 1 }), TypeError);
  assert.throws(() => delete Fields.prototype.text, TypeError);
  assert.strictEqual(Fields.make(1).kept, true);
});

test('what is readonly cannot be assigned to', () => {
  const fields = Fields.make(1);
  assert.throws(() => (fields.fixed = 'x'), TypeError);
  assert.throws(() => (fields.hidden = 2), TypeError);
  assert.throws(() => (new Tuple(1, 'x').second = 'y'), TypeError);
  assert.deepStrictEqual([fields.fixed, fields.hidden], ['fixed', 1]);
});

test('what is assigned is converted as an argument', () => {
  const fields = Fields.make(1);
  assert.throws(() => (fields.plain = 'x'), {
    name: 'TypeError',
    message: 'Fields.plain: argument 1 (value): expected number, got string',
  });
  assert.throws(() => (fields.shown = 256), { name: 'RangeError', message: /^Fields\.shown: argument 1 \(value\): / });
  assert.throws(() => (fields['other-name'] = [1, 'x']), {
    name: 'TypeError',
    message: 'Fields.other-name: argument 1 (value)[1]: expected number, got string',
  });
  fields.shown = 255;
  assert.strictEqual(fields.shown, 255);
  fields.shown = undefined;
  assert.strictEqual(fields.shown, undefined);
  for (const value of [-0, NaN, Infinity, 2 ** 53, 5e-324]) {
    fields.plain = value;
    assert.ok(Object.is(fields.plain, value));
  }
});

test('a setter takes a result, and needs no getter', () => {
  const fields = Fields.make(1);
  fields.only = 8;
  assert.strictEqual(fields.plain, 8);
  assert.strictEqual(fields.only, undefined);
  assert.throws(() => (fields.only = NaN), { name: 'RangeError', message: 'not a number' });
});

test('a getter and a setter of the class itself', () => {
  assert.strictEqual(Span.units, 1);
  Span.units = 7;
  assert.strictEqual(Span.units, 7);
  assert.deepStrictEqual(attributes(Span, 'units'), ['function', 'function', false, true]);
  assert.strictEqual(new Span().units, undefined);
  Span.units = 1;
});

test('arguments that are left out, and those that are left', () => {
  const span = new Span();
  assert.deepStrictEqual([span.optional(1), span.optional(1, 2), span.optional(1, 2, 3, 4)], [1, 3, 10]);
  assert.deepStrictEqual([span.optional(1, undefined, 3)], [4]);
  assert.strictEqual(span.optional.length, ((first, second, ...rest) => rest).length);
  assert.throws(() => span.optional(1, 2, 'x'), {
    message: 'Span.optional: argument 3 (rest): expected number, got string',
  });
});

const strangers = {
  'an object': [{}, 'object'],
  nothing: [undefined, 'undefined'],
  null: [null, 'null'],
  'a number': [3, 'number'],
  'a string': ['x', 'string'],
  'a function': [() => {}, 'function'],
  'the class': [Counter, 'function'],
  'its prototype': [Counter.prototype, 'object'],
  'what inherits from its prototype': [Object.create(Counter.prototype), 'object'],
  'what inherits from an instance': [Object.create(new Counter(1)), 'object'],
  'a proxy of an instance': [new Proxy(new Counter(1), {}), 'object'],
  'an instance of another class': [new Point(1, 2), 'Point'],
  'an array': [[], 'object'],
};
for (const [what, [stranger, got]] of Object.entries(strangers)) {
  test(`${what} is no receiver`, () => {
    const { get, set } = Object.getOwnPropertyDescriptor(Counter.prototype, 'left');
    for (const [name, call] of [
      ['count', () => Counter.prototype.count.call(stranger)],
      ['add', () => Counter.prototype.add.call(stranger, 1)],
      ['finish', () => Counter.prototype.finish.call(stranger)],
      ['left', () => get.call(stranger)],
      ['left', () => set.call(stranger, 1)],
    ]) {
      const { name: kind, message } = caught(call);
      // V8 calls functions of addons as such in sloppy mode: what is no object becomes one.
      const text = (got) => `Counter.${name}: this: expected Counter, got ${got}`;
      assert.strictEqual(kind, 'TypeError');
      assert.ok([text(got), ...(Object(stranger) === stranger ? [] : [text('object')])].includes(message), message);
    }
  });

  test(`${what} is no argument`, () => {
    const expected = `expected Counter, got ${got}`;
    const counter = new Counter(10);
    for (const [place, call] of [
      ['equals: argument 1 (other)', () => counter.equals(stranger)],
      ['absorb: argument 1 (other)', () => counter.absorb(stranger)],
      ['take: argument 1 (other)', () => counter.take(stranger)],
      ['sum: argument 1 (counters)[1]', () => Counter.sum([counter, stranger])],
    ]) {
      const { name, message } = caught(call);
      assert.deepStrictEqual([name, message], ['TypeError', `Counter.${place}: ${expected}`]);
    }
    if (stranger !== undefined && stranger !== null) {
      assert.throws(() => Counter.orZero(stranger), { name: 'TypeError', message: `Counter.orZero: argument 1 (counter): ${expected}` });
    }
  });
}

test('an accessor of the prototype itself has no receiver', () => {
  assert.throws(() => Counter.prototype.left, { message: 'Counter.left: this: expected Counter, got object' });
  assert.throws(() => Resource.prototype.isOpen, { message: 'Resource.isOpen: this: expected Resource, got object' });
});

test('a method that is taken off loses its receiver', () => {
  const { count } = new Counter(1);
  assert.throws(() => count(), { message: /^Counter\.count: this: expected Counter, got (undefined|object)$/ });
  assert.strictEqual(count.call(new Counter(1)), 0);
  assert.strictEqual(new Counter(1).count.bind(Counter.full(3))(), 3);
});

test('a method is no constructor of instances', () => {
  // Functions of hosts can all be called by `new`; this one then has a receiver that is no instance.
  assert.throws(() => new Counter.prototype.count(), TypeError);
  assert.throws(() => new Counter.prototype.finish(), TypeError);
});
