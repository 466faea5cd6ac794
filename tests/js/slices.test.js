// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, host, test } = require('./harness.js');

const { slices } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const detach = (buffer) => structuredClone(buffer, { transfer: [buffer] });

const elements = {
  I8: [Int8Array, [0, 1, -1, 127, -128]],
  U8: [Uint8Array, [0, 1, 127, 128, 255]],
  I16: [Int16Array, [0, 1, -1, 32767, -32768]],
  U16: [Uint16Array, [0, 1, 255, 256, 65535]],
  I32: [Int32Array, [0, 1, -1, 2147483647, -2147483648]],
  U32: [Uint32Array, [0, 1, 2147483648, 4294967295]],
  F32: [Float32Array, [0, -0, 0.5, NaN, Infinity]],
  F64: [Float64Array, [0, -0, 0.1, NaN, -Infinity]],
  I64: [BigInt64Array, [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n)]],
  U64: [BigUint64Array, [0n, 1n, 2n ** 53n + 1n, 2n ** 64n - 1n]],
};
// Node 24 and newer, Deno and Bun have it.
if (typeof Float16Array !== 'undefined') elements.F16 = [Float16Array, [0, -0, 0.5, NaN, -Infinity]];

/** As Rust writes a list. */
const shown = (type, values) => {
  const show = (value) => {
    if (Number.isNaN(value)) return 'NaN';
    if (Math.abs(Number(value)) === Infinity) return value > 0 ? 'inf' : '-inf';
    const text = Object.is(value, -0) ? '-0' : String(value);
    return type.startsWith('F') && !text.includes('.') ? `${text}.0` : text;
  };
  return `[${Array.from(values, show).join(', ')}]`;
};

for (const [type, [TypedArray, values]] of Object.entries(elements)) {
  const show = slices[`show${type}`];
  const reverse = slices[`reverse${type}`];

  test(`${TypedArray.name} is lent to read and to write`, () => {
    const array = TypedArray.from(values);
    assert.strictEqual(show(array), shown(type, values));
    assert.strictEqual(reverse(array), values.length);
    assert.deepStrictEqual(array, TypedArray.from([...values].reverse()));
    assert.strictEqual(show(new TypedArray(0)), '[]');
    assert.strictEqual(reverse(new TypedArray(0)), 0);
    const large = new TypedArray(100_000).fill(values[1]);
    assert.strictEqual(reverse(large), 100_000);
  });

  test(`a part of a ${TypedArray.name} is that part`, () => {
    const all = TypedArray.from([...values, ...values]);
    for (const [begin, end] of [
      [0, 2],
      [1, 3],
      [3, 4],
      [2, 2],
      [values.length, 2 * values.length],
    ]) {
      const part = all.subarray(begin, end);
      assert.strictEqual(show(part), shown(type, [...values, ...values].slice(begin, end)));
    }
    reverse(all.subarray(1, 3));
    const expected = [...values, ...values];
    expected.splice(1, 2, values[2], values[1]);
    assert.deepStrictEqual(all, TypedArray.from(expected));
    const behind = new TypedArray(new ArrayBuffer(64), 2 * TypedArray.BYTES_PER_ELEMENT, 2);
    behind.set(values.slice(0, 2));
    assert.strictEqual(show(behind), shown(type, values.slice(0, 2)));
  });

  test(`nothing but a ${TypedArray.name} is one`, () => {
    const names = { elements: `show${type}: argument 1 (elements): expected ${TypedArray.name}, got` };
    const others = [
      [new DataView(new ArrayBuffer(8)), 'object'],
      [new ArrayBuffer(8), 'object'],
      [[...values], 'object'],
      [{ length: 1, 0: values[0] }, 'object'],
      ['text', 'string'],
      [1, 'number'],
      [null, 'null'],
      [undefined, 'undefined'],
    ];
    for (const [value, kind] of others) {
      assert.throws(() => show(value), wrongType(`${names.elements} ${kind}`));
    }
    assert.throws(() => show(), wrongType(`${names.elements} undefined`));
    for (const [Other] of Object.values(elements)) {
      if (Other === TypedArray) continue;
      const message = `argument 1 (elements): expected ${TypedArray.name}, got ${Other.name}`;
      for (const length of [0, 8]) {
        assert.throws(() => show(new Other(length)), wrongType(`show${type}: ${message}`));
        assert.throws(() => reverse(new Other(length)), wrongType(`reverse${type}: ${message}`));
      }
    }
  });

  test(`shared memory is no ${TypedArray.name} to lend`, () => {
    const shared = new TypedArray(new SharedArrayBuffer(64));
    for (const name of [`show${type}`, `reverse${type}`]) {
      const message =
        `${name}: argument 1 (elements): expected ${TypedArray.name}, got a typed array over a SharedArrayBuffer, ` +
        'which other threads may write';
      assert.throws(() => slices[name](shared), wrongType(message));
      assert.throws(() => slices[name](new TypedArray(new SharedArrayBuffer(0))), wrongType(message));
    }
  });

  test(`a detached ${TypedArray.name} is none`, () => {
    const array = TypedArray.from(values);
    const part = array.subarray(1, 2);
    detach(array.buffer);
    for (const name of [`show${type}`, `reverse${type}`]) {
      const message = `${name}: argument 1 (elements): expected ${TypedArray.name}, got one whose buffer was detached`;
      assert.throws(() => slices[name](array), wrongType(message));
      assert.throws(() => slices[name](part), wrongType(message));
    }
  });
}

