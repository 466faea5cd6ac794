'use strict';
// What the suites `properties_*` share: cases made by fast-check, and models in JavaScript of what conversions do.
//
// A failure prints the seed and the path of the smallest case; SEED=.. CASE_PATH=.. run that case alone.

const assert = require('node:assert');
const { types } = require('node:util');
const { brief, npmPackage, soak, test } = require('./harness.js');

const fc = npmPackage('properties', 'fast-check');

/** Cases of a property. A family has 10,000 or more in all. */
const RUNS = soak ? 100_000 : brief ? 300 : 3_000;
/** Of a property that others of its family resemble. */
const FEW = Math.floor(RUNS / 3);

/** A value that the model refuses, and where in the argument. */
class Refused extends Error {
  constructor(code, path) {
    super(`${code} at ${path === '' ? 'the argument' : path}`);
    Object.assign(this, { code, path });
  }
}

const wrongType = (path) => {
  throw new Refused('ERR_INVALID_ARG_TYPE', path);
};
const outOfRange = (path) => {
  throw new Refused('ERR_OUT_OF_RANGE', path);
};

/** A test that `property` holds for values of `arbitrary`. */
function holds(name, arbitrary, property, runs = RUNS) {
  const parameters = { numRuns: runs, seed: Number(process.env.SEED) || undefined, path: process.env.CASE_PATH };
  test(`${name}: ${runs} cases`, () => fc.assert(fc.property(arbitrary, property), parameters));
}

/**
 * A test that the export gives what the model gives, or refuses what it refuses: with the same code, a message that names the
 * function and the path, and the class of the code.
 */
function agrees(name, exported, model, arbitrary, runs) {
  holds(name, arbitrary, (value) => assert.deepStrictEqual(outcome(exported, value), expected(model, value)), runs);

  function outcome(call, given) {
    try {
      return { value: call(given) };
    } catch (error) {
      return { ...placeOf(error.message), code: error.code, name: error.name };
    }
  }

  function expected(call, given) {
    try {
      return { value: call(given, '') };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const kind = error.code === 'ERR_OUT_OF_RANGE' ? 'RangeError' : 'TypeError';
      return { argument: `${exported.name}: argument 1`, path: error.path, code: error.code, name: kind };
    }
  }
}

/** Models of conversions to Rust and back: `(value, path)` gives the value, or throws `Refused`. */
const models = {
  integer: (least, most) => (value, path) => {
    if (typeof value !== 'number') wrongType(path);
    if (!Number.isInteger(value) || value < least || value > most) outOfRange(path);
    return value + 0;
  },
  /** Numbers that are finite stay so. */
  single: (value, path) => {
    if (typeof value !== 'number') wrongType(path);
    const rounded = Math.fround(value);
    return Number.isFinite(value) && !Number.isFinite(rounded) ? outOfRange(path) : rounded;
  },
  number: (value, path) => (typeof value === 'number' ? value : wrongType(path)),
  boolean: (value, path) => (typeof value === 'boolean' ? value : wrongType(path)),
  string: (value, path) => (typeof value === 'string' ? wellFormed(value) : wrongType(path)),
  character: (value, path) => {
    if (typeof value !== 'string') wrongType(path);
    return [...value].length === 1 ? wellFormed(value) : outOfRange(path);
  },
  bigint: (least, most) => (value, path) => {
    if (typeof value !== 'bigint') wrongType(path);
    return value < least || value > most ? outOfRange(path) : value;
  },
  date: (value, path) => {
    if (!types.isDate(value)) wrongType(path);
    return Number.isNaN(value.getTime()) ? outOfRange(path) : value;
  },
  optional: (inner) => (value, path) => (value === undefined || value === null ? undefined : inner(value, path)),
  array: (inner) => (value, path) => {
    if (!isArray(value)) wrongType(path);
    return Array.from(value, (element, index) => inner(element, `${path}[${index}]`));
  },
  tuple: (...inner) => (value, path) => {
    if (!isArray(value)) wrongType(path);
    if (value.length !== inner.length) outOfRange(path);
    return inner.map((model, index) => model(value[index], `${path}[${index}]`));
  },
  /** Own enumerable properties with text keys; later ones win where keys become the same text. */
  object: (inner) => (value, path) => {
    if (!isObject(value)) wrongType(path);
    const entries = Object.keys(value).map((key) => [wellFormed(key), inner(value[key], path + step(wellFormed(key)))]);
    return Object.fromEntries(entries);
  },
};

