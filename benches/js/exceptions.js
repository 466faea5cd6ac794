'use strict';
// Where a peer answers otherwise than the rest, what it gives, and why. Such rows still compare: they are timed on
// input that all accept.

const groups = [
  {
    contestant: 'napi-rs',
    why: 'a wrong type is an `Error` with a code, not a TypeError, and so is what does not fit',
    gives: 'throws Error',
    calls: [
      'm.addI32("1", 2)', 'm.addI32(1)', 'm.addF64("1", 2)', 'm.addF64(1)', 'm.addF64({}, 1)',
      'm.echo(7)', 'm.echo()',
      'm.sumF64(new Float32Array(4))', 'm.sumF64(7)', 'm.sumF64([1])', 'm.bytesIn(7)', 'm.bytesIn("text")',
      'm.sumArray(["1"])', 'm.sumArray(7)', 'm.sumArray([1,,2])', 'm.makeArray("3")', 'm.takePoint({ x: 1, y: 2 })',
      'm.takePoint({ x: "1", y: 2, name: "" })',
      'm.makePoint("1", 2)', 'm.call0(7)', 'm.call1((x) => "text", 3)', 'm.call1(7, 3)', 'm.boxAdd({}, 1)',
      'm.boxAdd(m.boxNew(0), "1")', 'm.takePoints([{ x: 1 }])', 'm.takePoints(7)', 'm.nextBigint(5)', 'm.later(5)',
      'm.nextBigint(2n ** 63n)', 'm.bufferCopy("3")', 'm.arrayBufferCopy("3")', 'm.bufferGive("3")', 'm.arrayBufferGive("3")',
      'new m.Tally("1")', 'new m.Tally(0).add("1")', 'm.makeTally("1")',
    ],
  },
];

for (const contestant of ['napi-rs', 'node-addon-api']) {
  const why = 'integers are cut off and wrapped';
  groups.push(
    { contestant, why, gives: '2', calls: ['m.addI32(1.5, 1)'] },
    { contestant, why, gives: '1', calls: ['m.addI32(NaN, 1)'] },
    { contestant, why, gives: '-2147483648', calls: ['m.addI32(2147483648, 0)'] },
  );
}

const doubles = { contestant: 'neon', why: 'there are no integers: doubles are added' };
groups.push(
  { ...doubles, gives: '2147483648', calls: ['m.addI32(2147483647, 1)', 'm.addI32(2147483648, 0)'] },
  { ...doubles, gives: '2.5', calls: ['m.addI32(1.5, 1)'] },
  { ...doubles, gives: 'NaN', calls: ['m.addI32(NaN, 1)'] },
  { ...doubles, gives: '-0', calls: ['m.addI32(-0, -0)'] },
  {
    contestant: 'neon',
    why: 'on Node 20 a getter that throws is a panic, and its exception is lost',
    before: 22,
    gives: 'throws Error',
    calls: [
      'm.takePoint({ get x() { throw new RangeError("getter") } })',
      'm.takePoints([{ get x() { throw new RangeError("g") } }])',
    ],
  },
);

const major = Number(process.versions.node.split('.')[0]);
const here = groups.filter(({ before = Infinity }) => major < before);

module.exports = here.flatMap(({ calls, ...rest }) => calls.map((call) => ({ ...rest, call })));