test('clamped bytes are bytes', () => {
  const clamped = Uint8ClampedArray.of(1, 2, 255);
  assert.strictEqual(slices.showU8(clamped), '[1, 2, 255]');
  slices.reverseU8(clamped);
  assert.deepStrictEqual([...clamped], [255, 2, 1]);
  assert.throws(() => slices.showI8(clamped), {
    code: 'ERR_INVALID_ARG_TYPE',
    message: /expected Int8Array, got Uint8/,
  });
});

test('buffers of the pool are lent without their neighbours', () => {
  const [a, b] = [Buffer.from('first'), Buffer.from('second')];
  assert.strictEqual(slices.showU8(a), `[${[...Buffer.from('first')].join(', ')}]`);
  slices.reverseU8(a);
  assert.deepStrictEqual([a.toString(), b.toString()], ['tsrif', 'second']);
  assert.strictEqual(slices.copy(a, b), 5);
  assert.deepStrictEqual([a.toString(), b.toString()], ['secon', 'second']);
  assert.strictEqual(slices.showU8(Buffer.alloc(0)), '[]');
});

test('classes of users and arrays of other realms are what they are', () => {
  class Bytes extends Uint8Array {
    get length() {
      return 1000;
    }
  }
  assert.strictEqual(slices.showU8(Bytes.of(1, 2)), '[1, 2]');
  const lying = Uint8Array.of(1, 2);
  for (const key of ['length', 'byteLength', 'byteOffset', 'buffer']) Object.defineProperty(lying, key, { value: 64 });
  Object.setPrototypeOf(lying, Float64Array.prototype);
  assert.strictEqual(slices.showU8(lying), '[1, 2]');
  assert.strictEqual(slices.showU8(vm.runInNewContext('Uint8Array.of(3, 4)')), '[3, 4]');
  assert.throws(() => slices.showU8(Object.create(Uint8Array.prototype)), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => slices.showU8(new Proxy(Uint8Array.of(1), {})), { code: 'ERR_INVALID_ARG_TYPE' });
});

// Several slices

const overlap = (name, first, second, parameter) =>
  wrongType(
    `${name}: argument ${second} (${parameter}): shares memory with argument ${first}, and one of them is \`&mut\`: ` +
      `the arguments ${first} and ${second} must not overlap`,
  );

test('memory to write is lent once', () => {
  const buffer = new Uint8Array(16);
  assert.throws(() => slices.copy(buffer, buffer), overlap('copy', 1, 2, 'from'));
  assert.throws(() => slices.copyReversedParameters(buffer, buffer), overlap('copyReversedParameters', 1, 2, 'to'));
  assert.throws(() => slices.copy(buffer, buffer.subarray(15)), overlap('copy', 1, 2, 'from'));
  assert.throws(() => slices.copy(buffer.subarray(0, 9), buffer.subarray(8)), overlap('copy', 1, 2, 'from'));
  assert.throws(() => slices.copy(buffer.subarray(8), buffer.subarray(0, 9)), overlap('copy', 1, 2, 'from'));
  assert.throws(() => slices.copy(buffer.subarray(4, 8), buffer), overlap('copy', 1, 2, 'from'));
  const words = new Uint32Array(buffer.buffer, 4, 1);
  assert.throws(() => slices.mixed(buffer.subarray(7), words), overlap('mixed', 1, 2, 'words'));
  assert.throws(() => slices.mixed(buffer.subarray(0, 5), words), overlap('mixed', 1, 2, 'words'));
  assert.throws(() => slices.optionalPair(buffer, buffer), overlap('optionalPair', 1, 2, 'b'));
});

