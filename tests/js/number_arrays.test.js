// addons: values
'use strict';
const assert = require('node:assert');
const { addon, caught, globalHandles, inProcess, inWorker, personality, test, testOn } = require('./harness.js');
const { numberArrays } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });

// Around the shortest array that takes the path, and around what one call moves.
const lengths = [0, 1, 2, 3, 4, 5, 8, 31, 32, 33, 2047, 2048, 2049, 4095, 4096, 4097, 10_000];

/** An array of `length` elements, which are those of `pattern` in turn. */
const repeated = (pattern, length) => Array.from({ length }, (_, index) => pattern[index % pattern.length]);

const safe = Number.MAX_SAFE_INTEGER;
const types = {
  I8: { good: [0, 1, -1, 127, -128], bad: [128, -129, 0.5, NaN, Infinity] },
  I16: { good: [0, 32767, -32768], bad: [32768, -32769, 1.5] },
  I32: { good: [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)], bad: [2 ** 31, -(2 ** 31) - 1, 1e300, NaN] },
  I64: { good: [0, safe, -safe, 2 ** 40], bad: [safe + 1, -safe - 1, 0.1, -Infinity] },
  I128: { good: [0, safe, -safe], bad: [safe + 1, NaN] },
  Isize: { good: [0, -1, 2 ** 31 - 1], bad: [safe + 1, 0.5] },
  U8: { good: [0, 255, 7], bad: [256, -1, 0.5] },
  U16: { good: [0, 65535], bad: [65536, -1] },
  U32: { good: [0, 1, 2 ** 31, 2 ** 32 - 1], bad: [2 ** 32, -1, 1e10] },
  U64: { good: [0, safe, 2 ** 32], bad: [safe + 1, -1] },
  U128: { good: [0, safe], bad: [safe + 1, -1] },
  Usize: { good: [0, 2 ** 32 - 1], bad: [-1, 0.5] },
  F32: { good: [0, -0, 0.5, NaN, Infinity, -Infinity, 2 ** 127], bad: [1e39, -1e39] },
  F64: { good: [0, -0, 0.1, NaN, Infinity, -Infinity, 5e-324, Number.MAX_VALUE, safe + 1], bad: [] },
};

for (const [type, { good, bad }] of Object.entries(types)) {
  const echo = numberArrays[`in${type}`];
  test(`${type}: every length arrives and returns`, () => {
    for (const length of lengths) {
      const numbers = repeated(good, length);
      const returned = echo(numbers);
      assert.ok(Array.isArray(returned));
      assert.deepStrictEqual(returned, numbers);
    }
  });
  test(`${type}: what does not fit is named by its index`, () => {
    for (const number of bad) {
      for (const index of [0, 3, 4, 2047, 2048, 4999]) {
        const numbers = repeated(good, 5000);
        numbers[index] = number;
        const error = caught(() => echo(numbers));
        const [, path, got] = /^in\w+: argument 1 \(value\)(\[\d+\]): expected .*, got (.*)$/.exec(error.message);
        const found = [error.name, error.code, path, got];
        assert.deepStrictEqual(found, ['RangeError', 'ERR_OUT_OF_RANGE', `[${index}]`, String(number)]);
      }
    }
  });
}

test('wrapping types wrap', () => {
  const numbers = repeated([0, 255, 256, -1, 2 ** 32 + 3, 1.9, -1.9, NaN, Infinity], 3000);
  const views = { I8: Int8Array, I32: Int32Array, U8: Uint8Array, U32: Uint32Array };
  for (const [type, view] of Object.entries(views)) {
    assert.deepStrictEqual(numberArrays[`inWrapping${type}`](numbers), Array.from(view.from(numbers)), type);
  }
});

test('all kinds of arrays are read', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  const kinds = {
    'small integers': numbers,
    doubles: numbers.map((n) => n + 0.5),
    'doubles and integers': numbers.map((n) => n / 2),
    'filled holes': Object.assign(new Array(100), numbers),
    'once with an object': Object.assign([...numbers, {}], { length: 100 }),
    frozen: Object.freeze([...numbers]),
    'with a property': Object.assign([...numbers], { name: 'property' }),
    'of a subclass': (class extends Array {}).from(numbers),
    'of another realm': require('node:vm').runInNewContext('Array.from({ length: 100 }, (_, index) => index)'),
    dictionary: (() => {
      const slow = [];
      slow[1e8] = 0;
      slow.length = 0;
      return Object.assign(slow, numbers);
    })(),
  };
  for (const [kind, array] of Object.entries(kinds)) {
    assert.deepStrictEqual(numberArrays.inF64(array), Array.from(array), kind);
  }
});

