// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, collect, instrumented, referencesLeftBy, test, testOn } = require('./harness.js');

const { typedArrays } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
const detachedNow = { name: 'Error', code: 'ERR_INVALID_STATE', message: 'the buffer was detached' };
const detach = (buffer) => structuredClone(buffer, { transfer: [buffer] });

const elements = {
  I8: [Int8Array, [0, 1, -1, 127, -128]],
  U8: [Uint8Array, [0, 1, 127, 128, 255]],
  Clamped: [Uint8ClampedArray, [0, 1, 127, 128, 255]],
  I16: [Int16Array, [0, 1, -1, 32767, -32768]],
  U16: [Uint16Array, [0, 1, 255, 256, 65535]],
  I32: [Int32Array, [0, 1, -1, 2147483647, -2147483648]],
  U32: [Uint32Array, [0, 1, 2147483648, 4294967295]],
  F32: [Float32Array, [0, -0, 0.5, NaN, Infinity]],
  F64: [Float64Array, [0, -0, 0.1, NaN, -Infinity, 2 ** 53]],
  I64: [BigInt64Array, [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n)]],
  U64: [BigUint64Array, [0n, 1n, 2n ** 53n + 1n, 2n ** 64n - 1n]],
};
// Node 24 and newer, Deno and Bun have it.
if (typeof Float16Array !== 'undefined') elements.F16 = [Float16Array, [0, -0, 0.5, NaN, -Infinity, 65504, 2 ** -24]];

/** As Rust writes a list. */
const shown = (type, values) => {
  const show = (value) => {
    if (type === 'Clamped') return `Clamped(${value})`;
    if (Number.isNaN(value)) return 'NaN';
    if (Math.abs(Number(value)) === Infinity) return value > 0 ? 'inf' : '-inf';
    if (value === 2 ** -24) return '5.9604645e-8';
    const text = Object.is(value, -0) ? '-0' : String(value);
    return type.startsWith('F') && !text.includes('.') ? `${text}.0` : text;
  };
  return `[${Array.from(values, show).join(', ')}]`;
};

for (const [type, [TypedArray, values]] of Object.entries(elements)) {
  const handle = typedArrays[`handle${type}`];
  const show = typedArrays[`show${type}`];
  const reversed = typedArrays[`reversed${type}`];
  const binary = typedArrays[`binary${type}`];

  test(`${TypedArray.name} by handle and by value`, () => {
    const array = TypedArray.from(values);
    const expected = TypedArray.from([...values].reverse());
    assert.strictEqual(handle(array), array);
    assert.strictEqual(show(array), shown(type, values));
    for (const make of [reversed, binary]) {
      const made = make(array);
      assert.ok(made instanceof TypedArray && Object.getPrototypeOf(made) === TypedArray.prototype);
      assert.deepStrictEqual(made, expected);
      assert.notStrictEqual(made.buffer, array.buffer);
      assert.strictEqual(made.buffer.byteLength, made.byteLength);
    }
    assert.deepStrictEqual(array, TypedArray.from(values));
  });

  test(`${TypedArray.name} of every size`, () => {
    const size = TypedArray.BYTES_PER_ELEMENT;
    // On both sides of what is copied and what is handed over.
    for (const length of [0, 1, 2, 65535 / size, 65536 / size, 65536 / size + 1, 100_000].map(Math.floor)) {
      const array = new TypedArray(length).fill(values[1]);
      if (length > 0) array[0] = values.at(-1);
      const expected = array.slice().reverse();
      assert.deepStrictEqual(reversed(array), expected, `${length}`);
      const made = binary(array);
      assert.deepStrictEqual(made, expected, `${length}`);
      made.fill(values[1]);
      assert.deepStrictEqual(binary(made), made);
    }
  });

  test(`a part of a ${TypedArray.name}`, () => {
    const all = TypedArray.from([...values, ...values]);
    const part = all.subarray(1, 3);
    assert.strictEqual(show(part), shown(type, values.slice(1, 3)));
    assert.deepStrictEqual(binary(part), TypedArray.of(values[2], values[1]));
    assert.strictEqual(show(all.subarray(2, 2)), '[]');
  });

  test(`nothing but a ${TypedArray.name} is one`, () => {
    const others = [
      [new DataView(new ArrayBuffer(8)), 'object'],
      [new ArrayBuffer(8), 'object'],
      [[...values], 'object'],
      [{ length: 1, 0: values[0] }, 'object'],
      [new Proxy(new TypedArray(1), {}), 'object'],
      [Object.create(TypedArray.prototype), 'object'],
      ['text', 'string'],
      [1, 'number'],
      [null, 'null'],
      [undefined, 'undefined'],
      [Symbol('array'), 'symbol'],
      [TypedArray, 'function'],
    ];
    for (const [Other] of Object.values(elements)) {
      if (Other !== TypedArray) others.push([new Other(1), Other.name], [new Other(0), Other.name]);
    }
    for (const [name, call] of Object.entries({ handle, show, reversed, binary })) {
      for (const [value, kind] of others) {
        // Bytes by value are bytes, as slices are.
        if (type === 'U8' && name === 'binary' && kind === 'Uint8ClampedArray') continue;
        const message = `${name}${type}: argument 1 (array): expected ${TypedArray.name}, got ${kind}`;
        assert.throws(() => call(value), wrongType(message));
      }
    }
  });

  test(`a ${TypedArray.name} of shared memory is copied`, () => {
    const array = new TypedArray(new SharedArrayBuffer(64 * TypedArray.BYTES_PER_ELEMENT)).subarray(1);
    array.set(values);
    assert.strictEqual(handle(array), array);
    assert.strictEqual(show(array.subarray(0, values.length)), shown(type, values));
    for (const make of [reversed, binary]) {
      const made = make(array);
      assert.deepStrictEqual([...made], [...array].reverse());
      assert.ok(made.buffer instanceof ArrayBuffer);
    }
  });

  test(`a detached ${TypedArray.name} has no elements to copy`, () => {
    const array = TypedArray.from(values);
    detach(array.buffer);
    assert.strictEqual(handle(array), array);
    assert.throws(() => show(array), detachedNow);
    assert.throws(() => reversed(array), detachedNow);
    const message = `binary${type}: argument 1 (array): expected ${TypedArray.name}, got one whose buffer was detached`;
    assert.throws(() => binary(array), wrongType(message));
  });
}