test('memory that only lies side by side is apart', () => {
  const buffer = Uint8Array.from({ length: 16 }, (_, index) => index);
  assert.strictEqual(slices.copy(buffer.subarray(0, 8), buffer.subarray(8)), 8);
  assert.deepStrictEqual([...buffer.subarray(0, 8)], [8, 9, 10, 11, 12, 13, 14, 15]);
  assert.strictEqual(slices.copy(buffer.subarray(8), buffer.subarray(0, 8)), 8);
  const words = new Uint32Array(buffer.buffer, 4, 1);
  assert.strictEqual(slices.mixed(buffer.subarray(8), words), 9);
  assert.strictEqual(slices.mixed(buffer.subarray(0, 4), words), 5);
});

test('nothing overlaps with nothing', () => {
  const buffer = new Uint8Array(16);
  const empty = buffer.subarray(8, 8);
  assert.strictEqual(slices.copy(buffer, empty), 0);
  assert.strictEqual(slices.copy(empty, buffer), 0);
  assert.strictEqual(slices.copy(empty, empty), 0);
  assert.strictEqual(slices.copy(new Uint8Array(0), new Uint8Array(0)), 0);
});

test('memory to read is lent as often as one likes', () => {
  const buffer = Uint8Array.of(1, 2, 3);
  assert.strictEqual(slices.same(buffer, buffer), true);
  assert.strictEqual(slices.same(buffer, buffer.subarray(1)), false);
  assert.strictEqual(slices.same(buffer, Uint8Array.of(1, 2, 3)), false);
});

test('each of four slices is held against the others', () => {
  const memory = new ArrayBuffer(64);
  const a = new Uint8Array(memory, 0, 8);
  const b = new Uint16Array(memory, 8, 4);
  const c = new Float32Array(memory, 16, 4);
  const d = new Float64Array(memory, 32, 4);
  assert.deepStrictEqual(slices.four(a, b, c, d), [8, 4, 4, 4]);
  const on = (TypedArray, offset) => new TypedArray(memory, offset, 1);
  assert.throws(() => slices.four(a, on(Uint16Array, 6), c, d), overlap('four', 1, 2, 'b'));
  assert.throws(() => slices.four(a, b, on(Float32Array, 0), d), overlap('four', 1, 3, 'c'));
  assert.throws(() => slices.four(a, b, on(Float32Array, 12), d), overlap('four', 2, 3, 'c'));
  assert.throws(() => slices.four(a, b, c, on(Float64Array, 0)), overlap('four', 1, 4, 'd'));
  assert.throws(() => slices.four(a, b, c, on(Float64Array, 8)), overlap('four', 2, 4, 'd'));
  assert.throws(() => slices.four(a, b, c, on(Float64Array, 24)), overlap('four', 3, 4, 'd'));
});

test('a slice may be absent', () => {
  assert.strictEqual(slices.optional(undefined), undefined);
  assert.strictEqual(slices.optional(null), undefined);
  assert.strictEqual(slices.optional(), undefined);
  assert.strictEqual(slices.optional(new Uint8Array(0)), 0);
  assert.strictEqual(slices.optional(new Uint8Array(3)), 3);
  assert.throws(() => slices.optional([1]), wrongType('optional: argument 1 (bytes): expected Uint8Array, got object'));
  const bytes = new Uint8Array(2);
  assert.strictEqual(slices.optionalFill(bytes), true);
  assert.deepStrictEqual([...bytes], [7, 7]);
  assert.strictEqual(slices.optionalFill(bytes, 8), true);
  assert.deepStrictEqual([...bytes], [8, 8]);
  assert.strictEqual(slices.optionalFill(null), false);
  assert.deepStrictEqual(slices.optionalPair(null, bytes), [false, true]);
  assert.deepStrictEqual(slices.optionalPair(bytes), [true, false]);
  detach(bytes.buffer);
  assert.throws(
    () => slices.optional(bytes),
    wrongType('optional: argument 1 (bytes): expected Uint8Array, got one whose buffer was detached'),
  );
  assert.strictEqual(slices.defaulted(), 3);
  assert.strictEqual(slices.defaulted(new Uint8Array(1)), 1);
  assert.throws(
    () => slices.defaulted(null),
    wrongType('defaulted: argument 1 (bytes): expected Uint8Array, got null'),
  );
});

