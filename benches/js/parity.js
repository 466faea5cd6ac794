'use strict';
// All contestants give the same results and the same class of error: else their times say nothing. What differs is
// listed with what it gives and why, and that is checked too. Exits with 1 where something differs.

const util = require('node:util');
const { contestants } = require('./load.js');
const { rows } = require('./rows.js');
const exceptions = require('./exceptions.js');

// Source texts of calls of `m`; C's answer is the one to give.
const cases = [
  'm.noop()', 'm.noop(1, 2)',
  'm.addI32(1, 2)', 'm.addI32(-5, 3)', 'm.addI32(2147483646, 1)', 'm.addI32(2147483647, 1)', 'm.addI32(1.5, 1)',
  'm.addI32(NaN, 1)', 'm.addI32(2147483648, 0)', 'm.addI32("1", 2)', 'm.addI32(1)', 'm.addI32(-0, -0)',
  'm.addF64(1.5, 2.25)', 'm.addF64(NaN, 1)', 'm.addF64(-0, -0)', 'm.addF64("1", 2)', 'm.addF64(1)', 'm.addF64({}, 1)',
  'm.echo("")', 'm.echo("abcdefgh")', 'm.echo("a\\0b")', 'm.echo("ü")', 'm.echo("я".repeat(5120))', 'm.echo("😀")',
  'm.echo("é".repeat(9000))', 'm.echo("a".repeat(511))', 'm.echo("a".repeat(512))', 'm.echo("я".repeat(300))',
  'm.echo("\\ud800")', 'm.echo(7)', 'm.echo()', 'm.echo("a".repeat(10240))',
  'm.sumF64(new Float64Array(0))', 'm.sumF64(Float64Array.of(1, 2.5))', 'm.sumF64(new Float32Array(4))', 'm.sumF64(7)',
  'm.sumF64([1])', 'm.sumF64(new Float64Array([1, 2, 3, 4]).subarray(1, 3))',
  'm.bytesIn(Buffer.from([1, 2, 3]))', 'm.bytesIn(Buffer.alloc(0))', 'm.bytesIn(Buffer.alloc(1024, 7))', 'm.bytesIn(7)',
  'm.bytesIn("text")',
  'm.sumArray([])', 'm.sumArray([1, 2.5])', 'm.sumArray(numbers)', 'm.sumArray(["1"])', 'm.sumArray(7)',
  'm.sumArray([1,,2])',
  'm.makeArray(0)', 'm.makeArray(3)', 'm.makeArray(10000)', 'm.makeArray("3")',
  'm.takePoint({ x: 1, y: 2, name: "abc" })', 'm.takePoint({ x: 1, y: 2, name: "ü" })',
  'm.takePoint({ x: 1, y: 2 })',
  'm.takePoint({ x: "1", y: 2, name: "" })', 'm.takePoint(undefined)', 'm.takePoint(null)',
  'm.takePoint({ get x() { throw new RangeError("getter") } })',
  'm.takeSparse({ x: 1, y: 2, name: "abc" })', 'm.takeSparse({ x: "1", y: 2, name: "" })', 'm.takeSparse(undefined)',
  'm.makePoint(1.5, -2)', 'm.makePoint("1", 2)',
  'm.throwError()',
  'm.takePoints([])', 'm.takePoints([{ x: 1, y: 2, name: "ü" }, { x: 0.5, y: -1, name: "" }])', 'm.takePoints([{ x: 1 }])',
  'm.takePoints([{ x: 1, y: 2, name: "a" }, undefined])', 'm.takePoints(7)', 'm.takePoints([{ get x() { throw new RangeError("g") } }])',
  'm.takePoints(Array.from({ length: 3000 }, (_, i) => ({ x: i, y: 0.5, name: "a".repeat(i % 20) })))',
  'm.makePoints(0)', 'm.makePoints(3)', 'm.makePoints(3000)',
  'm.nextBigint(5n)', 'm.nextBigint(-1n)', 'm.nextBigint(2n ** 63n)', 'm.nextBigint(5)',
  'm.later(new Date(1e12))', 'm.later(new Date(-5))', 'm.later(5)',
  'm.bufferCopy(0)', 'm.bufferCopy(3)', 'm.bufferCopy(70000)', 'm.bufferCopy("3")', 'm.bufferCopy(1048576).length',
  'm.arrayBufferCopy(0)', 'm.arrayBufferCopy(3)', 'm.arrayBufferCopy(70000)', 'm.arrayBufferCopy("3")',
  'm.bufferGive(0)', 'm.bufferGive(3)', 'm.bufferGive(70000)', 'm.bufferGive("3")', 'm.bufferGive(1048576).indexOf(0)',
  'm.arrayBufferGive(0)', 'm.arrayBufferGive(3)', 'm.arrayBufferGive(70000)', 'm.arrayBufferGive("3")',
  'm.bufferGive(70000) instanceof Buffer', 'm.arrayBufferGive(70000) instanceof ArrayBuffer',
  'm.call0(() => 7)', 'm.call0(7)', 'm.call1(function () { return this === undefined ? arguments.length : -1 }, 3)',
  'm.call0(() => { throw new RangeError("callback") })',
  'm.call1((x) => x * 2, 3)', 'm.call1((x) => "text", 3)', 'm.call1(7, 3)',
  'm.call1(() => { throw new RangeError("c") }, 1)',
  'm.callMany((x) => x, 100)', 'm.callMany((x) => x, 0)',
  'm.callMany(() => { throw new RangeError("c") }, 3)',
  'm.boxAdd(m.boxNew(1.5), 2)', '((b) => m.boxAdd(b, 1) + m.boxAdd(b, 5))(m.boxNew(1))', 'm.boxAdd({}, 1)',
  'm.boxAdd(m.boxNew(0), "1")',
  'new m.Tally(1.5).add(2)', 'new m.Tally(1.5).sum', '((t) => t.add(1) + t.add(5) + t.sum)(new m.Tally(1))', 'new m.Tally("1")',
  'm.Tally.prototype.add.call({}, 1)', 'new m.Tally(0).add("1")', 'm.makeTally(2.5).sum', 'm.makeTally(2.5) instanceof m.Tally',
  'm.makeTally("1")',
  'm.makeObjects(0)', 'm.makeObjects(1000)',
  'm.addScoped(1.5, 2)', 'm.addScoped("1", 2)', 'm.call0Scoped(() => 7)', 'm.call0Scoped(7)',
  'm.call1Scoped((x) => x * 2, 3)',
  'm.call1Scoped(() => { throw new RangeError("c") }, 1)', 'm.callManyScoped((x) => x, 100)',
  'm.makePointScoped(1.5, -2)',
];

