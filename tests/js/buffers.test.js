// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, collect, inProcess, instrumented, inWorker, personality, referencesLeftBy, test, testOn } = require('./harness.js');

const { buffers } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
const invalidState = (message) => ({ code: 'ERR_INVALID_STATE', message });
const detachedNow = { name: 'Error', ...invalidState('the buffer was detached') };
const detach = (buffer) => structuredClone(buffer, { transfer: [buffer] });

const ascending = (length, from = 0) => Array.from({ length }, (_, index) => (from + index) % 256);
const filled = (buffer) => {
  new Uint8Array(buffer).set(ascending(buffer.byteLength));
  return buffer;
};

/** For each kind: what of it lies in `buffer`, from byte 2 on, six bytes long; and what is none of it. */
const kinds = {
  ArrayBuffer: [(buffer) => buffer.slice(2, 8), () => [new SharedArrayBuffer(8), new Uint8Array(8), new DataView(new ArrayBuffer(8))]],
  Buffer: [
    (buffer) => Buffer.from(buffer, 2, 6),
    () => [new SharedArrayBuffer(8), new ArrayBuffer(8), new DataView(new ArrayBuffer(8))],
  ],
  DataView: [
    (buffer) => new DataView(buffer, 2, 6),
    () => [new SharedArrayBuffer(8), new ArrayBuffer(8), new Uint8Array(8)],
  ],
  SharedArrayBuffer: [
    (buffer) => {
      const shared = new SharedArrayBuffer(6);
      new Uint8Array(shared).set(new Uint8Array(buffer, 2, 6));
      return shared;
    },
    () => [new ArrayBuffer(8), new Uint8Array(new SharedArrayBuffer(8)), new DataView(new SharedArrayBuffer(8))],
  ],
};
const lower = (kind) => kind[0].toLowerCase() + kind.slice(1);

for (const [kind, [make, others]] of Object.entries(kinds)) {
  const handle = buffers[lower(kind)];
  const describe = buffers[`describe${kind}`];
  const copy = buffers[`copy${kind}`];
  const read = buffers[`read${kind}`];
  const write = buffers[`write${kind}`];
  const sum = buffers[`sum${kind}`];

  test(`a ${kind} is asked, read and written`, () => {
    const memory = make(filled(new ArrayBuffer(16)));
    assert.strictEqual(handle(memory), memory);
    assert.deepStrictEqual(describe(memory), [6, false, false]);
    assert.deepStrictEqual(copy(memory), [2, 3, 4, 5, 6, 7]);
    assert.deepStrictEqual(read(memory, 1, 2), [3, 4]);
    assert.deepStrictEqual(read(memory, 6, 0), []);
    write(memory, 4, [255, 0]);
    assert.deepStrictEqual(copy(memory), [2, 3, 4, 5, 255, 0]);
    for (const [index, count] of [[0, 7], [6, 1], [7, 0], [2 ** 53 - 1, 1]]) {
      const message = (call) => `${call}: ${count} elements from ${index} on, where there are 6 in all`;
      assert.throws(() => read(memory, index, count), outOfRange(message('copy_to')));
      assert.throws(() => write(memory, index, new Array(count).fill(1)), outOfRange(message('copy_from')));
    }
    assert.deepStrictEqual(copy(memory), [2, 3, 4, 5, 255, 0]);
  });

  test(`a ${kind} of 10 MB, and an empty one`, () => {
    const large = make(new ArrayBuffer(10_000_008).slice(0)).constructor;
    const memory = kind === 'DataView' ? new DataView(new ArrayBuffer(10_000_000)) : large === Buffer ? Buffer.alloc(10_000_000) : new large(10_000_000);
    assert.deepStrictEqual(describe(memory), [10_000_000, false, false]);
    write(memory, 9_999_990, ascending(10, 1));
    assert.deepStrictEqual(read(memory, 9_999_988, 12), [0, 0, ...ascending(10, 1)]);
    const empty = kind === 'DataView' ? new DataView(new ArrayBuffer(8), 8) : large === Buffer ? Buffer.alloc(0) : new large(0);
    assert.deepStrictEqual(describe(empty), [0, true, false]);
    assert.deepStrictEqual(copy(empty), []);
    write(empty, 0, []);
  });

  test(`nothing but a ${kind} is one`, () => {
    const values = [
      ...others().map((value) => [value, kind === 'Buffer' && ArrayBuffer.isView(value) ? undefined : 'object']),
      [new Proxy(make(new ArrayBuffer(16)), {}), 'object'],
      [Object.create(Object.getPrototypeOf(make(new ArrayBuffer(16)))), 'object'],
      [[1, 2], 'object'],
      [{ byteLength: 4 }, 'object'],
      [7, 'number'],
      ['text', 'string'],
      [1n, 'bigint'],
      [null, 'null'],
      [undefined, 'undefined'],
      [Symbol('s'), 'symbol'],
      [() => {}, 'function'],
    ];
    const names = [lower(kind), `describe${kind}`, `copy${kind}`, `sum${kind}`];
    for (const name of names) {
      for (const [value, got] of values) {
        const message = `${name}: argument 1 (memory): expected ${kind}, got ${got ?? 'object'}`;
        assert.throws(() => buffers[name](value), wrongType(message));
      }
    }
  });

  test(`a ${kind} of another realm`, () => {
    const source = { ArrayBuffer: 'new ArrayBuffer(3)', Buffer: 'new Uint8Array(3)', DataView: 'new DataView(new ArrayBuffer(3))' };
    const memory = vm.runInNewContext(source[kind] ?? 'new SharedArrayBuffer(3)');
    assert.deepStrictEqual(describe(memory), [3, false, false]);
    Object.setPrototypeOf(memory, null);
    assert.deepStrictEqual(copy(memory), [0, 0, 0]);
  });

  test(`a ${kind} is kept from call to call`, async () => {
    let memory = make(filled(new ArrayBuffer(16)));
    const kept = buffers[`keep${kind}`](memory);
    write(memory, 0, [9]);
    memory = undefined;
    await collect();
    assert.deepStrictEqual(kept(), [9, 3, 4, 5, 6, 7]);
  });

  if (kind === 'SharedArrayBuffer') continue;

  test(`a ${kind} is lent`, () => {
    assert.strictEqual(sum(make(filled(new ArrayBuffer(16)))), 27);
  });

  test(`a ${kind} that was detached`, () => {
    const memory = make(new ArrayBuffer(16));
    const kept = buffers[`keep${kind}`](memory);
    detach(kind === 'ArrayBuffer' ? memory : memory.buffer);
    assert.strictEqual(handle(memory), memory);
    assert.deepStrictEqual(describe(memory), [0, true, true]);
    for (const call of [() => copy(memory), () => read(memory, 0, 0), () => write(memory, 0, []), () => sum(memory), kept]) {
      assert.throws(call, detachedNow);
    }
  });
}

