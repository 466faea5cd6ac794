// addons: classes
'use strict';
// Rust types as classes: what they look like in JavaScript, and how their instances are made.
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, caught, collect, host, inWorker, test, testOn } = require('./harness.js');

const classes = addon('classes');
const { Counter, Countdown, Fields, NumberStack, Nothing, Pair, Resource, Span, Spans, TextStack, Tuple } = classes;
const { Shape } = classes.shapes;

test('a class is a function with the name, the length and the prototype of one', () => {
  assert.deepStrictEqual([typeof Counter, Counter.name, Counter.length], ['function', 'Counter', 2]);
  const { value, ...attributes } = Object.getOwnPropertyDescriptor(Counter, 'prototype');
  assert.deepStrictEqual(attributes, { writable: false, enumerable: false, configurable: false });
  assert.strictEqual(value.constructor, Counter);
  const constructor = Object.getOwnPropertyDescriptor(value, 'constructor');
  assert.deepStrictEqual([constructor.enumerable, constructor.writable, constructor.configurable], [false, true, true]);
  assert.strictEqual(Object.getPrototypeOf(Counter), Function.prototype);
  assert.strictEqual(Object.getPrototypeOf(Counter.prototype), Object.prototype);
});

test('an instance is one of its class, and has no properties of its own', () => {
  const counter = new Counter(10, 'ten');
  assert.ok(counter instanceof Counter);
  assert.strictEqual(Object.getPrototypeOf(counter), Counter.prototype);
  assert.strictEqual(counter.constructor, Counter);
  assert.deepStrictEqual(Reflect.ownKeys(counter), []);
  assert.ok(Object.isExtensible(counter));
});

test('methods are properties of the prototype, as those of a class of JavaScript', () => {
  class Native {
    add(by) {}
    static full(limit) {}
  }
  for (const name of ['writable', 'enumerable', 'configurable']) {
    const ours = [Counter.prototype, 'add', Counter, 'full'];
    const native = [Native.prototype, 'add', Native, 'full'];
    for (const at of [0, 2]) {
      assert.strictEqual(
        Object.getOwnPropertyDescriptor(ours[at], ours[at + 1])[name],
        Object.getOwnPropertyDescriptor(native[at], native[at + 1])[name],
        `${ours[at + 1]}: ${name}`,
      );
    }
  }
  const { add, count, callBack, absorb } = Counter.prototype;
  assert.deepStrictEqual([add.name, add.length, count.name, count.length], ['add', 1, 'count', 0]);
  // An Env is no parameter.
  assert.deepStrictEqual([callBack.name, callBack.length, absorb.length], ['callBack', 1, 1]);
  assert.deepStrictEqual([Counter.full.name, Counter.full.length], ['full', 1]);
  assert.strictEqual('skipped' in Counter.prototype, false);
});

test('properties of a class are shown to nobody who counts keys', () => {
  const counter = new Counter(1);
  const keys = [];
  for (const key in counter) keys.push(key);
  // The one that says so.
  assert.deepStrictEqual(keys, ['limit']);
  assert.deepStrictEqual(Object.keys(Counter.prototype), ['limit']);
  assert.deepStrictEqual(Object.keys(counter), []);
  assert.deepStrictEqual({ ...counter }, {});
  assert.strictEqual(JSON.stringify(counter), '{}');
});

test('constants are constants', () => {
  assert.strictEqual(Counter.MOST, 1000);
  const { value, ...attributes } = Object.getOwnPropertyDescriptor(Counter, 'MOST');
  assert.deepStrictEqual([value, attributes.writable, attributes.enumerable], [1000, false, true]);
  assert.deepStrictEqual(Object.keys(Counter), ['MOST']);
  assert.throws(() => (Counter.MOST = 1), TypeError);
  assert.deepStrictEqual(Shape.SHAPES, ['circle', 'square']);
  assert.strictEqual(Shape.DIMENSIONS, 2);
});

test('a constructor takes its arguments as a function does', () => {
  assert.strictEqual(new Counter(10).label, '');
  assert.strictEqual(new Counter(10, 'x', 'more').label, 'x');
  assert.throws(() => new Counter(), {
    name: 'TypeError',
    message: 'new Counter: argument 1 (limit): expected number, got undefined',
  });
  assert.throws(() => new Counter(1.5), {
    name: 'RangeError',
    message: /^new Counter: argument 1 \(limit\): /,
  });
  assert.throws(() => new Counter(1, 2), {
    name: 'TypeError',
    message: 'new Counter: argument 2 (label): expected string, got number',
  });
});