test('every class has its element', () => {
  const classes = new Set(Object.values(elements).map(([TypedArray]) => TypedArray.name));
  const known = Object.getOwnPropertyNames(globalThis).filter((name) => /^(Big)?(Ui|I)nt\d|^Float\d/.test(name));
  assert.deepStrictEqual([...classes].sort(), known.filter((name) => name.endsWith('Array')).sort());
});

test('bytes by value may be clamped', () => {
  assert.deepStrictEqual(typedArrays.binaryU8(Uint8ClampedArray.of(1, 2, 255)), Uint8Array.of(255, 2, 1));
  assert.deepStrictEqual(typedArrays.binaryU8(Buffer.from('abc')), Uint8Array.from(Buffer.from('cba')));
});

test('a host without Float16Array says so', () => {
  const numbers = [0.5, -2];
  if (typeof Float16Array !== 'undefined') {
    assert.deepStrictEqual(typedArrays.halves(numbers), Float16Array.from(numbers));
  } else {
    const message = 'this host has no Float16Array';
    assert.throws(() => typedArrays.halves(numbers), { name: 'Error', code: 'ERR_NOT_SUPPORTED', message });
  }
  const message = 'showF16: argument 1 (array): expected Float16Array, got Uint16Array';
  assert.throws(() => typedArrays.showF16(new Uint16Array(1)), wrongType(message));
});

test('numbers of 16 bits', () => {
  const cases = [
    [0, 0, 0],
    [-0, -0, 0x8000],
    [1, 1, 0x3c00],
    [0.1, 0.0999755859375, 0x2e66],
    [65504, 65504, 0x7bff],
    [65519.99, 65504, 0x7bff],
    [2 ** -24, 2 ** -24, 1],
    [2 ** -25, 0, 0],
    [Infinity, Infinity, 0x7c00],
    [-Infinity, -Infinity, 0xfc00],
    [NaN, NaN, 0x7e00],
  ];
  for (const [number, nearest, bits] of cases) assert.deepStrictEqual(typedArrays.half(number), [nearest, bits]);
  const beyond = 'half: argument 1 (number): expected number in the range of F16, got 65520';
  assert.throws(() => typedArrays.half(65520), outOfRange(beyond));
  assert.throws(() => typedArrays.half('1'), wrongType('half: argument 1 (number): expected number, got string'));
  if (!Math.f16round) return;
  for (let step = -3000; step <= 3000; step += 1) {
    const number = Math.tan(step / 2000) * 2 ** (step % 30);
    if (Math.abs(number) >= 65520) continue;
    const [nearest] = typedArrays.half(number);
    assert.ok(Object.is(nearest, Math.f16round(number)), `${number}`);
  }
});