test('views of shared memory are copied, and not lent', () => {
  const shared = new SharedArrayBuffer(8);
  const refused = wrongType('expected memory of one thread, got that of a SharedArrayBuffer, which other threads may write');
  for (const [kind, view] of [['Buffer', Buffer.from(shared, 2, 4)], ['DataView', new DataView(shared, 2, 4)]]) {
    assert.strictEqual(buffers[lower(kind)](view), view);
    buffers[`write${kind}`](view, 1, [7, 8]);
    assert.deepStrictEqual(buffers[`copy${kind}`](view), [0, 7, 8, 0]);
    assert.deepStrictEqual(buffers[`describe${kind}`](view), [4, false, false]);
    assert.throws(() => buffers[`sum${kind}`](view), refused);
    new Uint8Array(shared).fill(0);
  }
  assert.throws(() => buffers.sumSharedArrayBuffer(shared), refused);
  assert.deepStrictEqual(buffers.ofDataView(new DataView(shared, 2)), [2, shared]);
});

test('buffers and views that change their size', () => {
  const buffer = new ArrayBuffer(16, { maxByteLength: 64 });
  const views = [new DataView(buffer, 4), new DataView(buffer, 8, 4)];
  for (const size of [16, 23, 64, 12, 11, 8, 5, 4, 3, 0, 64]) {
    buffer.resize(size);
    filled(buffer);
    assert.deepStrictEqual(buffers.describeArrayBuffer(buffer), [size, size === 0, false]);
    assert.deepStrictEqual(buffers.copyArrayBuffer(buffer), ascending(size));
    assert.strictEqual(buffers.sumArrayBuffer(buffer), Math.abs(size * (size - 1)) / 2);
    for (const [view, length] of [[views[0], Math.max(size - 4, 0)], [views[1], size >= 12 ? 4 : 0]]) {
      assert.deepStrictEqual(buffers.describeDataView(view), [length, length === 0, false], `${size}`);
      assert.deepStrictEqual(buffers.copyDataView(view), ascending(length, view === views[0] ? 4 : 8));
      assert.throws(() => buffers.readDataView(view, 0, length + 1), { code: 'ERR_OUT_OF_RANGE' });
    }
  }
});

