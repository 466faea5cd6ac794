'use strict';
// Runs calls in processes of their own, two at a time, and watches them. One that ends before it should is run again up to the
// call that ended it, and that call is made as small as it can be.

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { addonPath } = require('../js/harness.js');
const { BATCH } = require('./calls.js');
const { shrunk } = require('./shrink.js');

const CHILD = path.join(__dirname, 'child.js');

/** Calls of one process. */
const MOST = 500_000;
/** Without a word for so long, a process hangs. */
const PATIENCE = 120_000;
/** Of standard error, which tells of each panic, only the end is kept. */
const KEPT = 20_000;

/** Makes `calls` calls; gives the counts of each export, how often each code was seen, and what was left. */
async function fuzz({ packages, seed, calls, log }) {
  const jobs = jobsOf({ packages, seed, calls });
  const total = { counts: new Map(), codes: new Map(), known: new Set(), left: [], calls: 0 };
  const work = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const ended = await watch(job);
      if (ended.failure !== undefined) {
        jobs.length = 0;
        throw new Error(await explain(job, ended, log));
      }
      add(total, ended);
      log(`seed ${job.seed}: ${job.batches * BATCH} calls, ${Math.round((job.batches * BATCH) / ended.done.seconds)} in a second`);
    }
  };
  await Promise.all([work(), work()]);
  return total;
}

function jobsOf({ packages, seed, calls }) {
  const jobs = [];
  const each = Math.min(MOST, Math.ceil(calls / 2 / BATCH) * BATCH);
  for (let begun = 0; begun < calls; begun += each) {
    const batches = Math.max(2, Math.ceil(Math.min(each, calls - begun) / BATCH));
    // One export that leaves a reference each time does not show among all others: one process asks each.
    jobs.push({ packages, seed: seed + jobs.length, first: 0, batches, each: jobs.length === 0 });
  }
  return jobs;
}

function add(total, { done, left }) {
  for (const [name, counts] of done.counts) {
    const sum = total.counts.get(name) ?? { accepted: 0, rejected: 0, threw: 0 };
    for (const key of Object.keys(sum)) sum[key] += counts[key];
    total.counts.set(name, sum);
    total.calls += counts.accepted + counts.rejected + counts.threw;
  }
  for (const [code, count] of done.codes) total.codes.set(code, (total.codes.get(code) ?? 0) + count);
  // Accepted while it learned.
  for (const name of done.known) total.known.add(name);
  total.left.push(left);
}

let started = 0;

/** The path of a file with this content, beside the addons. */
function written(content, name) {
  const folder = path.resolve(path.dirname(addonPath(content.packages[0])), '../fuzz');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

/** Runs a job; `failure` says why it did not end as it should. */
function watch(job, patience = PATIENCE) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, RUST_BACKTRACE: '0', NAPI_TEST_CHILD: 'fuzz' };
    const file = written(job, `job-${process.pid}-${(started += 1)}.json`);
    const child = spawn(process.execPath, [CHILD, file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const seen = { stderr: '', failure: undefined };
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        seen.failure = `it hangs: nothing for ${patience / 1000} seconds`;
        child.kill('SIGKILL');
      }, patience);
    };
    wait();
    let line = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      wait();
      const lines = (line + text).split('\n');
      line = lines.pop();
      for (const complete of lines) read(complete, seen);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (seen.stderr = readErrors(seen.stderr + text, seen)));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      fs.rmSync(file);
      if (status !== 0 || !('done' in seen)) {
        seen.failure ??= seen.fault ?? (signal === null ? `it exits with ${status}` : `it ends by ${signal}`);
      }
      resolve(seen);
    });
  });
}

/** Lines of a host's own are no words of the child. */
function read(line, seen) {
  const match = /^(batch|done|fault|learned|left) (.*)$/.exec(line);
  if (match) seen[match[1]] = JSON.parse(match[2]);
}

/** A panic of a fixture is an error like others, unless it has seen somebody else change what was lent to it; one of napi-core is a fault. */
function readErrors(text, seen) {
  const panic = /panicked at ([^\n]*\bnapi-core\/src\/[^\n]*)\n([^\n]*)\n/.exec(text);
  if (panic) seen.failure ??= `napi-core panics: ${panic[1]} ${panic[2]}`;
  const lent = /panicked at tests\/fixtures\/classes\/[^\n]*\n(it was lent [^\n]*)\n/.exec(text);
  if (lent) seen.failure ??= `a value is changed by two: ${lent[1]}`;
  return text.replace(/\n?thread '[^\n]*panicked at tests\/fixtures\/[^\n]*\n[^\n]*\n/g, '').slice(-KEPT);
}

/** Finds the call that ended a process, and tells how it can be repeated. */
async function explain(job, ended, log) {
  const where = ended.batch === undefined ? 'while it learned' : `batch ${ended.batch}`;
  const about = `seed ${job.seed}, ${where}: ${ended.failure}\n${ended.stderr}`;
  if ('done' in ended) return about;
  log(`${about}\nlooking for the call`);
  const name = `${job.seed}-${ended.batch ?? 'learning'}`;
  const trace = written(job, `${name}.trace`);
  const part = ended.batch === undefined ? { batches: 0 } : { first: ended.batch, batches: 1 };
  const again = await watch({ ...job, ...part, trace });
  if (again.failure === undefined) return `${about}\nIt does not happen when this batch runs alone.`;
  const cases = fs.readFileSync(trace, 'utf8').trimEnd().split('\n').map((text) => JSON.parse(text));
  const fails = async (some) => (await watch({ packages: job.packages, seed: job.seed, cases: some }, 30_000)).failure;
  const found = await shrunk(cases, fails);
  if (found === undefined) return `${about}\nIt needs the whole batch: ${trace}`;
  const file = written({ packages: job.packages, seed: job.seed, cases: found }, `${name}.json`);
  const shown = found.map((made) => JSON.stringify(made)).join('\n');
  return `${about}\ncase ${cases.length - 1} of the batch, made smaller:\n${shown}\nagain: node tests/fuzz/child.js ${file}`;
}

/** What processes hold more in the end than after their first calls. */
function nothingIsLeft(lefts) {
  for (const left of lefts) {
    assert.deepStrictEqual(left.leavers, [], `exports leave references: ${left.leavers.join(', ')}`);
    assert.ok(left.references < 1000, `${left.references} references are left`);
    assert.ok(left.values < 1000, `${left.values} values of classes are left`);
    assert.ok(left.arrayBuffers < 16e6, `${left.arrayBuffers} bytes of buffers are left`);
    // Allocators keep what they have had.
    assert.ok(left.rss < 512e6, `the process is ${left.rss} bytes larger`);
  }
}

module.exports = { fuzz, nothingIsLeft };