// The array of the moment

test('length and offset, and what becomes of them', () => {
  const buffer = new ArrayBuffer(16);
  assert.deepStrictEqual(typedArrays.describe(new Uint16Array(buffer)), [8, 0, false, false]);
  assert.deepStrictEqual(typedArrays.describe(new Uint16Array(buffer, 6, 2)), [2, 6, false, false]);
  const empty = new Uint16Array(buffer, 16);
  assert.deepStrictEqual(typedArrays.describe(empty), [0, 16, true, false]);
  assert.strictEqual(typedArrays.bufferOf(empty), buffer);
  const part = new Uint16Array(buffer, 6, 2);
  detach(buffer);
  assert.deepStrictEqual(typedArrays.describe(part), [0, 0, true, true]);
  assert.deepStrictEqual(typedArrays.describe(empty), [0, 0, true, true]);
  assert.strictEqual(typedArrays.bufferOf(part), buffer);
  assert.deepStrictEqual(typedArrays.describe(new Uint16Array(0)), [0, 0, true, false]);
  const shared = new SharedArrayBuffer(16);
  assert.deepStrictEqual(typedArrays.describe(new Uint16Array(shared, 4)), [6, 4, false, false]);
  assert.strictEqual(typedArrays.bufferOf(new Uint16Array(shared)), shared);
});

test('arrays on buffers that change their size', () => {
  const buffer = new ArrayBuffer(16, { maxByteLength: 64 });
  const [tracking, fixed] = [new Uint16Array(buffer, 4), new Uint16Array(buffer, 8, 4)];
  for (const size of [16, 23, 64, 17, 9, 8, 5, 4, 3, 0, 64]) {
    buffer.resize(size);
    new Uint8Array(buffer).forEach((_, index, bytes) => (bytes[index] = index));
    for (const array of [tracking, fixed]) {
      // The methods of one that lies outside throw.
      const elements = Array.from({ length: array.length }, (_, index) => array[index]);
      const [length, offset, isEmpty, isDetached] = typedArrays.describe(array);
      assert.deepStrictEqual([length, isEmpty, isDetached], [array.length, array.length === 0, false], `${size}`);
      if (length > 0) assert.strictEqual(offset, array.byteOffset);
      assert.strictEqual(typedArrays.showU16(array), shown('U16', elements));
      assert.deepStrictEqual([...typedArrays.binaryU16(array)], elements.reverse());
      assert.throws(() => typedArrays.read(array, 0, array.length + 1), { code: 'ERR_OUT_OF_RANGE' });
      typedArrays.write(array, 0, new Array(array.length).fill(7));
      elements.forEach((_, index) => assert.strictEqual(array[index], 7));
    }
  }
});

test('JavaScript between detaches, shrinks and grows', () => {
  const array = new Uint16Array(new ArrayBuffer(16, { maxByteLength: 64 }));
  assert.deepStrictEqual(typedArrays.around(array, () => array.buffer.resize(64)), [8, 32]);
  assert.deepStrictEqual(typedArrays.around(array, () => array.buffer.resize(3)), [32, 1]);
  assert.deepStrictEqual(typedArrays.around(array, () => array.buffer.resize(0)), [1, 0]);
  assert.throws(() => typedArrays.around(array, () => void detach(array.buffer)), detachedNow);
  const thrown = new Error('between');
  const throws = () => {
    throw thrown;
  };
  assert.throws(
    () => typedArrays.around(new Uint16Array(1), throws),
    (error) => error === thrown,
  );
});

