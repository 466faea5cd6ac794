// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { types } = require('node:util');
const { addon } = require('./harness.js');
const { agrees, fc, holds, mostly, wrongType } = require('./properties.js');

const { buffers, typedArrays } = addon('values');

const classes = {
  I8: Int8Array,
  U8: Uint8Array,
  I16: Int16Array,
  U16: Uint16Array,
  I32: Int32Array,
  U32: Uint32Array,
  F32: Float32Array,
  F64: Float64Array,
  I64: BigInt64Array,
  U64: BigUint64Array,
};

const bytes = fc.uint8Array({ maxLength: 64 });
/** A view of the whole of these bytes or of a part: which elements, from which one on. */
const part = fc.record({ bytes, skipped: fc.nat({ max: 3 }), left: fc.nat({ max: 3 }) });
const view = (Class, { bytes: given, skipped, left }) => {
  const size = Class.BYTES_PER_ELEMENT ?? 1;
  const room = Math.floor(given.length / size);
  const begin = Math.min(skipped, room);
  return new Class(given.buffer.slice(0, room * size), begin * size, Math.max(0, room - begin - left));
};

for (const [type, Class] of Object.entries(classes)) {
  const fits = (value) => types.isTypedArray(value) && value instanceof Class;
  const reversed = (value, path) => (fits(value) ? Class.from(value).reverse() : wrongType(path));
  // Bytes by value may be clamped.
  const bytesToo = (value, path) => reversed(type === 'U8' && types.isUint8ClampedArray(value) ? Uint8Array.from(value) : value, path);
  const arrays = mostly(part.map((parts) => view(Class, parts)));
  agrees(`reversed${type}`, typedArrays[`reversed${type}`], reversed, arrays, 1000);
  agrees(`binary${type}`, typedArrays[`binary${type}`], bytesToo, arrays, 1000);
}

const kinds = {
  ArrayBuffer: [({ bytes: given }) => given.buffer.slice(0), (memory) => new Uint8Array(memory)],
  Buffer: [(parts) => Buffer.from(view(Uint8Array, parts)), (memory) => memory],
  DataView: [(parts) => view(DataView, parts), (memory) => new Uint8Array(memory.buffer, memory.byteOffset, memory.byteLength)],
};
for (const [kind, [make, bytesOf]] of Object.entries(kinds)) {
  holds(`${kind}: its bytes, whole and in part`, fc.tuple(part, fc.nat({ max: 80 }), fc.nat({ max: 80 })), ([parts, index, count]) => {
    const memory = make(parts);
    const expected = [...bytesOf(memory)];
    assert.deepStrictEqual(buffers[`copy${kind}`](memory), expected);
    assert.deepStrictEqual(buffers[`describe${kind}`](memory), [expected.length, expected.length === 0, false]);
    const read = () => buffers[`read${kind}`](memory, index, count);
    if (index + count > expected.length) assert.throws(read, { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
    else assert.deepStrictEqual(read(), expected.slice(index, index + count));
    const write = () => buffers[`write${kind}`](memory, index, Array(count).fill(9));
    if (index + count > expected.length) assert.throws(write, { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
    else {
      write();
      expected.fill(9, index, index + count);
    }
    assert.deepStrictEqual([...bytesOf(memory)], expected);
  });
}