/** As `napi_is_array` has it, for which a proxy is none. */
const isArray = (value) => Array.isArray(value) && !types.isProxy(value);
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** How messages write the way to a property. Versions of Unicode differ in which other characters they show as they are. */
function step(key) {
  if (!/^[\x20-\x7e]*$/.test(key)) return OTHER;
  return /^[a-z_$][\w$]*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

const OTHER = '[..]';
const STEP = String.raw`\.[^.[\]:\s]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\]`;
const ARGUMENT = new RegExp(String.raw`^(.*?: argument 1)(?: \(\w+\))?((?:${STEP})*): `, 's');

/** Which argument a message is about, and the path in it. */
function placeOf(message) {
  const [, argument = message, path = ''] = ARGUMENT.exec(message) ?? [];
  const shown = (found) => (/^[\x20-\x7e]*$/.test(found) && !found.replace(/\\["\\]/g, '').includes('\\') ? found : OTHER);
  return { argument, path: path.replace(new RegExp(STEP, 'g'), shown) };
}

/** Rust's text has no lone surrogates. */
const wellFormed = (text) =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'));

/** Numbers of all sizes, near the limits of integers and far from them. */
const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -300, max: 300 }),
  fc.maxSafeInteger(),
  fc.tuple(fc.constantFrom(7, 8, 15, 16, 31, 32, 53, 63, 64, 127), fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.constantFrom(0, 0, 0.5))
    .map(([bits, by, negative, part]) => (negative ? -1 : 1) * (2 ** bits + by) + part),
  fc.constantFrom(-0, NaN, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE),
);

/** Text with lone surrogates, of all planes. */
const string = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom('\ud800', '\udfff', '\ud83c', '\udf3f', 'a', 'é', '中', '\0'), { maxLength: 20 }).map((units) => units.join('')),
  fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 120 })).map(([text, times]) => text.repeat(times)),
);

const bigint = fc.oneof(
  fc.bigInt(),
  fc.bigInt({ min: -300n, max: 300n }),
  fc.tuple(fc.constantFrom(63n, 64n, 127n, 128n, 200n), fc.integer({ min: -3, max: 3 }), fc.boolean())
    .map(([bits, by, negative]) => (negative ? -1n : 1n) * (2n ** bits + BigInt(by))),
);

const date = fc.date({ noInvalidDate: false });

/** Values of every kind. */
const anything = fc.oneof(
  fc.anything({
    withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true,
    withObjectString: true, withSparseArray: true, withTypedArray: true, maxDepth: 2,
  }),
  fc.constantFrom(Symbol('symbol'), () => 1, class {}, /regexp/, new Error('error'), Object.create({ inherited: 1 }), globalThis.WebAssembly),
  fc.constant([]).map((array) => new Proxy(array, {})),
);

/** Four of five are of the first kind. */
const mostly = (arbitrary) => fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: anything });

/** Keys that objects may have, the dangerous ones too. */
const key = fc.oneof(string, fc.constantFrom('__proto__', 'constructor', 'toString', 'length', '0', '4294967295', 'größe', 'a b', ''));

/** Objects with these values, under own keys whatever they are. */
const objectOf = (arbitrary, most = 6) =>
  fc.array(fc.tuple(key, arbitrary), { maxLength: most }).map((entries) => Object.fromEntries(entries));

/** Arrays with these elements, some of them holes. */
const arrayOf = (arbitrary, most = 40) => fc.oneof({ weight: 6, arbitrary: fc.array(arbitrary, { maxLength: most }) }, { weight: 1, arbitrary: fc.sparseArray(arbitrary, { maxNumElements: 6, maxTrailingElements: 2 }) });

module.exports = {
  agrees, anything, arrayOf, bigint, date, fc, FEW, holds, isArray, isObject, key, models, mostly, number, objectOf, outOfRange, Refused, string, wellFormed,
  wrongType,
};