test('a constructor that fails throws, and makes nothing', () => {
  assert.throws(() => new Counter(2000), { name: 'RangeError', message: 'the limit is too high' });
});

test('a class is not called without new', () => {
  const illegal = {
    name: 'TypeError',
    code: 'ERR_ILLEGAL_CONSTRUCTOR',
    message: 'class constructor Counter cannot be called without `new`',
  };
  for (const call of [
    () => Counter(1),
    () => Counter.call({}, 1),
    () => Counter.call(new Counter(1), 1),
    () => Reflect.apply(Counter, Object.create(Counter.prototype), [1]),
    () => ({ Counter }).Counter(1),
  ]) {
    assert.throws(call, illegal);
  }
});

test('functions make instances', () => {
  const full = Counter.full(7);
  assert.ok(full instanceof Counter);
  assert.deepStrictEqual([full.count(), full.label], [7, 'full']);
  assert.ok(Counter.maybe(3) instanceof Counter);
  assert.strictEqual(Counter.maybe(), undefined);
  const grid = Shape.grid(2, 3);
  assert.strictEqual(grid.length, 3);
  assert.ok(grid.every((shape) => shape instanceof Shape && shape.size === 2));
  assert.strictEqual(new Set(grid).size, 3);
  assert.strictEqual(Shape.parse(''), undefined);
  assert.ok(Shape.parse('circle') instanceof Shape);
  assert.throws(() => Shape.parse('bad'), { name: 'TypeError', message: 'a bad shape' });
});

