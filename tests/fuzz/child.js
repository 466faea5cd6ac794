'use strict';
// A process that calls. The job is the file that the command line names, such as a case that was written down; what it begins is
// printed, so that whoever watches knows where it ended.
//
//   { packages, seed, first, batches }            calls of these batches, and what is left of them afterwards; 0: what is learned
//   { packages, seed, first, batches, each: true} the same, and whether accepted calls of an export leave references
//   { packages, seed, first, batches, trace }     the same, with each case written to this file before it is called
//   { packages, seed, cases }                     only these cases

// Before anything keeps what it replaces.
require('./prototypes.js');
const fs = require('node:fs');
const { setTimeout } = require('node:timers/promises');
const { collect, globalHandles, host, personality, turn } = require('../js/harness.js');
const { BATCH, Fuzzer } = require('./calls.js');

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

// What getters and functions throw later, in callbacks of the host, is no fault; that the process goes on is what is tested.
process.on('uncaughtException', (error) => {
  if (error === fuzzer?.fault) stop(error);
});
process.on('unhandledRejection', () => {});
process.on('warning', () => {});

let fuzzer;
main().catch(stop);

function stop(error) {
  say('fault', error?.message ?? String(error));
  console.error(error);
  process.exit(1);
}

function say(word, content) {
  fs.writeSync(1, `${word} ${JSON.stringify(content)}\n`);
}

async function main() {
  fuzzer = new Fuzzer(job.packages, job.seed);
  if (job.cases) {
    for (const made of job.cases) fuzzer.run(made);
    await collect();
    return say('done', null);
  }
  const begun = performance.now();
  trace();
  fuzzer.learn();
  say('learned', Math.round(performance.now() - begun));
  if (job.batches === 0) return say('done', null);
  // Caches are filled before anything is counted.
  await batch(job.first);
  const before = await held();
  for (let number = job.first + 1; number < job.first + job.batches; number += 1) await batch(number);
  const seconds = (performance.now() - begun) / 1000;
  const known = fuzzer.targets.filter(({ accepted }) => accepted.length > 0).map(({ name }) => name);
  const counts = fuzzer.targets.map(({ name, counts }) => [name, { ...counts }]);
  const done = { known, counts, codes: [...fuzzer.codes], seconds };
  say('left', await left(before));
  say('done', done);
}

async function batch(number) {
  say('batch', number);
  trace();
  let calls = 0;
  for (const made of fuzzer.cases(number)) {
    fuzzer.run(made);
    // Finalizers run in turns.
    if ((calls += 1) % (BATCH / 4) === 0) await turn();
  }
}

/** Has each call written down before it is called, from here on. */
function trace() {
  if (job.trace === undefined) return;
  const file = fs.openSync(job.trace, 'w');
  fuzzer.begun = (made) => fs.writeSync(file, `${JSON.stringify(made)}\n`);
}

/** What the process holds when all garbage is gone. */
async function held() {
  fuzzer.kitchen.forget();
  await collect();
  const { rss, external, arrayBuffers, heapUsed } = process.memoryUsage();
  return { references: host === 'node' ? globalHandles() : 0, values: fuzzer.values(), rss, external, arrayBuffers, heapUsed };
}

/** What the process holds more than before, and the exports that leave references. */
async function left(before) {
  const after = await held();
  const more = Object.fromEntries(Object.keys(after).map((key) => [key, Math.round(after[key] - before[key])]));
  const names = (job.each && host === 'node') || more.references > KEPT + job.batches ? await leavers() : [];
  return { ...more, leavers: names, personality };
}

const ENOUGH = 3;
/** References that napi-core keeps for each environment, made when they are needed first. */
const KEPT = 50;
/** How often an export is called that may leave a reference each time. */
const ROUNDS = 10;
/** How often what is held is counted again, a moment later, when it is too much. */
const WAITS = 5;
/** Exports that are asked together, since garbage collections take longer than calls. */
const GROUP = 100;

/** The exports whose accepted calls leave references, or values of classes, and how many each time. */
async function leavers() {
  let count = await counted();
  const found = [];
  // A few say which kind of reference it is.
  for (let first = 0; first < fuzzer.targets.length && found.length < ENOUGH; first += GROUP) {
    found.push(...(await among(fuzzer.targets.slice(first, first + GROUP))));
  }
  return found;

  async function among(targets) {
    // What is made once is not made again.
    const left = (await leftBy(targets)) < ROUNDS ? 0 : await leftBy(targets);
    if (left < ROUNDS) return [];
    if (targets.length === 1) return [`${targets[0].name}: ${left / ROUNDS / repeated(targets[0]).length}`];
    const middle = targets.length >> 1;
    return [...(await among(targets.slice(0, middle))), ...(await among(targets.slice(middle)))];
  }

  /** References that are left when accepted calls of these exports were repeated. */
  async function leftBy(targets) {
    say('asked', targets[0].name);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const target of targets) {
        for (const { call, receiver } of repeated(target)) fuzzer.run(target.made(call, receiver));
      }
    }
    const before = count;
    count = await counted();
    // Threads that exports have started may still be at work.
    for (let wait = 0; wait < WAITS && count - before >= ROUNDS; wait += 1) {
      await setTimeout(100);
      count = await counted();
    }
    return count - before;
  }

  async function counted() {
    const { references, values } = await held();
    return references + values;
  }
}

const repeated = (target) => target.accepted.slice(0, 2);
