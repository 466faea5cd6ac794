// addons: values
'use strict';
const assert = require('node:assert');
const { addon, instrumented, soak, test } = require('./harness.js');

const { numbers } = addon('values');

const LARGEST = Number.MAX_SAFE_INTEGER;

/** Each integer type with its limits as far as JavaScript has them, and how a message names the range. */
const integers = [
  ['i8', -(2 ** 7), 2 ** 7 - 1],
  ['u8', 0, 2 ** 8 - 1],
  ['i16', -(2 ** 15), 2 ** 15 - 1],
  ['u16', 0, 2 ** 16 - 1],
  ['i32', -(2 ** 31), 2 ** 31 - 1],
  ['u32', 0, 2 ** 32 - 1],
  ['i64', -LARGEST, LARGEST, ' up to 2^53 - 1'],
  ['u64', 0, LARGEST, ' up to 2^53 - 1'],
  ['i128', -LARGEST, LARGEST, ' up to 2^53 - 1'],
  ['u128', 0, LARGEST, ' up to 2^53 - 1'],
  ['isize', -LARGEST, LARGEST, ' up to 2^53 - 1'],
  ['usize', 0, LARGEST, ' up to 2^53 - 1'],
];

const edges = [0, 1, 2, 127, 128, 129, 255, 256, 257, 32767, 32768, 65535, 65536, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1];
edges.push(2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 2, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 2 ** 64);
edges.push(2 ** 100, 1e21, 2 ** 127, 2 ** 128, Number.MAX_VALUE);
const fractions = [0.5, 3.7, -0.1, 1e-300, 2147483647.5, Number.MIN_VALUE, Number.EPSILON];

for (const [type, least, most, suffix = ''] of integers) {
  const echo = numbers[type];

  test(`${type} takes what fits and nothing else`, () => {
    for (const edge of edges) {
      for (const value of [edge, -edge]) {
        if (value >= least && value <= most) {
          // An integer has no sign of zero.
          assert.strictEqual(echo(value), value + 0, `${value}`);
        } else {
          assert.throws(
            () => echo(value),
            (error) => {
              assert.ok(error instanceof RangeError);
              assert.strictEqual(error.code, 'ERR_OUT_OF_RANGE');
              const start = `${type}: argument 1 (value): expected integer in the range of ${type}${suffix}, got `;
              assert.ok(error.message.startsWith(start), error.message);
              assert.strictEqual(Number(error.message.slice(start.length)), value);
              return true;
            },
          );
        }
      }
    }
  });

  test(`${type} takes no fractions`, () => {
    for (const value of fractions) {
      assert.throws(() => echo(value), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' }, `${value}`);
    }
    assert.throws(() => echo(3.7), {
      message: `${type}: argument 1 (value): expected integer in the range of ${type}${suffix}, got 3.7`,
    });
  });

  test(`${type} takes no NaN and no infinity`, () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      assert.throws(() => echo(value), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
    }
    const message = `${type}: argument 1 (value): expected integer in the range of ${type}${suffix}, got NaN`;
    assert.throws(() => echo(NaN), { message });
  });

  test(`${type} gives its limits`, () => {
    const parse = numbers[`parse${type[0].toUpperCase()}${type.slice(1)}`];
    assert.strictEqual(parse(String(BigInt(least))), least);
    assert.strictEqual(parse(String(BigInt(most))), most);
    if (!suffix) {
      // In Rust there is nothing beyond: the text does not parse.
      assert.throws(() => parse(String(most + 1)), { name: 'Error', message: /^number too large/ });
      return;
    }
    const limits = {
      i64: [-(2n ** 63n), 2n ** 63n - 1n],
      u64: [0n, 2n ** 64n - 1n],
      i128: [-(2n ** 127n), 2n ** 127n - 1n],
      u128: [0n, 2n ** 128n - 1n],
    };
    limits.isize = limits.i64;
    limits.usize = limits.u64;
    const beyond = [2n ** 53n, 2n ** 53n + 1n, 2n ** 62n, -(2n ** 53n), -(2n ** 53n) - 1n, ...limits[type]];
    for (const value of beyond.filter((value) => value > LARGEST || value < -LARGEST)) {
      if (value < limits[type][0]) continue;
      assert.throws(() => parse(String(value)), {
        name: 'RangeError',
        code: 'ERR_OUT_OF_RANGE',
        message: `expected an integer up to 2^53 - 1, which a JavaScript number holds exactly, got ${value}`,
      });
    }
  });
}