test('parts are read and written', () => {
  const array = Uint16Array.of(1, 2, 3, 4);
  assert.deepStrictEqual(typedArrays.read(array, 1, 2), [2, 3]);
  assert.deepStrictEqual(typedArrays.read(array, 4, 0), []);
  typedArrays.write(array, 2, [8, 9]);
  assert.deepStrictEqual([...array], [1, 2, 8, 9]);
  for (const [index, count] of [[0, 5], [4, 1], [5, 0], [2 ** 53 - 1, 1]]) {
    const message = (call) => `${call}: ${count} elements from ${index} on, where there are 4 in all`;
    assert.throws(() => typedArrays.read(array, index, count), outOfRange(message('copy_to')));
    assert.throws(() => typedArrays.write(array, index, new Array(count).fill(0)), outOfRange(message('copy_from')));
  }
  assert.deepStrictEqual([...array], [1, 2, 8, 9]);
  const shared = new Uint16Array(new SharedArrayBuffer(8), 2, 2);
  typedArrays.write(shared, 1, [300]);
  assert.deepStrictEqual(typedArrays.read(shared, 0, 2), [0, 300]);
  detach(array.buffer);
  assert.throws(() => typedArrays.read(array, 0, 0), detachedNow);
  assert.throws(() => typedArrays.write(array, 0, []), detachedNow);
});

test('a view of a part of a buffer', () => {
  const buffer = new ArrayBuffer(16);
  const view = typedArrays.ofBuffer(buffer, 4, 2);
  assert.ok(view instanceof Uint32Array && view.buffer === buffer);
  assert.deepStrictEqual([view.byteOffset, view.length], [4, 2]);
  assert.strictEqual(typedArrays.ofBuffer(buffer, 16, 0).length, 0);
  const message = (offset, bytes) => `typed_array_of: ${bytes} bytes from ${offset} on, where there are 16 in all`;
  assert.throws(() => typedArrays.ofBuffer(buffer, 8, 3), outOfRange(message(8, 12)));
  assert.throws(() => typedArrays.ofBuffer(buffer, 20, 0), outOfRange(message(20, 0)));
  assert.throws(() => typedArrays.ofBuffer(buffer, 0, 2 ** 53 - 1), outOfRange(message(0, 2n ** 55n - 4n)));
  const odd = 'typed_array_of: byte offset 2 is no multiple of 4';
  assert.throws(() => typedArrays.ofBuffer(buffer, 2, 1), outOfRange(odd));
  detach(buffer);
  assert.throws(() => typedArrays.ofBuffer(buffer, 0, 0), detachedNow);
});

// The address sanitizer ends a process that asks for so much, and Bun's buffers have 2^32 bytes at most.
testOn(instrumented ? [] : ['node'], 'an array of as many elements as the class has', () => {
  const buffer = new ArrayBuffer(2 ** 32 + 64);
  for (const [offset, length] of [[64, 2 ** 32], [8, 2 ** 32 + 1], [0, 2 ** 32 + 64]]) {
    let expected;
    try {
      expected = new Uint8Array(buffer, offset, length);
    } catch (error) {
      assert.ok(error instanceof RangeError);
      assert.throws(() => typedArrays.bytesOfBuffer(buffer, offset, length), { name: 'RangeError', message: error.message });
      continue;
    }
    const made = typedArrays.bytesOfBuffer(buffer, offset, length);
    assert.ok(made instanceof Uint8Array && made.buffer === buffer);
    assert.deepStrictEqual([made.byteOffset, made.length], [expected.byteOffset, expected.length]);
  }
});

test('classes of users and arrays of other realms are what they are', () => {
  class Words extends Uint16Array {
    get length() {
      return 1000;
    }
  }
  assert.strictEqual(typedArrays.showU16(Words.of(1, 2)), '[1, 2]');
  const lying = Uint16Array.of(1, 2);
  for (const key of ['length', 'byteLength', 'byteOffset', 'buffer']) Object.defineProperty(lying, key, { value: 64 });
  Object.setPrototypeOf(lying, Float64Array.prototype);
  assert.strictEqual(typedArrays.showU16(lying), '[1, 2]');
  assert.deepStrictEqual([...typedArrays.binaryU16(lying)], [2, 1]);
  assert.strictEqual(typedArrays.showU16(vm.runInNewContext('Uint16Array.of(3, 4)')), '[3, 4]');
  assert.strictEqual(typedArrays.joined(Float64Array.of(0.5, 1)), '0.5; 1');
});

// Kept, in containers, in functions