test('slices stand beside other parameters', () => {
  assert.deepStrictEqual(slices.withText(new Uint8Array(3), 'text', 1, 2), [3, 4, 2]);
  assert.throws(() => slices.withText(new Uint8Array(3), 'text', 1, 256), {
    code: 'ERR_OUT_OF_RANGE',
    message: 'withText: argument 4 (rest): expected integer in the range of u8, got 256',
  });
  assert.strictEqual(slices.ofThis.call({}, new Uint8Array(5)), 5);
  assert.strictEqual(slices.aliased(new Uint8Array(4)), 4);
  assert.strictEqual(slices.namedLifetime(new Uint8Array(4), new Uint8Array(5)), 9);
  const bytes = new Uint8Array(2);
  assert.throws(() => slices.fails(bytes), { name: 'Error', message: '2 bytes' });
  assert.throws(() => slices.panics(bytes), {
    code: 'ERR_RUST_PANIC',
    message: /index out of bounds: the len is 2 but/,
  });
  assert.deepStrictEqual([...bytes], [3, 3]);
});

// JavaScript that runs while arguments are prepared

const detached = (name, parameter, position = 1) =>
  wrongType(`${name}: argument ${position} (${parameter}): expected Uint8Array, got one whose buffer was detached`);

/** A list whose only element is read by `run`. */
const listThat = (run) =>
  Object.defineProperty([0], 0, {
    get() {
      run();
      return 1;
    },
  });

test('a later argument detaches an earlier buffer', () => {
  let bytes = new Uint8Array(1024);
  assert.throws(
    () =>
      slices.beforeList(
        bytes,
        listThat(() => detach(bytes.buffer)),
      ),
    detached('beforeList', 'bytes'),
  );
  bytes = new Uint8Array(1024);
  const map = {
    get a() {
      detach(bytes.buffer);
      return 1;
    },
  };
  assert.throws(() => slices.beforeMap(bytes, map), detached('beforeMap', 'bytes'));
  bytes = new Uint8Array(1024);
  const trap = new Proxy({}, { ownKeys: () => detach(bytes.buffer) && [] });
  assert.throws(() => slices.beforeMap(bytes, trap), detached('beforeMap', 'bytes'));
  bytes = new Uint8Array(1024);
  assert.throws(() => slices.beforeCall(bytes, () => detach(bytes.buffer) && 1), detached('beforeCall', 'bytes'));
  bytes = new Uint8Array(1024);
  const call = () => slices.optionalBeforeCall(bytes, () => detach(bytes.buffer) && 1);
  assert.throws(call, detached('optionalBeforeCall', 'bytes'));
});

test('an argument between two slices detaches the one or the other', () => {
  for (const which of [0, 1]) {
    const arrays = [new Uint8Array(64), new Uint8Array(64)];
    const call = () =>
      slices.beforeTwo(
        arrays[0],
        listThat(() => detach(arrays[which].buffer)),
        arrays[1],
      );
    assert.throws(call, detached('beforeTwo', 'ab'[which], [1, 3][which]));
  }
});

test('a later argument calls the same function with the same buffer', () => {
  const bytes = new Uint8Array(64);
  let inner;
  const run = () => {
    inner = slices.beforeList(bytes, [1, 2, 3]);
  };
  assert.deepStrictEqual(slices.beforeList(bytes, listThat(run)), [64, 1]);
  assert.deepStrictEqual(inner, [64, 3]);
  const thrown = new Error('from a callback');
  const throws = () => {
    throw thrown;
  };
  assert.throws(
    () => slices.beforeCall(bytes, throws),
    (error) => error === thrown,
  );
});

test('a result whose conversion detaches comes after the slice', () => {
  const bytes = new Uint8Array(64);
  const answer = slices.answeredBy(bytes, () => {
    const copy = detach(bytes.buffer);
    return new Uint8Array(copy)[63];
  });
  assert.strictEqual(answer, 1);
  assert.strictEqual(bytes.length, 0);
});

