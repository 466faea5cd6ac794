// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, test } = require('./harness.js');

const { dates } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

/** The last millisecond that a Date has. */
const LAST = 8.64e15;
const edges = [0, 1, 999, 1000, 1001, 86_400_000, 946_684_800_000, 2 ** 31 * 1000, 2 ** 32 * 1000, 2 ** 53 - 1, LAST - 1, LAST];
const times = edges.flatMap((time) => [time, -time]).filter((time) => Math.abs(time) <= LAST);
// 1969, to the millisecond.
times.push(Date.UTC(1969, 11, 31, 23, 59, 59, 999), Date.UTC(1969, 6, 20, 20, 17, 40, 123), Date.UTC(1, 0, 1), Date.now());

test('dates arrive and return', () => {
  for (const time of times) {
    const date = new Date(time);
    const returned = dates.time(date);
    assert.ok(returned instanceof Date && returned !== date);
    assert.ok(Object.is(returned.getTime(), time + 0), `${time}`);
    const [before, nanoseconds] = dates.show(date);
    assert.strictEqual(before, time < 0, `${time}`);
    assert.strictEqual(BigInt(nanoseconds), BigInt(Math.abs(time)) * 1_000_000n, `${time}`);
    assert.strictEqual(dates.milliseconds(date), time + 0);
    assert.strictEqual(dates.handle(date), date);
  }
  assert.strictEqual(dates.time(new Date(Date.UTC(1969, 6, 20))).toISOString(), '1969-07-20T00:00:00.000Z');
});

test('an invalid date is no time', () => {
  for (const date of [new Date(NaN), new Date('no date'), new Date(LAST + 1), new Date(-Infinity)]) {
    const message = 'time: argument 1 (value): expected valid Date, got an invalid one';
    assert.throws(() => dates.time(date), outOfRange(message));
    assert.strictEqual(dates.handle(date), date);
    assert.ok(Object.is(dates.milliseconds(date), NaN));
  }
});

test('a time is rounded down to the millisecond', () => {
  const made = (...parts) => dates.fromParts(...parts).getTime();
  assert.strictEqual(made(false, 0, 0), 0);
  assert.strictEqual(made(false, 0, 999_999), 0);
  assert.strictEqual(made(false, 0, 1_000_000), 1);
  assert.strictEqual(made(false, 1, 999_999_999), 1999);
  // Before 1970 too, so that what comes later is no earlier date.
  assert.strictEqual(made(true, 0, 1), -1);
  assert.strictEqual(made(true, 0, 999_999), -1);
  assert.strictEqual(made(true, 0, 1_000_000), -1);
  assert.strictEqual(made(true, 0, 1_000_001), -2);
  assert.strictEqual(made(true, 1, 500_000_000), -1500);
});

test('times that no date has', () => {
  const seconds = LAST / 1000;
  assert.strictEqual(dates.fromParts(false, seconds, 999_999).getTime(), LAST);
  assert.strictEqual(dates.fromParts(true, seconds, 0).getTime(), -LAST);
  const message = (got) => `expected a time up to 8.64e15 ms from 1970, which a Date holds, got ${got} ms`;
  const beyond = [
    [false, seconds, 1_000_000, '8640000000000001'],
    [true, seconds, 1, '-8640000000000001'],
    [false, 2 ** 53 - 1, 0, '9007199254740991000'],
    [true, 2 ** 53 - 1, 0, '-9007199254740991000'],
  ];
  for (const [before, whole, nanoseconds, got] of beyond) {
    assert.throws(() => dates.fromParts(before, whole, nanoseconds), outOfRange(message(got)));
  }
});

test('a date is made as its constructor makes it', () => {
  for (const time of [...times, 0.5, -0.5, 1.999, -1.999, LAST + 0.5, LAST + 1, -LAST - 1, 1e300, NaN, Infinity, -Infinity]) {
    const date = dates.make(time);
    assert.ok(date instanceof Date);
    assert.ok(Object.is(date.getTime(), new Date(time).getTime()), `${time}`);
  }
});

const wrongs = [
  [0, 'number'],
  [Date.now(), 'number'],
  [0n, 'bigint'],
  [new Date(0).toISOString(), 'string'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'boolean'],
  [Symbol('date'), 'symbol'],
  [{}, 'object'],
  [[new Date(0)], 'object'],
  [Date, 'function'],
  [Object.create(Date.prototype), 'object'],
  [new Proxy(new Date(0), {}), 'object'],
  [{ getTime: () => assert.fail('a conversion calls nothing') }, 'object'],
];

test('only dates are dates', () => {
  for (const name of ['time', 'handle', 'milliseconds', 'year']) {
    for (const [value, kind] of wrongs) {
      assert.throws(() => dates[name](value), wrongType(`${name}: argument 1 (value): expected Date, got ${kind}`));
    }
    assert.throws(() => dates[name](), wrongType(`${name}: argument 1 (value): expected Date, got undefined`));
  }
});

test('what is a date is not told by its prototype', () => {
  const date = new Date(7);
  Object.setPrototypeOf(date, null);
  assert.strictEqual(dates.milliseconds(date), 7);
  assert.strictEqual(dates.time(date).getTime(), 7);
  class Other extends Date {
    getTime() {
      assert.fail('a conversion calls nothing');
    }
  }
  assert.strictEqual(dates.milliseconds(new Other(7)), 7);
  assert.strictEqual(dates.milliseconds(vm.runInNewContext('new Date(7)')), 7);
});

test('optional ones, and arrays of them', () => {
  assert.strictEqual(dates.optional(null), undefined);
  assert.strictEqual(dates.optional(), undefined);
  assert.strictEqual(dates.optional(new Date(7)).getTime(), 7);
  for (const length of [0, 1, 32, 33, 1000]) {
    const list = Array.from({ length }, (_, index) => new Date(index * 1e9));
    assert.deepStrictEqual(dates.many(list), list);
  }
  const wrong = 'many: argument 1 (value)[1]: expected Date, got number';
  assert.throws(() => dates.many([new Date(0), 7]), wrongType(wrong));
  const invalid = 'many: argument 1 (value)[1]: expected valid Date, got an invalid one';
  assert.throws(() => dates.many([new Date(0), new Date(NaN)]), outOfRange(invalid));
});

test('the handle is that of an object', () => {
  assert.strictEqual(dates.year(new Date(Date.UTC(1969, 6, 20))), 1969);
  const date = new Date(0);
  date.getUTCFullYear = () => 7;
  assert.strictEqual(dates.year(date), 7);
});

test('functions of them', () => {
  const later = dates.later(new Date(1000));
  assert.strictEqual(later(new Date(1001), new Date(1001)), true);
  assert.strictEqual(later(new Date(1000), new Date(1000)), false);
  assert.throws(() => later(new Date(0), 0), wrongType('later: argument 2: expected Date, got number'));
});