test('what is no number is refused where it stands, after those in front of it', () => {
  const odd = [undefined, null, '1', true, {}, [], () => 1, 1n, Symbol('s'), new Number(1)];
  const names = ['undefined', 'null', 'string', 'boolean', 'object', 'object', 'function', 'bigint', 'symbol', 'object'];
  odd.forEach((value, which) => {
    for (const index of [0, 3, 2047, 2048, 2999]) {
      const numbers = new Array(3000).fill(1);
      numbers[index] = value;
      const message = `inF64: argument 1 (value)[${index}]: expected number, got ${names[which]}`;
      assert.throws(() => numberArrays.inF64(numbers), wrongType(message));
    }
  });
  const both = new Array(100).fill(1);
  both[20] = 'later';
  both[10] = 0.5;
  assert.throws(
    () => numberArrays.inU8(both),
    outOfRange('inU8: argument 1 (value)[10]: expected integer in the range of u8, got 0.5'),
  );
});

test('holes and short arrays read as undefined', () => {
  const holes = new Array(10);
  assert.throws(
    () => numberArrays.inI32(holes),
    wrongType('inI32: argument 1 (value)[0]: expected number, got undefined'),
  );
  const shrinking = new Array(100).fill(1);
  Object.defineProperty(shrinking, 50, { get: () => ((shrinking.length = 60), 1), configurable: true });
  assert.throws(
    () => numberArrays.inI32(shrinking),
    wrongType('inI32: argument 1 (value)[60]: expected number, got undefined'),
  );
});

/** An array of which every element is a getter that calls `body` with its index. */
function accessors(length, body) {
  const array = new Array(length);
  for (let index = 0; index < length; index += 1) Object.defineProperty(array, index, { get: () => body(index) });
  return array;
}

test('getters run once each and in order', () => {
  const seen = [];
  const array = accessors(2500, (index) => {
    seen.push(index);
    return index;
  });
  const numbers = Array.from({ length: 2500 }, (_, index) => index);
  assert.deepStrictEqual(numberArrays.inF64(array), numbers);
  assert.deepStrictEqual(seen, numbers);
  seen.length = 0;
  const ended = accessors(2500, (index) => {
    seen.push(index);
    return index === 2100 ? 'no number' : index;
  });
  assert.throws(() => numberArrays.inF64(ended), wrongType(/\[2100\]: expected number, got string$/));
  assert.deepStrictEqual(seen, numbers.slice(0, 2101));
});

test('the loop runs in JavaScript where the host runs scripts', () => {
  const seen = new Set();
  const array = accessors(100, (index) => {
    seen.add(/readNumbers/.test(new Error().stack));
    return index;
  });
  numberArrays.inF64(array);
  assert.deepStrictEqual([...seen], [!personality]);
});

test('what a getter throws comes through, and the next call works', () => {
  for (const thrown of [new Error('from a getter'), 'text', undefined]) {
    const array = accessors(100, (index) => {
      if (index === 40) throw thrown;
      return index;
    });
    assert.strictEqual(
      caught(() => numberArrays.inF64(array)),
      thrown,
    );
    assert.deepStrictEqual(numberArrays.inF64([1, 2, 3, 4, 5]), [1, 2, 3, 4, 5]);
  }
});

test('a getter may read and write other arrays meanwhile', () => {
  const inner = Array.from({ length: 3000 }, (_, index) => index - 3000);
  const array = accessors(3000, (index) => {
    if (index % 500 === 7) assert.deepStrictEqual(numberArrays.inI32(inner), inner);
    return index;
  });
  assert.deepStrictEqual(
    numberArrays.inF64(array),
    Array.from({ length: 3000 }, (_, index) => index),
  );
});

test('a setter on the prototype of arrays sees what an assignment would show it', () => {
  const seen = [];
  let returned;
  let inside = false;
  Object.defineProperty(Array.prototype, 2, {
    configurable: true,
    set(value) {
      if (inside) return;
      inside = true;
      seen.push(value, numberArrays.inI32([1, 2, 3, 4, 5]).length);
      inside = false;
    },
  });
  try {
    returned = numberArrays.inF64([5, 6, 7.5, 8, 9, 10]);
  } finally {
    delete Array.prototype[2];
  }
  assert.deepStrictEqual(seen, [7.5, 5]);
  // The setter has kept the element.
  assert.deepStrictEqual(returned, [5, 6, , 8, 9, 10]);
});