test('buffers are made', () => {
  for (const length of [0, 1, 5, 65535, 65536, 100_000]) {
    const bytes = ascending(length);
    const made = buffers.makeArrayBuffer(bytes);
    assert.ok(made instanceof ArrayBuffer);
    assert.deepStrictEqual([...new Uint8Array(made)], bytes);
    const zeros = buffers.zeros(length);
    assert.ok(zeros.byteLength === length && new Uint8Array(zeros).every((byte) => byte === 0));
    // OpenHarmony makes none of these.
    if (personality && length === 0) continue;
    const buffer = buffers.makeBuffer(bytes);
    assert.ok(Buffer.isBuffer(buffer));
    assert.deepStrictEqual([...buffer], bytes);
  }
  assert.strictEqual(buffers.hex(buffers.makeBuffer([1, 254])), '01fe');
  const escaped = buffers.escaped(ascending(5));
  assert.deepStrictEqual([escaped[0].byteLength, escaped[1]], [5, 5]);
});

testOn(['openharmony'], 'OpenHarmony makes no empty Buffer', () => {
  const message = (bytes) => `OpenHarmony makes Buffers of 1 byte to 2 MiB, and none of ${bytes} bytes`;
  assert.throws(() => buffers.makeBuffer([]), outOfRange(message(0)));
});

// The address sanitizer ends a process that asks for so much.
const whereRefused = instrumented ? [] : ['node', 'bun', 'deno'];
testOn(whereRefused, 'a buffer that is too large is refused', () => {
  assert.throws(() => buffers.zeros(2 ** 53 - 1), RangeError);
  assert.throws(() => buffers.sharedZeros(2 ** 53 - 1), RangeError);
  assert.strictEqual(buffers.zeros(1 << 20).byteLength, 1 << 20);
});

test('what a program makes of ArrayBuffer does no harm', () => {
  const { ArrayBuffer } = globalThis;
  const changed = invalidState('the program has changed ArrayBuffer, which does not make any more of them');
  try {
    const smaller = function () {
      return new ArrayBuffer(1 << 19);
    };
    for (const fake of [Object, smaller]) {
      globalThis.ArrayBuffer = fake;
      assert.throws(() => buffers.zeros(1 << 20), changed);
    }
  } finally {
    globalThis.ArrayBuffer = ArrayBuffer;
  }
});

test('a view of a part of a buffer', () => {
  const buffer = filled(new ArrayBuffer(16));
  const view = buffers.makeDataView(buffer, 3, 4);
  assert.ok(view instanceof DataView && view.buffer === buffer);
  assert.deepStrictEqual([view.byteOffset, view.byteLength, view.getUint8(0)], [3, 4, 3]);
  assert.deepStrictEqual(buffers.ofDataView(view), [3, buffer]);
  assert.strictEqual(buffers.makeDataView(buffer, 16, 0).byteLength, 0);
  const message = (offset, bytes) => `data_view: ${bytes} bytes from ${offset} on, where there are 16 in all`;
  assert.throws(() => buffers.makeDataView(buffer, 13, 4), outOfRange(message(13, 4)));
  assert.throws(() => buffers.makeDataView(buffer, 17, 0), outOfRange(message(17, 0)));
  detach(buffer);
  assert.throws(() => buffers.makeDataView(buffer, 0, 0), detachedNow);
});

test('buffers are detached', () => {
  const buffer = new ArrayBuffer(8);
  const view = new Uint8Array(buffer);
  assert.strictEqual(buffers.detach(buffer), true);
  assert.deepStrictEqual([buffer.byteLength, view.length], [0, 0]);
  assert.strictEqual(buffers.detach(buffer), true);
  assert.throws(() => buffers.madeAndDetached(10), detachedNow);
  assert.throws(() => buffers.madeAndDetached(100_000), detachedNow);
});

testOn(['node'], 'memory of WebAssembly stays where it is', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  assert.throws(() => buffers.detach(memory.buffer), { name: 'Error', ...invalidState('the buffer cannot be detached') });
  assert.strictEqual(memory.buffer.byteLength, 65536);
});