test('a class without a constructor is not made by JavaScript', () => {
  for (const [name, Class] of Object.entries({ Fields, Nothing })) {
    assert.throws(() => new Class(), {
      name: 'TypeError',
      code: 'ERR_ILLEGAL_CONSTRUCTOR',
      message:
        `new ${name}: this class has no constructor: functions of the addon make its instances ` +
        '(in Rust, `#[export(constructor)]` marks one)',
    });
    assert.throws(() => new (class extends Class {})(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
    assert.throws(() => Class(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  }
  assert.ok(Fields.make(1) instanceof Fields);
  assert.ok(classes.nothing() instanceof Nothing);
});

test('a constructor is chosen by the number of arguments', () => {
  assert.strictEqual(Span.length, 0);
  assert.deepStrictEqual(new Span().ends(), [0, 0]);
  assert.deepStrictEqual(new Span(3).ends(), [0, 3]);
  assert.deepStrictEqual(new Span(1, 3).ends(), [1, 3]);
  assert.deepStrictEqual(new Span(1, 3, 5).ends(), [1, 3]);
  assert.throws(() => new Span(3, 1), { name: 'RangeError', message: 'it ends before it starts' });
  assert.throws(() => new Span('x'), {
    name: 'TypeError',
    message: 'new Span: argument 1 (end): expected number, got string',
  });
  assert.throws(() => new Span(1, 'x'), {
    name: 'TypeError',
    message: 'new Span: argument 2 (end): expected number, got string',
  });
  assert.throws(() => Span(1, 2), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  class Longer extends Span {
    constructor(...ends) {
      super(...ends);
    }
  }
  assert.deepStrictEqual(new Longer(1, 3).ends(), [1, 3]);
});

test('methods and functions of the class are chosen so, too', () => {
  const span = new Span(1, 3);
  assert.deepStrictEqual([span.moved(1).ends(), span.moved(5, 6).ends()], [[2, 4], [5, 6]]);
  assert.deepStrictEqual([Span.of(2).ends(), Span.of(1, 2).ends()], [[0, 2], [1, 2]]);
  assert.deepStrictEqual([span.moved.name, span.moved.length, Span.of.length], ['moved', 1, 1]);
  assert.throws(() => span.moved(), {
    name: 'TypeError',
    message: 'Span.moved: argument 1 (by): expected number, got undefined',
  });
  assert.throws(() => span.moved.call({}, 1), { message: 'Span.moved: this: expected Span, got object' });
});

test('a constructor is chosen by the type of its argument', () => {
  assert.strictEqual(new Shape(2)['in words'](), 'a circle of 2');
  assert.strictEqual(new Shape('3')['in words'](), 'a square of 3');
  assert.throws(() => new Shape('x'), { name: 'RangeError', message: 'not a number' });
  assert.throws(() => new Shape(true), {
    name: 'TypeError',
    message: 'new Shape: argument 1 (of): expected number or string, got boolean',
  });
});

test('several blocks make one class', () => {
  const names = Object.getOwnPropertyNames(Shape.prototype).sort();
  assert.deepStrictEqual(names, ['area', 'constructor', 'in words', 'scale', 'size', 'unit']);
  assert.strictEqual(Shape.prototype['in words'].name, 'in words');
});

test('functions of a trait are methods', () => {
  const shape = Shape.square(2);
  assert.strictEqual(shape.area(), 4);
  assert.strictEqual(shape.scale(2), shape);
  assert.deepStrictEqual([shape.area(), shape.unit()], [16, 'm²']);
  // Those that the block does not write are not seen.
  assert.strictEqual(shape.unseen, undefined);
  assert.strictEqual(classes.shapes.unseen(shape), 1);
});

test('a generic type is a class for each of its instances', () => {
  const [numbers, texts] = [new NumberStack(), new TextStack()];
  assert.deepStrictEqual([NumberStack.name, TextStack.name], ['NumberStack', 'TextStack']);
  assert.strictEqual(numbers.push(1).push(2).pop(), 2);
  assert.strictEqual(texts.push('a').pop(), 'a');
  assert.strictEqual(texts.pop(), undefined);
  assert.throws(() => numbers.push('a'), {
    message: 'NumberStack.push: argument 1 (value): expected number, got string',
  });
  assert.throws(() => texts.push(1), { message: 'TextStack.push: argument 1 (value): expected string, got number' });
  assert.throws(() => NumberStack.prototype.push.call(texts, 1), {
    name: 'TypeError',
    message: 'NumberStack.push: this: expected NumberStack, got TextStack',
  });
  assert.ok(!(numbers instanceof TextStack));
});

test('a struct without names has fields by the names it gives them', () => {
  assert.strictEqual(Pair, undefined);
  const tuple = new Tuple(1, 'two');
  assert.deepStrictEqual([Tuple.name, tuple.first, tuple.second], ['Tuple', 1, 'two']);
  tuple.first = 3;
  assert.strictEqual(tuple.first, 3);
});

test('an iterator of Rust is one of JavaScript', () => {
  assert.deepStrictEqual([...new Countdown(3)], [2, 1, 0]);
  const countdown = new Countdown(2);
  assert.strictEqual(countdown[Symbol.iterator](), countdown);
  assert.strictEqual(countdown[Symbol.iterator].name, '[Symbol.iterator]');
  assert.deepStrictEqual(countdown.next(), { value: 1, done: false });
  assert.deepStrictEqual(countdown.next(), { value: 0, done: false });
  const end = countdown.next();
  assert.deepStrictEqual([Object.keys(end), end.value, end.done], [['value', 'done'], undefined, true]);
  assert.strictEqual(countdown.next().done, true);
  const seen = [];
  for (const value of new Countdown(10)) {
    seen.push(value);
    if (value === 8) break;
  }
  assert.deepStrictEqual(seen, [9, 8]);
  const [first, ...rest] = new Countdown(3);
  assert.deepStrictEqual([first, rest, Math.max(...new Countdown(5))], [2, [1, 0], 4]);
  assert.deepStrictEqual(Array.from(new Countdown(2), (value) => value * 2), [2, 0]);
  const spans = [...new Spans([1, 2])];
  assert.ok(spans.every((span) => span instanceof Span));
  assert.deepStrictEqual(spans.map((span) => span.ends()), [[0, 1], [0, 2]]);
});

test('symbols of the language name members', () => {
  const resource = new Resource();
  assert.strictEqual(String(new Counter(1)), '[object Counter!]');
  const { get } = Object.getOwnPropertyDescriptor(Counter.prototype, Symbol.toStringTag);
  assert.strictEqual(get.name, 'get [Symbol.toStringTag]');
  assert.strictEqual(resource.toString(), 'a resource');
  assert.deepStrictEqual([+resource, `${resource}`, resource + ''], [1, 'as string', 'as default']);
  assert.strictEqual(Resource[Symbol.hasInstance].name, '[Symbol.hasInstance]');
});

test('errors name members that have a symbol as JavaScript does', () => {
  const primitive = Resource.prototype[Symbol.toPrimitive];
  assert.throws(() => primitive.call({}, 'number'), {
    name: 'TypeError',
    message: 'Resource[Symbol.toPrimitive]: this: expected Resource, got object',
  });
  assert.throws(() => new Resource()[Symbol.toPrimitive](1), {
    message: 'Resource[Symbol.toPrimitive]: argument 1 (hint): expected string, got number',
  });
  const { get } = Object.getOwnPropertyDescriptor(Counter.prototype, Symbol.toStringTag);
  assert.throws(() => get.call({}), { message: 'Counter[Symbol.toStringTag]: this: expected Counter, got object' });
});

test('a class says itself what is one of its instances, by a function that it cannot define otherwise', () => {
  assert.strictEqual(3 instanceof Resource, true);
  assert.strictEqual({} instanceof Resource, false);
});

// JavaScriptCore and V8 before 13.8 do not have it.
test('an instance is disposed of', () => {
  if (typeof Symbol.dispose !== 'symbol') {
    assert.strictEqual(Object.getOwnPropertySymbols(Resource.prototype).some((symbol) => /dispose/.test(String(symbol))), false);
    return;
  }
  const resource = new Resource();
  assert.strictEqual(resource.isOpen, true);
  resource[Symbol.dispose]();
  assert.strictEqual(resource.isOpen, false);
  assert.strictEqual(Resource.prototype[Symbol.dispose].name, '[Symbol.dispose]');
});

test('`using` disposes of an instance, where the host knows it', () => {
  let use;
  try {
    use = new Function('resource', '{ using held = resource; if (!held.isOpen) throw new Error("closed"); } return resource.isOpen;');
  } catch (error) {
    assert.ok(error instanceof SyntaxError);
    return;
  }
  assert.strictEqual(use(new Resource()), false);
});

test('the name of a class is that of its export, in its namespace', () => {
  assert.deepStrictEqual(Object.keys(classes.shapes), ['Shape', 'unseen']);
  assert.strictEqual(classes.Shape, undefined);
  assert.deepStrictEqual(Object.getOwnPropertyDescriptor(classes, 'Counter'), {
    value: Counter,
    writable: true,
    enumerable: true,
    configurable: true,
  });
});

test('a worker has classes of its own', async () => {
  const result = await inWorker(async (harness) => {
    const { Counter, Countdown, Named, same } = harness.addon('classes');
    const counter = new Counter(5, 'worker');
    return [
      counter.add(2).count(),
      same(counter) === counter,
      counter instanceof Counter,
      Counter.full(1) instanceof Counter,
      [...new Named('n', 2)],
      Countdown.prototype.isPrototypeOf(Named.prototype),
    ];
  });
  assert.deepStrictEqual(result, [2, true, true, true, [1, 0], true]);
});

// Only Node loads addons into contexts; each load is an environment of its own, with classes of its own.
testOn(['node'], 'an instance of another load of the addon is a foreign object', () => {
  const again = { exports: {} };
  process.dlopen(again, require('./harness.js').addonPath('classes'));
  const other = again.exports;
  if (other.Counter === Counter) return;
  const [mine, theirs] = [new Counter(1), new other.Counter(2)];
  assert.strictEqual(theirs.add(1).count(), 1);
  assert.throws(() => mine.equals(theirs), {
    name: 'TypeError',
    message: 'Counter.equals: argument 1 (other): expected Counter, got object',
  });
  assert.throws(() => Counter.prototype.count.call(theirs), { message: /^Counter.count: this: expected Counter, got / });
  assert.throws(() => other.Counter.prototype.count.call(mine), { message: /^Counter.count: this: expected Counter, got / });
});

test('objects of another realm are foreign, and its code uses ours', () => {
  const context = vm.createContext({ Counter, assert });
  const counter = vm.runInContext('new Counter(3).add(1)', context);
  assert.ok(counter instanceof Counter);
  assert.strictEqual(counter.count(), 1);
  const foreign = vm.runInContext('({ __proto__: Counter.prototype })', context);
  assert.throws(() => counter.equals(foreign), { name: 'TypeError', message: /expected Counter, got object$/ });
  const sub = vm.runInContext('class Sub extends Counter { more() { return this.add(2).count() } } new Sub(9)', context);
  assert.strictEqual(sub.more(), 2);
  assert.strictEqual(counter.equals(sub), false);
});

test('what classes and instances are made of is collected', async () => {
  const before = classes.alive();
  for (let round = 0; round < 50; round += 1) new classes.Slot(round).set(1);
  await collect();
  await collect();
  // A conservative collector may see some of them still.
  assert.ok(classes.alive() - before <= (host === 'bun' ? 10 : 1), `${classes.alive() - before} left`);
  assert.ok(caught(() => new Counter(2000)) instanceof RangeError);
});
