// addons: values
// npm: properties
'use strict';
const { addon } = require('./harness.js');
const { agrees, arrayOf, fc, models, mostly, number, objectOf, string } = require('./properties.js');

const { containers, numberArrays } = addon('values');

const { array, boolean, character, integer, object, optional, string: text, tuple } = models;
const [u8, u16, u32] = [8, 16, 32].map((bits) => integer(0, 2 ** bits - 1));
const [i8, i16, i32] = [8, 16, 32].map((bits) => integer(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1));

const small = fc.integer({ min: 0, max: 260 });
const whole = mostly(fc.oneof({ weight: 9, arbitrary: small }, { weight: 1, arbitrary: number }));
const none = fc.constantFrom(undefined, null);
const perhaps = (arbitrary) => fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: none });

agrees('option', containers.option, optional(models.number), mostly(perhaps(number)));
agrees('optionTwice', containers.optionTwice, optional(optional(u32)), mostly(perhaps(whole)));
agrees('single', containers.single, tuple(u32), mostly(arrayOf(whole, 2)));
agrees('pair', containers.pair, tuple(u32, text), mostly(fc.tuple(whole, mostly(string))));
const eight = fc.tuple(small, small, small, small, small, small, number, fc.boolean());
agrees('eight', containers.eight, tuple(u8, u16, u32, i8, i16, i32, models.number, boolean), mostly(eight));
agrees('numbers', containers.numbers, array(u32), mostly(arrayOf(fc.oneof({ weight: 20, arbitrary: small }, { weight: 1, arbitrary: whole }), 60)));
agrees('doubles', containers.doubles, array(models.number), mostly(arrayOf(number, 60)));
agrees('bools', containers.bools, array(boolean), mostly(arrayOf(fc.boolean())));
agrees('chars', containers.chars, array(character), mostly(arrayOf(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))));
agrees('strings', containers.strings, array(text), mostly(arrayOf(string, 8)));
agrees('options', containers.options, array(optional(u32)), mostly(arrayOf(perhaps(small))));
agrees('pairs', containers.pairs, array(tuple(text, u32)), mostly(arrayOf(fc.tuple(string, whole), 6)));
agrees('nested', containers.nested, array(array(u32)), mostly(arrayOf(arrayOf(small, 4), 6)));
agrees('four', containers.four, tuple(u32, u32, u32, u32), mostly(fc.array(small, { minLength: 3, maxLength: 5 })));
agrees('grid', containers.grid, tuple(tuple(u8, u8), tuple(u8, u8)), mostly(fc.tuple(fc.tuple(small, small), fc.tuple(small, small))));
agrees('hashMap', containers.hashMap, object(u32), mostly(objectOf(whole)));
agrees('btreeMap', containers.btreeMap, object(u32), mostly(objectOf(whole)));
agrees('maps', containers.maps, object(object(u32)), mostly(objectOf(objectOf(whole, 3), 3)));

agrees('inI8', numberArrays.inI8, array(i8), mostly(arrayOf(fc.integer({ min: -130, max: 128 }))));
agrees('inI32', numberArrays.inI32, array(i32), mostly(arrayOf(number.map((value) => value | 0))));
agrees('inF64', numberArrays.inF64, array(models.number), mostly(arrayOf(number)));
agrees('inU64', numberArrays.inU64, array(integer(0, Number.MAX_SAFE_INTEGER)), mostly(arrayOf(fc.maxSafeNat())));
agrees('inF32', numberArrays.inF32, array(models.single), mostly(arrayOf(number)));