const numbers = Array.from({ length: 10000 }, (_, i) => i / 2);

// C and Rust by hand run what a row calls `baseFn`: its answers count.
function asInRows({ name, exports }) {
  if (name !== 'c' && name !== 'sys') return exports;
  const view = Object.create(exports);
  for (const { fn, baseFn } of rows) {
    if (baseFn) Object.defineProperty(view, fn, { value: exports[baseFn] });
  }
  return view;
}

function outcome(source, m) {
  try {
    const call = (0, eval)(`(m, numbers) => { 'use strict'; return ${source} }`);
    return util.inspect(call(m, numbers), { maxArrayLength: null, depth: 4 });
  } catch (error) {
    return `throws ${error?.constructor?.name}`;
  }
}

function callsFunction(source, m) {
  const names = [...source.matchAll(/\bm\.(\w+)/g)].map(([, name]) => name);
  return names.every((name) => name in m);
}

const unused = new Set(exceptions);
const failures = [];

function compare(source, name, expected, found) {
  const listed = exceptions.find((e) => e.contestant === name && e.call === source);
  if (listed) unused.delete(listed);
  const wanted = listed ? listed.gives : expected;
  if (found !== wanted) failures.push(`${name}: ${source} gives ${short(found)} and not ${short(wanted)}`);
}

const short = (text) => (text.length > 80 ? `${text.slice(0, 80)}..` : text);

function synchronous() {
  const [base, ...others] = contestants.map((entry) => ({ name: entry.name, m: asInRows(entry) }));
  for (const source of cases) {
    if (!callsFunction(source, base.m)) throw new Error(`C lacks a function of ${source}`);
    const expected = outcome(source, base.m);
    if (/ReferenceError|SyntaxError/.test(expected)) throw new Error(`${source} does not run: ${expected}`);
    for (const { name, m } of others) {
      if (callsFunction(source, m)) compare(source, name, expected, outcome(source, m));
    }
  }
}

// Every producer's messages arrive, each once and in order: counted by number, so that a lost one shows.
function delivered(m, fn, producers, count) {
  return new Promise((resolve) => {
    const seen = new Array(count).fill(0);
    let left = producers * count;
    let ordered = true;
    m[fn]((i) => {
      if (i > 0 && seen[i - 1] <= seen[i]) ordered = false;
      seen[i] += 1;
      if (--left === 0) setTimeout(() => resolve(ordered && left === 0 && seen.every((n) => n === producers)), 20);
    }, ...(fn === 'pingPong' ? [count] : [producers, count]));
  });
}

async function threads() {
  const kinds = [
    ['messages', 1], ['messages', 4], ['messagesBatched', 1], ['messagesPosted', 4], ['messagesPostedBatched', 4],
    ['pingPong', 1],
  ];
  for (const { name, exports } of contestants) {
    for (const [fn, producers] of kinds) {
      if (!(fn in exports)) continue;
      const complete = await delivered(exports, fn, producers, 5000);
      if (!complete) failures.push(`${name}: ${fn} with ${producers} loses or reorders`);
    }
  }
}

async function main() {
  synchronous();
  await threads();
  const loaded = (contestant) => contestants.some(({ name }) => name === contestant);
  for (const { contestant, call } of unused) {
    if (loaded(contestant)) failures.push(`${contestant}: the exception for ${call} is stale`);
  }
  if (failures.length > 0) {
    console.error(failures.join('\n'));
    process.exitCode = 1;
    return;
  }
  const listed = exceptions.filter(({ contestant }) => loaded(contestant));
  console.log(`${cases.length} calls, ${contestants.length} contestants, ${listed.length} listed differences`);
}

main();
