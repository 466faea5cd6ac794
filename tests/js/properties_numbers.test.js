// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, holds, models, mostly, number } = require('./properties.js');

const { numbers } = addon('values');

const EXACT = Number.MAX_SAFE_INTEGER;
const limits = {
  i8: [-(2 ** 7), 2 ** 7 - 1],
  i16: [-(2 ** 15), 2 ** 15 - 1],
  i32: [-(2 ** 31), 2 ** 31 - 1],
  i64: [-EXACT, EXACT],
  i128: [-EXACT, EXACT],
  isize: [-EXACT, EXACT],
  u8: [0, 2 ** 8 - 1],
  u16: [0, 2 ** 16 - 1],
  u32: [0, 2 ** 32 - 1],
  u64: [0, EXACT],
  u128: [0, EXACT],
  usize: [0, EXACT],
};

for (const [type, [least, most]] of Object.entries(limits)) {
  agrees(type, numbers[type], models.integer(least, most), mostly(number));
}
agrees('bool', numbers.bool, models.boolean, mostly(number.map((value) => value > 0)));
agrees('f64', numbers.f64, models.number, mostly(number));
agrees('f32', numbers.f32, models.single, mostly(number));

const wrapping = {
  wrappingI8: (value) => (value << 24) >> 24,
  wrappingI16: (value) => (value << 16) >> 16,
  wrappingI32: (value) => value | 0,
  wrappingU8: (value) => value & 0xff,
  wrappingU16: (value) => value & 0xffff,
  wrappingU32: (value) => value >>> 0,
};
for (const [type, model] of Object.entries(wrapping)) {
  agrees(type, numbers[type], (value, path) => model(models.number(value, path)), mostly(number));
}

holds('a number that is written is the number that is read', number, (value) => {
  assert.ok(Object.is(numbers.parseF64(numbers.showF64(value)), value));
});
