// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, arrayOf, date, fc, holds, models, mostly, number } = require('./properties.js');

const { dates } = addon('values');

agrees('time', dates.time, models.date, mostly(date));
agrees('optional', dates.optional, models.optional(models.date), mostly(date));
agrees('many', dates.many, models.array(models.date), mostly(arrayOf(mostly(date), 8)));

holds('a date is made as its constructor makes it', number, (time) => {
  assert.ok(Object.is(dates.make(time).getTime(), new Date(time).getTime()));
});

holds('Rust sees the milliseconds', fc.date({ noInvalidDate: true }), (value) => {
  const [before, nanoseconds] = dates.show(value);
  assert.strictEqual((before ? -1n : 1n) * BigInt(nanoseconds), BigInt(value.getTime()) * 1_000_000n);
});

holds('what is finer than a millisecond is rounded down', fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 8.64e12 - 1 }), fc.integer({ min: 0, max: 999_999_999 })), ([before, seconds, nanoseconds]) => {
  const sum = (BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds)) * (before ? -1n : 1n);
  const down = sum / 1_000_000n - (sum % 1_000_000n < 0n ? 1n : 0n);
  assert.strictEqual(BigInt(dates.fromParts(before, seconds, nanoseconds).getTime()), down);
});