// Buffers that change their size; hosts without them have ArrayBuffers that ignore the option.

const resizable = (length, maxByteLength) => {
  const buffer = new ArrayBuffer(length, { maxByteLength });
  return buffer.resizable ? buffer : undefined;
};

test('resizable buffers are there on every host', () => {
  assert.ok(resizable(8, 16), host);
});

test('a view of a resizable buffer has the length of the moment', () => {
  const buffer = resizable(8, 1024);
  const tracking = new Uint8Array(buffer);
  const behind = new Uint16Array(buffer, 4);
  const fixed = new Uint8Array(buffer, 4, 4);
  assert.strictEqual(slices.reverseU8(tracking), 8);
  assert.strictEqual(slices.reverseU16(behind), 2);
  buffer.resize(1024);
  tracking.set([1, 2, 3], 1021);
  assert.strictEqual(slices.reverseU8(tracking), 1024);
  assert.deepStrictEqual([...tracking.subarray(0, 3)], [3, 2, 1]);
  assert.strictEqual(slices.reverseU16(behind), 510);
  assert.strictEqual(slices.reverseU8(fixed), 4);
  buffer.resize(5);
  assert.strictEqual(slices.reverseU8(tracking), 5);
  assert.strictEqual(slices.reverseU16(behind), 0);
});

test('a view that lies outside of its buffer has no elements', () => {
  const buffer = resizable(16, 16);
  const [fixed, tracking] = [new Uint8Array(buffer, 8, 8), new Uint8Array(buffer, 8)];
  const whole = new Uint8Array(buffer, 0, 16);
  for (const length of [12, 8, 4, 0]) {
    buffer.resize(length);
    assert.strictEqual(slices.reverseU8(fixed), fixed.length, `fixed, ${length}`);
    assert.strictEqual(slices.reverseU8(whole), whole.length, `whole, ${length}`);
    assert.strictEqual(slices.reverseU8(tracking), tracking.length, `tracking, ${length}`);
  }
  buffer.resize(16);
  assert.strictEqual(slices.reverseU8(fixed), 8);
});

test('a later argument resizes an earlier buffer', () => {
  for (const length of [0, 1, 64, 4096]) {
    const buffer = resizable(64, 4096);
    const tracking = new Uint8Array(buffer);
    const resize = () => buffer.resize(length);
    assert.deepStrictEqual(slices.beforeList(tracking, listThat(resize)), [length, 1]);
    assert.ok(tracking.every((byte) => byte === 9));
    const fixed = new Uint8Array(resizable(64, 64), 32, 32);
    const shrink = () => fixed.buffer.resize(16);
    assert.deepStrictEqual(slices.beforeList(fixed, listThat(shrink)), [0, 1]);
    assert.deepStrictEqual([...new Uint8Array(fixed.buffer)], new Array(16).fill(0));
  }
});

test('views of a resizable buffer overlap as others do', () => {
  const buffer = resizable(8, 16);
  assert.throws(() => slices.copy(new Uint8Array(buffer), new Uint8Array(buffer, 7)), overlap('copy', 1, 2, 'from'));
  assert.strictEqual(slices.copy(new Uint8Array(buffer, 0, 8), new Uint8Array(buffer, 8)), 0);
});

test('shared memory that grows is shared memory', () => {
  const buffer = new SharedArrayBuffer(8, { maxByteLength: 64 });
  const message = /^showU8: argument 1 \(elements\): expected Uint8Array, got a typed array over a SharedArrayBuffer/;
  assert.throws(() => slices.showU8(new Uint8Array(buffer)), wrongType(message));
});

test('memory of WebAssembly is lent until it grows', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  const bytes = new Uint8Array(memory.buffer, 0, 4);
  bytes.set([1, 2, 3, 4]);
  assert.strictEqual(slices.showU8(bytes), '[1, 2, 3, 4]');
  slices.reverseU8(bytes);
  assert.deepStrictEqual([...bytes], [4, 3, 2, 1]);
  assert.throws(() => slices.beforeCall(bytes, () => memory.grow(1)), detached('beforeCall', 'bytes'));
  assert.strictEqual(slices.showU8(new Uint8Array(memory.buffer, 0, 4)), '[4, 3, 2, 1]');
  const shared = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
  assert.throws(() => slices.showU8(new Uint8Array(shared.buffer)), { code: 'ERR_INVALID_ARG_TYPE' });
});
