'use strict';
// One fresh process: loads copies of each contestant's addon of many functions, because one file is loaded once.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { rows } = require('./load-rows.js');

const probe = require(path.join(process.env.ADDONS, 'probe.node'));
const folder = path.join(process.env.ADDONS, '..', 'exports');
const contestants = ['c', 'core', 'napi-rs', 'neon', 'node-addon-api'];
const ROUNDS = 7;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function loadOnce(name, count, copy) {
  fs.copyFileSync(path.join(folder, `${name}-${count}.node`), copy);
  const module = { exports: {} };
  const start = probe.threadNs();
  process.dlopen(module, copy);
  const ns = probe.threadNs() - start;
  const last = module.exports[`f${count - 1}`];
  if (last(0.5, 1) !== count - 0.5) throw new Error(`${name}: f${count - 1} is wrong`);
  return ns;
}

function measure(row, copies) {
  const samples = new Map(contestants.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    const turned = contestants.map((_, i) => contestants[(i + round) % contestants.length]);
    for (const name of turned) {
      samples.get(name).push(loadOnce(name, row.count, path.join(copies, `${name}-${row.count}-${round}.node`)));
    }
  }
  const figures = {};
  for (const [name, list] of samples) {
    const ratios = list.map((ns, round) => ns / samples.get('c')[round]);
    figures[name] = { ns: median(list), ratio: median(ratios) };
  }
  return { name: row.name, contestants: figures };
}

const copies = fs.mkdtempSync(path.join(os.tmpdir(), 'load-'));
try {
  fs.writeFileSync(process.env.RESULT, JSON.stringify(rows.map((row) => measure(row, copies))));
} finally {
  fs.rmSync(copies, { recursive: true });
}
