'use strict';
// The rows of the table. See README.md for how to add one. A row has
// - `fn`, the function that is timed, and `args`, the source of its arguments: `i` is the number of the call, and `a`
//   and `b` are what `setup` made;
// - `goal`, the ratio to C to reach, `[before Node 24, from Node 24 on]` where they differ, or `instructions`, how
//   many more than C's are allowed; `count`: instructions are counted, and decide nothing;
// - `baseFn`, what C and Rust by hand run instead; `baseCall` with `baseSetup`, a call of C in full; `peerFn`, what a
//   contestant without `fn` runs; `only`, who takes part;
// - `call`, the source of the whole call, in which `f` is what `fn` names; `throws`; `heavy`: one call is a sample; `clock` with `producers`, `pings` or `works`: messages from
//   threads, and work on the thread pool.

// A row of one function: it is called with `args`, which name what `setup` made.
function row(name, fn, args, more = {}) {
  return { name, fn, args, goal: undefined, setup: () => ({}), ...more };
}

const rows = [
  row('noop', 'noop', '', { goal: 1.05, instructions: 12 }),
  row('add(i32, i32)', 'addI32', 'i & 1023, 7', {
    // With the same checks: what is no int32 is a RangeError.
    goal: 1.06, instructions: 15, baseFn: 'addI32Exact',
  }),
  row('add(i32, i32) against truncating C', 'addI32', 'i & 1023, 7', { count: true }),
  row('add(f64, f64)', 'addF64', 'i + 0.5, 7.25', { goal: 1.06, instructions: 15 }),
  row('echo 8 B', 'echo', 'a', { goal: [0.65, 0.8], setup: () => ({ a: flat('abcdefgh') }), count: true }),
  row('echo 64 B', 'echo', 'a', { setup: () => ({ a: flat('abcdefgh'.repeat(8)) }) }),
  row('echo 10 KB ASCII', 'echo', 'a', { goal: [0.45, 0.75], setup: () => ({ a: flat('a'.repeat(10240)) }) }),
  row('echo 10 KB Cyrillic', 'echo', 'a', { goal: 0.38, setup: () => ({ a: flat('я'.repeat(5120)) }) }),
  row('echo 9,000 Latin-1', 'echo', 'a', { goal: 0.85, setup: () => ({ a: flat('é'.repeat(9000)) }) }),
  row('sum of Float64Array(16)', 'sumF64', 'a', {
    goal: 1.08, setup: () => ({ a: Float64Array.from({ length: 16 }, (_, i) => i) }), count: true,
  }),
  row('sum of Float64Array(1e6)', 'sumF64', 'a', {
    goal: 1.08, setup: () => ({ a: Float64Array.from({ length: 1e6 }, (_, i) => i) }),
  }),
  row('Buffer of 1 KB in', 'bytesIn', 'a', { goal: 1.08, setup: () => ({ a: Buffer.alloc(1024, 7) }), count: true }),
  row('sum of an array of 10', 'sumArray', 'a', { goal: 1.05, setup: () => ({ a: numbers(10) }), count: true }),
  row('sum of an array of 1e4', 'sumArray', 'a', { goal: 0.08, setup: () => ({ a: numbers(1e4) }) }),
  row('Vec<f64> of 1e4 out', 'makeArray', '10000', { goal: 0.08 }),
  row('object of 3 fields in', 'takePoint', 'a', {
    goal: 1.06, setup: () => ({ a: { x: 1.5, y: 2.5, name: 'point' } }), count: true,
  }),
  row('object of 3 fields out', 'makePoint', '1.5, i', { goal: [0.92, 0.68], count: true }),
  row('object of 3 fields out, own scope', 'makePointScoped', '1.5, i', {
    goal: 1.05, peerFn: 'makePoint', count: true,
  }),
  row('struct of 3 fields in', 'takeStruct', 'a', {
    goal: [0.3, 0.3], baseFn: 'takePoint', peerFn: 'takePoint', setup: () => ({ a: { x: 1.5, y: 2.5, name: 'point' } }), count: true,
  }),
  row('struct of 3 fields in, one optional', 'takeSparse', 'a', {
    goal: 1.06, baseFn: 'takePoint', peerFn: 'takePoint', setup: () => ({ a: { x: 1.5, y: 2.5, name: 'point' } }), count: true,
  }),
  row('struct of 3 fields out', 'makeStruct', '1.5, i', { goal: [0.3, 0.22], baseFn: 'makePoint', peerFn: 'makePoint', count: true }),
  row('array of 1,000 structs in', 'takePoints', 'a', {
    goal: 0.1, setup: () => ({ a: Array.from({ length: 1000 }, (_, i) => ({ x: i + 0.5, y: i, name: 'point' })) }),
  }),
  row('array of 1,000 structs out', 'makePoints', '1000', { goal: 0.1 }),
  row('array of 5 structs in', 'takePoints', 'a', {
    setup: () => ({ a: Array.from({ length: 5 }, (_, i) => ({ x: i + 0.5, y: i, name: 'point' })) }),
  }),
  row('array of 5 structs out', 'makePoints', '5', {}),
  row('bigint in and out', 'nextBigint', 'a', { goal: 1.06, setup: () => ({ a: 2n ** 40n }), count: true }),
  row('Date in and out', 'later', 'a', { goal: 1.06, setup: () => ({ a: new Date(1e12) }), count: true }),
  row('Buffer of 1 KB out, copied', 'bufferCopy', '1024', { count: true }),
  row('Buffer of 1 MB out, copied', 'bufferCopy', '1048576'),
  row('ArrayBuffer of 1 KB out, copied', 'arrayBufferCopy', '1024', { count: true }),
  row('ArrayBuffer of 1 MB out, copied', 'arrayBufferCopy', '1048576'),
  row('Buffer of 1 KB out, given', 'bufferGive', '1024'),
  row('Buffer of 1 MB out, given', 'bufferGive', '1048576'),
  row('ArrayBuffer of 1 KB out, given', 'arrayBufferGive', '1024'),
  row('ArrayBuffer of 1 MB out, given', 'arrayBufferGive', '1048576'),
  row('throw', 'throwError', '', { goal: 1.05, throws: true }),
  row('call back, no argument', 'call0', 'a', { goal: 1.05, setup: () => ({ a: () => {} }), count: true }),
  row('call back, 1 argument', 'call1', 'a, 1.5', { goal: 1.05, setup: () => ({ a: (x) => x }), count: true }),
  row('call back 1,000 times', 'callMany', 'a, 1000', { goal: 1.05, setup: () => ({ a: (x) => x }) }),
  row('add(f64, f64), own scope', 'addScoped', 'i + 0.5, 7.25', { goal: 1.05, peerFn: 'addF64', count: true }),
  row('call back, no argument, own scope', 'call0Scoped', 'a', {
    goal: 1.05, peerFn: 'call0', setup: () => ({ a: () => {} }), count: true,
  }),
  row('call back, 1 argument, own scope', 'call1Scoped', 'a, 1.5', {
    goal: 1.05, peerFn: 'call1', setup: () => ({ a: (x) => x }), count: true,
  }),
  row('call back 1,000 times, own scope', 'callManyScoped', 'a, 1000', {
    goal: 1.05, peerFn: 'callMany', setup: () => ({ a: (x) => x }),
  }),
  row('function on a boxed external', 'boxAdd', 'a, 1', { setup: (m) => ({ a: m.boxNew(0) }), count: true }),
  row("the same against C's class method", 'boxAdd', 'a, 1', {
    goal: 0.7, setup: (m) => ({ a: m.boxNew(0) }),
    baseCall: 'a.add(1)', baseSetup: (m) => ({ a: new m.Tally(0) }), only: ['c', 'core', 'neon'],
  }),
  row('method', 'Tally', '', { goal: 1.08, call: 'a.add(1)', setup: (m) => ({ a: new m.Tally(0) }), count: true }),
  row('getter', 'Tally', '', { goal: 1.08, call: 'a.sum', setup: (m) => ({ a: new m.Tally(0) }), count: true }),
  row('new instance', 'Tally', '', { goal: 1.15, call: 'new f(1.5)', count: true }),
  row('instance out', 'makeTally', '1.5', { goal: 1.15 }),
  row('instance as argument', 'sumOf', 'a', {
    goal: 1.15, setup: (m) => ({ a: new m.Tally(0) }), count: true,
    // With a type tag: else any object could be passed.
    baseFn: 'sumOfTagged', baseSetup: (m) => ({ a: new m.Tagged(0) }),
  }),
  row('array of 1e6 objects with scopes', 'makeObjects', '1000000', { goal: 1.05, heavy: true }),
  row('message, 1 producer, JS thread', 'messages', '', { goal: [0.45, 0.3], producers: 1, clock: 'thread' }),
  row('message, 1 producer, all threads', 'messages', '', { producers: 1, clock: 'process' }),
  row('message, 4 producers, JS thread', 'messages', '', { goal: [0.45, 0.3], producers: 4, clock: 'thread' }),
  row('message, 4 producers, all threads', 'messages', '', { producers: 4, clock: 'process' }),
  row('message, batched, 1 producer, JS thread', 'messagesBatched', '', {
    goal: [0.45, 0.3], producers: 1, clock: 'thread', peerFn: 'messages',
  }),
  row('message, batched, 1 producer, all threads', 'messagesBatched', '', {
    producers: 1, clock: 'process', peerFn: 'messages',
  }),
  row('message, posted, 1 producer, JS thread', 'messagesPosted', '', {
    goal: [0.45, 0.3], producers: 1, clock: 'thread', peerFn: 'messages', only: ['c', 'core'],
  }),
  row('message, posted and batched, 1 producer, JS thread', 'messagesPostedBatched', '', {
    goal: [0.45, 0.3], producers: 1, clock: 'thread', peerFn: 'messages', only: ['c', 'core'],
  }),
  row('blocking no-op, JS thread', 'blocking', '', { works: true, clock: 'thread' }),
  row('ping-pong with a thread, all threads', 'pingPong', '', { pings: true, clock: 'process' }),
];

// A string without the structure it was made by.
function flat(text) {
  return Buffer.from(text, 'utf8').toString('utf8');
}

// Doubles, so that every host reads the same kind of array.
function numbers(length) {
  return Array.from({ length }, (_, i) => i + 0.5);
}

// The function that `contestant` runs in a row, by name.
function functionOf(row, contestant, exports) {
  if (row.only && !row.only.includes(contestant)) return undefined;
  const byHand = contestant === 'c' || contestant === 'sys';
  const name = byHand && row.baseFn ? row.baseFn : row.fn;
  if (typeof exports[name] === 'function') return name;
  return row.peerFn && typeof exports[row.peerFn] === 'function' ? row.peerFn : undefined;
}

// The goal on this host, if the row has one.
function goalOf(row) {
  const major = Number(process.versions.node.split('.')[0]);
  return Array.isArray(row.goal) ? row.goal[major >= 24 ? 1 : 0] : row.goal;
}

module.exports = { rows, functionOf, goalOf };
