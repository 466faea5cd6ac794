// addons: classes
'use strict';
// Programs that Rust allows, as members of classes.
const assert = require('node:assert');
const { addon, test } = require('./harness.js');

const { Bounded, Conditional, Copied, Named, NumberPile, Pair, TextPile, Wide } = addon('classes').macros;

test('parameters may have any name', () => {
  const named = new Named(1);
  assert.strictEqual(named.add(2), named);
  assert.strictEqual(named.twice(3, 4), named);
  assert.strictEqual(named.count, 15);
  assert.deepStrictEqual(named.many(1, 2, 3, 4), [15, 1, 2, 3, 4]);
  assert.strictEqual(named.named(1, 2), 18);
  assert.throws(() => named.add('1'), {
    name: 'TypeError',
    message: 'Named.add: argument 1 (receiver): expected number, got string',
  });
});

test('a method that returns its class by name gives back its receiver', () => {
  const named = new Named(1);
  assert.strictEqual(named.checked(), named);
  assert.strictEqual(named.reset(), named);
  assert.strictEqual(named.count, 0);
  assert.throws(() => named.checked(), { message: 'there is nothing' });
});

test('Self in the attributes of parameters is the class', () => {
  assert.strictEqual(new Bounded().count, 5);
  assert.strictEqual(new Bounded(1).plus(), 6);
  assert.strictEqual(new Bounded(1).plus(new Bounded(2)), 3);
  assert.deepStrictEqual(new Bounded(1).listed(), [5, 2]);
  assert.deepStrictEqual(new Bounded(1).listed([7]), [7]);
  assert.deepStrictEqual(new Bounded(1).pair([1, 2]), [2, 3]);
  assert.throws(() => new Bounded(1).pair([1]), {
    message: 'Bounded.pair: argument 1 (by): expected array of length 2, got one of length 1',
  });
  assert.strictEqual(new Bounded(1).atLeast(), 3);
  // As of `(count = 5) => count`.
  const { plus, pair, atLeast } = Bounded.prototype;
  assert.deepStrictEqual([Bounded.length, plus.length, pair.length, atLeast.length], [0, 0, 1, 0]);
  assert.strictEqual(new Bounded(1).atLeast(7), 7);
  assert.strictEqual(Bounded.LEAST, 3);
});

test('the bound of a callback may be a constant of the class', async () => {
  assert.strictEqual(await new Promise((resolve) => Bounded.calls(resolve)), 5);
});

test('a trait may have types of the block, and its lifetimes', () => {
  assert.strictEqual(new Bounded(1).add(new Bounded(2)).count, 3);
  assert.strictEqual(Bounded.from('four').count, 4);
});

test('a class of a generic type has its fields and the members of its traits', () => {
  const numbers = new NumberPile([1, 2, 3]);
  assert.strictEqual(numbers.top, 1);
  assert.deepStrictEqual(numbers.below.map((pile) => [pile instanceof NumberPile, pile.top]), [[true, 2], [true, 3]]);
  numbers.top = 0.5;
  assert.strictEqual(numbers.top, 0.5);
  assert.strictEqual(numbers.push(7), numbers);
  assert.strictEqual(numbers.same(), numbers);
  assert.strictEqual(numbers.top, 7);
  assert.throws(() => numbers.push('7'), TypeError);
  assert.throws(() => (numbers.top = '7'), TypeError);
  const texts = new TextPile();
  assert.strictEqual(texts.top, undefined);
  assert.strictEqual(texts.push('a').top, 'a');
  assert.throws(() => texts.push(1), TypeError);
});

test('a class of a type with a number as parameter', () => {
  assert.deepStrictEqual([Pair.LENGTH, Wide.LENGTH], [2, 3]);
  const pair = new Pair([1, 2]);
  assert.deepStrictEqual(pair.values, [1, 2]);
  assert.deepStrictEqual(pair.plus().values, [2, 3]);
  assert.deepStrictEqual(new Wide([1, 2, 3]).plus([1, 1, 2]).values, [2, 3, 5]);
  assert.throws(() => new Pair([1, 2, 3]), {
    message: 'new Pair: argument 1 (values): expected array of length 2, got one of length 3',
  });
  assert.throws(() => new Wide([1, 2]), {
    message: 'new Wide: argument 1 (values): expected array of length 3, got one of length 2',
  });
});

test('fields, parameters and blocks may depend on conditions', () => {
  const conditional = new Conditional(1);
  assert.deepStrictEqual([conditional.always, conditional.sometimes], [1, 2]);
  assert.strictEqual(conditional.old(2), 3);
  assert.deepStrictEqual(Object.getOwnPropertyNames(Conditional.prototype).sort(), ['always', 'constructor', 'old', 'sometimes']);
  assert.ok(!('MISSING' in Conditional) && !('NEVER' in Conditional));
});

test('references that may change and those inside of two types are copied', () => {
  const copied = new Copied([1, 2], 'some text');
  assert.deepStrictEqual([copied.last(), copied.first(), copied.whole(), copied.slice()], [2, 1, [1, 2], [1, 2]]);
  assert.deepStrictEqual([copied.word(1), copied.word(2)], ['text', undefined]);
  assert.throws(() => new Copied([], '').word(0), { message: 'there is no text' });
  assert.deepStrictEqual([new Copied([], '').last(), new Copied([], '').first()], [undefined, undefined]);
});