test('memory of WebAssembly is memory', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  const before = memory.buffer;
  assert.deepStrictEqual(buffers.describeArrayBuffer(before), [65536, false, false]);
  memory.grow(1);
  assert.deepStrictEqual(buffers.describeArrayBuffer(before), [0, true, true]);
  assert.deepStrictEqual(buffers.describeArrayBuffer(memory.buffer), [131072, false, false]);
  const shared = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
  assert.deepStrictEqual(buffers.describeSharedArrayBuffer(shared.buffer), [65536, false, false]);
});

test('the handles are those of objects', () => {
  const buffer = new ArrayBuffer(8);
  const answers = buffers.objects(buffer, Buffer.from(buffer, 3), new DataView(buffer, 2), new SharedArrayBuffer(5));
  assert.deepStrictEqual(answers, [8, 3, 6, 5]);
});

// Shared memory

test('shared memory is made, and seen by atomics', () => {
  const shared = buffers.sharedZeros(3);
  assert.ok(shared instanceof SharedArrayBuffer && shared.byteLength === 3);
  new Uint8Array(shared).set([1, 2, 255]);
  assert.strictEqual(buffers.countUp(shared), 258);
  assert.deepStrictEqual([...new Uint8Array(shared)], [2, 3, 0]);
  assert.strictEqual(buffers.countUp(new SharedArrayBuffer(0)), 0);
});

test('shared memory that grows keeps its place', () => {
  const shared = new SharedArrayBuffer(2, { maxByteLength: 1 << 20 });
  const grow = () => {
    shared.grow(1 << 20);
    new Uint8Array(shared).fill(9);
  };
  assert.deepStrictEqual(buffers.seenAfter(shared, grow), [2, 9]);
  assert.deepStrictEqual(buffers.describeSharedArrayBuffer(shared), [1 << 20, false, false]);
  assert.deepStrictEqual(buffers.readSharedArrayBuffer(shared, (1 << 20) - 1, 1), [9]);
});

test('what a program makes of Uint8Array does no harm', () => {
  const { Uint8Array } = globalThis;
  const shared = new SharedArrayBuffer(4);
  const changed = invalidState('the program has changed Uint8Array or SharedArrayBuffer, of which there are no views any more');
  const other = new SharedArrayBuffer(1 << 20);
  const fakes = [
    function () {
      return new Uint8Array(other);
    },
    function () {
      return { buffer: shared, length: 1000 };
    },
    function () {
      return new Uint16Array(shared);
    },
    function () {
      return new Proxy(new Uint8Array(shared), {});
    },
  ];
  try {
    for (const fake of fakes) {
      globalThis.Uint8Array = fake;
      assert.throws(() => buffers.copySharedArrayBuffer(shared), changed);
      assert.throws(() => buffers.countUp(shared), changed);
    }
  } finally {
    globalThis.Uint8Array = Uint8Array;
  }
  assert.deepStrictEqual(buffers.copySharedArrayBuffer(shared), [0, 0, 0, 0]);
});

test('a buffer that a program passes off as a shared one is none', () => {
  const child = inProcess((harness) => {
    const { buffers } = harness.addon('values');
    Object.defineProperty(SharedArrayBuffer.prototype, 'byteLength', { get: () => 8 });
    const buffer = new ArrayBuffer(8);
    for (const call of [buffers.countUp, buffers.copySharedArrayBuffer, buffers.describeSharedArrayBuffer]) {
      console.log(harness.caught(() => call(buffer)).code);
    }
    console.log(buffers.copySharedArrayBuffer(new SharedArrayBuffer(2)).join());
  });
  assert.deepStrictEqual([child.status, child.signal], [0, null], child.stderr);
  assert.deepStrictEqual(child.stdout.trim().split('\n').slice(0, 4), [...new Array(3).fill('ERR_INVALID_STATE'), '0,0']);
});

test('threads count together', async () => {
  const shared = new SharedArrayBuffer(2);
  const rounds = 5000;
  const body = (harness, { shared, rounds }) => harness.addon('values').buffers.hammer(shared, rounds);
  const workers = [1, 2, 3].map(() => inWorker(body, { shared, rounds }));
  buffers.hammer(shared, rounds);
  await Promise.all(workers);
  const [low, high] = buffers.copySharedArrayBuffer(shared);
  assert.strictEqual(high * 256 + low, (4 * rounds) % 65536);
});

testOn(['node'], 'references to buffers are released', async () => {
  const round = () => {
    for (const [kind, [make]] of Object.entries(kinds)) buffers[`keep${kind}`](make(new ArrayBuffer(16)))();
  };
  const left = await referencesLeftBy(round);
  assert.ok(left <= 0, `${left}`);
});