test('arrays of Rust and of arguments take the path, too', () => {
  assert.deepStrictEqual(numberArrays.five([1, 2, 3, 4, 5]), [1, 2, 3, 4, 5]);
  assert.throws(
    () => numberArrays.five([1, 2, 3, 4, 'x']),
    wrongType('five: argument 1 (value)[4]: expected number, got string'),
  );
  const sent = Array.from({ length: 5000 }, (_, index) => index / 2);
  assert.deepStrictEqual(
    numberArrays.callWith(sent, (received) => received.map((n) => n + 1)),
    sent.map((n) => n + 1),
  );
  assert.throws(
    () => numberArrays.callWith(sent, () => [1, 2, 3, 4, null]),
    wrongType('callback: result[4]: expected number, got null'),
  );
});

test('a number that JavaScript cannot hold is named by its index', () => {
  for (const index of [0, 100, 2047, 2048, 2999]) {
    const error = caught(() => numberArrays.withLarge(3000, index));
    assert.deepStrictEqual([error.name, error.code], ['RangeError', 'ERR_OUT_OF_RANGE']);
    assert.match(error.message, new RegExp(`\\[${index}\\]: expected an integer up to 2\\^53 - 1`));
  }
});

test('a stack that is almost full is an error, and later calls work', () => {
  const numbers = new Array(100).fill(0.5);
  let deepest;
  const fall = () => {
    try {
      fall();
    } catch {
      try {
        deepest = numberArrays.inF64(numbers);
      } catch (error) {
        assert.ok(error instanceof RangeError);
      }
      throw new RangeError('up');
    }
  };
  assert.throws(fall, RangeError);
  assert.deepStrictEqual(numberArrays.inF64(numbers), numbers);
});

test('workers have their own', async () => {
  const sum = await inWorker((harness) => {
    const { numberArrays } = harness.addon('values');
    return numberArrays.inF64(Array.from({ length: 5000 }, (_, index) => index)).reduce((a, b) => a + b);
  });
  assert.strictEqual(sum, (4999 * 5000) / 2);
});

for (const way of ['madeAfter', 'readAfter']) {
  test(`${way}: an exception that is pending at the first array is not lost`, async () => {
    // A worker, because it is the first array of an environment that makes the loops.
    const messages = await inWorker((harness, way) => {
      const { numberArrays } = harness.addon('values');
      const array = new Array(10).fill(0.5);
      const fail = () => {
        throw new RangeError('of the callback');
      };
      const seen = [1, 2].map(() => harness.caught(() => numberArrays[way](fail, array)).message);
      return [...seen, numberArrays.inF64(array).length];
    }, way);
    assert.deepStrictEqual(messages, ['of the callback', 'of the callback', 10]);
  });
}

testOn(['node'], 'nothing is kept by a call', () => {
  const numbers = new Array(5000).fill(0.5);
  numberArrays.inF64(numbers);
  const before = globalHandles();
  for (let call = 0; call < 100; call += 1) numberArrays.inF64(numbers);
  assert.strictEqual(globalHandles(), before);
});

test('what a program does to its globals changes nothing', () => {
  const { status, stdout, stderr } = inProcess((harness) => {
    const { numberArrays } = harness.addon('values');
    for (const name of ['Float64Array', 'Array', 'Function', 'eval']) globalThis[name] = undefined;
    Object.defineProperty(Object.prototype, '2048', { set() {}, get: () => 'polluted' });
    const numbers = numberArrays.inF64(JSON.parse(`[${'0.5,'.repeat(2000)}1]`));
    console.log(numbers.length, numbers[2000]);
  });
  assert.deepStrictEqual([status, stdout, stderr], [0, '2001 1\n', '']);
});

testOn(['node'], 'it is the same where no string may become code', async () => {
  const length = await inWorker((harness) => {
    require('node:v8').setFlagsFromString('--disallow-code-generation-from-strings');
    return harness.addon('values').numberArrays.inF64(new Array(5000).fill(0.5)).length;
  });
  assert.strictEqual(length, 5000);
});
