'use strict';
// Runs under callgrind: a dump for each row that is counted and each contestant, named `row|contestant|calls`.

const { rows, functionOf } = require('./rows.js');
const { probe, contestants } = require('./load.js');
const { loopOf } = require('./loops.js');

const pattern = new RegExp(process.env.ROWS || '', 'i');
const CALLS = 1000;

if (!probe.counting()) throw new Error('not under callgrind, or the probe was built without its header');

for (const row of rows) {
  if (!pattern.test(row.name) || !(row.count || row.instructions !== undefined)) continue;
  for (const { name, exports } of contestants) {
    const fn = functionOf(row, name, exports);
    if (fn === undefined) continue;
    // Where the count decides, the least of some fresh loops: the JIT does not treat all alike, on Node 24 above all.
    // A quick run does so only in the rows that are judged by it.
    const loops = row.instructions === undefined && process.env.EXACT !== '1' ? 1 : 3;
    for (let i = 0; i < loops; i++) count(loopOf(row, name, exports, fn), `${row.name}|${name}|${CALLS}`);
  }
}

function count(loop, name) {
  // Until the JIT has settled: before, its own work is counted with the call.
  for (let round = 0; round < 20; round++) loop(CALLS);
  probe.toggle();
  loop(CALLS);
  probe.toggle();
  probe.dump(name);
}
