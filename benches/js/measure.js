'use strict';
// One fresh process of a measurement: all contestants, in an order that changes with each round. Writes $RESULT:
// for each row and contestant the low quantile in ns, and the median of the ratios to C of the same round.

const fs = require('node:fs');
const { rows, functionOf, goalOf } = require('./rows.js');
const { probe, contestants } = require('./load.js');
const { loopOf } = require('./loops.js');
const { messagesOf } = require('./messages.js');

const quick = process.env.QUICK === '1';
const pattern = new RegExp(process.env.ROWS || '', 'i');
const SAMPLE_NS = 1e6;

const turn = () => new Promise((resolve) => setImmediate(resolve));

function shuffled(list) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

function quantile(list, q) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

// A sample in ns per call.
function sample(loop, n) {
  const start = probe.threadNs();
  loop(n);
  return (probe.threadNs() - start) / n;
}

// How many calls take about a millisecond; also warms the loop up.
async function calibrate(loop) {
  let n = 1;
  for (let round = 0; round < 40; round++) {
    const ns = sample(loop, n) * n;
    await turn();
    if (ns > SAMPLE_NS * 0.7 && round >= 6) break;
    n = Math.max(1, Math.min(n * 4, Math.ceil((n * SAMPLE_NS) / Math.max(ns, 1000))));
  }
  return n;
}

async function callers(row) {
  const found = [];
  for (const { name, exports } of contestants) {
    const fn = functionOf(row, name, exports);
    if (fn === undefined) continue;
    const loop = loopOf(row, name, exports, fn);
    const n = row.heavy ? 1 : await calibrate(loop);
    found.push({ name, sample: async () => sample(loop, n) });
  }
  return found;
}

function summary(row, samples) {
  const ratios = (name) => samples.get(name).map((ns, round) => ns / samples.get('c')[round]);
  const contestants = {};
  for (const [name, list] of samples) {
    contestants[name] = { ns: quantile(list, 0.2), ratio: quantile(ratios(name), 0.5) };
  }
  return { name: row.name, goal: goalOf(row), instructions: row.instructions, contestants };
}

// A sample of a slow row is long enough to need few; ping-pong depends on how the kernel wakes threads.
function roundsOf(row) {
  if (row.heavy) return quick ? 2 : 3;
  if (row.clock && !row.pings && !row.works) return 3;
  return quick ? 21 : 41;
}

async function measure(row) {
  const found = row.clock ? messagesOf(row, contestants, probe, quick) : await callers(row);
  const rounds = roundsOf(row);
  const samples = new Map(found.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const caller of shuffled(found)) {
      samples.get(caller.name).push(await caller.sample());
      await turn();
    }
  }
  return summary(row, samples);
}

async function main() {
  const results = [];
  for (const row of rows) {
    if (pattern.test(row.name)) results.push(await measure(row));
  }
  fs.writeFileSync(process.env.RESULT, JSON.stringify(results));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