test('an array is kept from call to call', async () => {
  let array = Uint16Array.of(1, 2, 3);
  const kept = typedArrays.keep(array);
  assert.deepStrictEqual(kept(), [1, 2, 3]);
  array[0] = 9;
  assert.deepStrictEqual(kept(), [9, 2, 3]);
  array = undefined;
  await collect();
  assert.deepStrictEqual(kept(), [9, 2, 3]);
  const other = Uint16Array.of(1);
  const keptOther = typedArrays.keep(other);
  detach(other.buffer);
  assert.throws(keptOther, detachedNow);
});

testOn(['node'], 'references to arrays are released', async () => {
  const round = () => {
    for (let count = 0; count < 10; count += 1) typedArrays.keep(new Uint16Array(4))();
  };
  const left = await referencesLeftBy(round);
  assert.ok(left <= 0, `${left}`);
});

test('lists of arrays, and none', () => {
  assert.deepStrictEqual(typedArrays.lengths([new Uint16Array(3), new Uint16Array(0)]), [3, 0]);
  assert.deepStrictEqual(typedArrays.lengths([], new Float64Array(2)), [2]);
  assert.deepStrictEqual(typedArrays.lengths([], null), []);
  const wrong = 'lengths: argument 1 (arrays)[1]: expected Uint16Array, got Uint8Array';
  assert.throws(() => typedArrays.lengths([new Uint16Array(1), new Uint8Array(1)]), wrongType(wrong));
  const many = Array.from({ length: 1000 }, (_, index) => new Uint16Array(index));
  assert.deepStrictEqual(typedArrays.lengths(many), many.map((array) => array.length));
});

test('boxes and counted ones', () => {
  for (const length of [0, 3, 5000]) {
    const array = new Uint16Array(length).map((_, index) => index);
    assert.deepStrictEqual(typedArrays.boxed(array), array);
    for (const shared of [false, true]) assert.deepStrictEqual(typedArrays.counted(array, shared), [array, shared]);
  }
  const [two, three, one] = typedArrays.constant();
  assert.deepStrictEqual([two, three, one], [Uint32Array.of(1, 2), Uint32Array.of(1, 2, 3), Float32Array.of(1.5)]);
  three[0] = 7;
  assert.deepStrictEqual(typedArrays.constant()[1], Uint32Array.of(1, 2, 3));
});

test('functions of arrays', () => {
  const halve = typedArrays.halve();
  assert.deepStrictEqual(halve(Float32Array.of(1, 2)), Float32Array.of(0.5, 1));
  assert.throws(() => halve([1]), wrongType('halve: argument 1: expected Float32Array, got object'));
});

// What is lent inside of a function

const sharedMemory = wrongType(
  'expected memory of one thread, got that of a SharedArrayBuffer, which other threads may write',
);

test('arrays are lent', () => {
  assert.strictEqual(typedArrays.dot(Float64Array.of(1, 2), Float64Array.of(3, 4)), 11);
  const same = Float64Array.of(1, 2, 3);
  assert.strictEqual(typedArrays.dot(same, same), 14);
  assert.strictEqual(typedArrays.scale(same, Float64Array.of(2, 5)), 3);
  assert.deepStrictEqual(same, Float64Array.of(10, 20, 30));
  assert.strictEqual(typedArrays.scale(same, same.subarray(0, 1)), 3);
  assert.deepStrictEqual(same, Float64Array.of(100, 200, 300));
  assert.strictEqual(typedArrays.scale(new Float64Array(0), new Float64Array(0)), 0);
  const shared = new Float64Array(new SharedArrayBuffer(8));
  assert.throws(() => typedArrays.dot(shared, same), sharedMemory);
  assert.throws(() => typedArrays.scale(same, shared), sharedMemory);
  assert.throws(() => typedArrays.scale(shared, same), sharedMemory);
  const gone = new Float64Array(1);
  detach(gone.buffer);
  assert.throws(() => typedArrays.dot(same, gone), detachedNow);
});

test('JavaScript runs again when nothing is lent any more', () => {
  const array = Float64Array.of(1, 2);
  const then = (sum) => {
    detach(array.buffer);
    return sum + 1;
  };
  assert.strictEqual(typedArrays.thaw(array, then), 4);
  assert.throws(() => typedArrays.thaw(array, then), detachedNow);
});

test('an array that was kept is lent', () => {
  const array = Uint16Array.of(1, 2);
  const sum = typedArrays.keepFrozen(array);
  assert.strictEqual(sum(), 3);
  detach(array.buffer);
  assert.throws(sum, detachedNow);
});