const wrongs = [
  ['3', 'string'],
  ['', 'string'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'boolean'],
  [1n, 'bigint'],
  [Symbol('1'), 'symbol'],
  [{}, 'object'],
  [[1], 'object'],
  [() => 1, 'function'],
  [new Number(1), 'object'],
  [new Date(0), 'object'],
  [{ valueOf: () => assert.fail('a conversion calls nothing') }, 'object'],
];

test('only numbers are numbers', () => {
  for (const type of [...integers.map(([type]) => type), 'f32', 'f64', 'wrappingI8', 'wrappingU8', 'wrappingU32']) {
    for (const [value, kind] of wrongs) {
      const message = `${type}: argument 1 (value): expected number, got ${kind}`;
      assert.throws(() => numbers[type](value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
    }
    const message = `${type}: argument 1 (value): expected number, got undefined`;
    assert.throws(() => numbers[type](), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
  }
});

test('a message names function and argument', () => {
  const code = 'ERR_INVALID_ARG_TYPE';
  assert.throws(() => numbers.add(1, '2'), { code, message: 'add: argument 2 (b): expected number, got string' });
  assert.throws(() => numbers.add('1', 2), { code, message: 'add: argument 1 (a): expected number, got string' });
  assert.throws(() => numbers.add(1), { code, message: 'add: argument 2 (b): expected number, got undefined' });
  assert.throws(() => numbers.add(), { code, message: 'add: argument 1 (a): expected number, got undefined' });
  assert.throws(() => numbers.addI32(1, 0.5), {
    code: 'ERR_OUT_OF_RANGE',
    message: 'addI32: argument 2 (b): expected integer in the range of i32, got 0.5',
  });
  assert.strictEqual(numbers.add(1, 2, 'more', 'arguments'), 3);
});

test('a message shows numbers as JavaScript does', () => {
  for (const value of [3.7, NaN, Infinity, -Infinity, 1e20, 1e21, -1e300, 1e-7, Number.MIN_VALUE, 2 ** 64]) {
    const message = `u8: argument 1 (value): expected integer in the range of u8, got ${value}`;
    assert.throws(() => numbers.u8(value), { message });
  }
  assert.throws(() => numbers.f32(1e39), {
    message: 'f32: argument 1 (value): expected number in the range of f32, got 1e+39',
  });
});

test('an error is one of this realm, with a stack', () => {
  try {
    numbers.add('1', 2);
  } catch (error) {
    assert.ok(error instanceof TypeError && error instanceof Error);
    assert.ok(Object.hasOwn(error, 'code') && Object.hasOwn(error, 'message'));
    assert.match(error.stack, /numbers\.test\.js/);
    return;
  }
  assert.fail('no error');
});

test('f64 is every number', () => {
  const values = [...edges, ...fractions, NaN, Infinity, Number.MAX_VALUE, 1 / 3];
  for (const value of values.flatMap((value) => [value, -value])) {
    assert.ok(Object.is(numbers.f64(value), value), `${value}`);
  }
  assert.strictEqual(numbers.showF64(-0), '-0.0');
  assert.strictEqual(numbers.showF64(0.1), '0.1');
  assert.ok(Object.is(numbers.parseF64('-0'), -0));
  assert.ok(Object.is(numbers.parseF64('-nan'), NaN));
  assert.strictEqual(numbers.parseF64('-inf'), -Infinity);
  assert.strictEqual(numbers.parseF64('5e-324'), Number.MIN_VALUE);
});

test('f32 is the nearest, and out of range where none is near', () => {
  const values = [0, 1, 0.1, 1 / 3, 16777217, 1e-45, 1e-46, Number.MIN_VALUE, 3.4028234663852886e38, NaN, Infinity];
  for (const value of values.flatMap((value) => [value, -value])) {
    assert.ok(Object.is(numbers.f32(value), Math.fround(value)), `${value}`);
  }
  // Half of the last step above the largest: from there on the nearest is infinity.
  const tooLarge = 2 ** 128 - 2 ** 103;
  assert.strictEqual(numbers.f32(tooLarge - 2 ** 75), Math.fround(3.4028234663852886e38));
  for (const value of [tooLarge, -tooLarge, 1e39, Number.MAX_VALUE]) {
    assert.throws(() => numbers.f32(value), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: /^f32: argument 1 \(value\): expected number in the range of f32, got /,
    });
  }
  assert.strictEqual(numbers.parseF32('0.1'), Math.fround(0.1));
  assert.strictEqual(numbers.showF32(0.1), '0.1');
});

test('booleans are not made from anything else', () => {
  assert.strictEqual(numbers.bool(true), true);
  assert.strictEqual(numbers.bool(false), false);
  const kinds = [
    [0, 'number'],
    [1, 'number'],
    ['', 'string'],
    ['true', 'string'],
    [null, 'null'],
    [undefined, 'undefined'],
    [new Boolean(true), 'object'],
  ];
  for (const [value, kind] of kinds) {
    const message = `bool: argument 1 (value): expected boolean, got ${kind}`;
    assert.throws(() => numbers.bool(value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
  }
});

const wrapping = {
  wrappingI8: (value) => (value << 24) >> 24,
  wrappingI16: (value) => (value << 16) >> 16,
  wrappingI32: (value) => value | 0,
  wrappingU8: (value) => value & 0xff,
  wrappingU16: (value) => value & 0xffff,
  wrappingU32: (value) => value >>> 0,
};

test('wrapping is what the operators of JavaScript do', () => {
  const values = [...edges, ...fractions, NaN, Infinity, 1.9, 255.9, 4294967295.9, 1e308];
  for (const [name, model] of Object.entries(wrapping)) {
    for (const value of values.flatMap((value) => [value, -value])) {
      // Strict equality does not tell -0 from 0: integers have only one zero, in the model too.
      assert.ok(Object.is(numbers[name](value), model(value)), `${name}(${value})`);
    }
  }
});

/** Marsaglia's xorshift: the same numbers on every host. */
function random(seed) {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

test('conversions agree with JavaScript on random doubles', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.log(`SEED=${seed}`);
  const next = random(seed);
  const words = new Uint32Array(2);
  const double = new Float64Array(words.buffer);
  const fits = ([type, least, most]) => [type, (value) => Number.isInteger(value) && value >= least && value <= most];
  const checks = integers.map(fits);
  for (let round = 0; round < (soak ? 1_000_000 : instrumented ? 1_000 : 20_000); round += 1) {
    words[0] = next();
    words[1] = next();
    // Any bits; and, as those are seldom integers that fit, small numbers with and without a fraction.
    const exponent = next() % 70;
    const scaled = ((next() - 2 ** 31) / 2 ** 31) * 2 ** exponent;
    for (const value of [double[0], scaled, Math.trunc(scaled)]) {
      for (const [name, model] of Object.entries(wrapping)) {
        assert.ok(Object.is(numbers[name](value), model(value)), `SEED=${seed}: ${name}(${value})`);
      }
      const [type, fit] = checks[round % checks.length];
      if (fit(value)) {
        assert.strictEqual(numbers[type](value), value + 0, `SEED=${seed}: ${type}(${value})`);
      } else {
        assert.throws(() => numbers[type](value), { code: 'ERR_OUT_OF_RANGE' }, `SEED=${seed}: ${type}(${value})`);
      }
      assert.ok(Object.is(numbers.f64(value), value), `SEED=${seed}: f64(${value})`);
      const narrow = Math.fround(value);
      if (Number.isFinite(narrow) || !Number.isFinite(value)) {
        assert.ok(Object.is(numbers.f32(value), narrow), `SEED=${seed}: f32(${value})`);
      } else {
        assert.throws(() => numbers.f32(value), { code: 'ERR_OUT_OF_RANGE' }, `SEED=${seed}: f32(${value})`);
      }
    }
  }
});

test('what arrives in Rust is what was passed', () => {
  assert.strictEqual(numbers.showI32(-(2 ** 31)), '-2147483648');
  assert.strictEqual(numbers.showU32(2 ** 32 - 1), '4294967295');
  assert.strictEqual(numbers.showI64(-LARGEST), '-9007199254740991');
  assert.strictEqual(numbers.showU64(LARGEST), '9007199254740991');
  assert.strictEqual(numbers.showI128(-LARGEST), '-9007199254740991');
  assert.strictEqual(numbers.showI32(-0), '0');
});
