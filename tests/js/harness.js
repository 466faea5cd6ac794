'use strict';
// What the suites stand on. Tests run one after the other in the plain script, the same way on every host: the hosts'
// own test runners need different commands, and under `deno run` node:test runs nothing and reports success.

const fs = require('node:fs');
const { createRequire } = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { types } = require('node:util');
const v8 = require('node:v8');
const { spawn, spawnSync } = require('node:child_process');
const { Worker } = require('node:worker_threads');

const host = typeof Bun !== 'undefined' ? 'bun' : typeof Deno !== 'undefined' ? 'deno' : 'node';
/** The major version of Node.js; what Bun and Deno claim to be like is not told. */
const nodeMajor = host === 'node' ? Number(process.versions.node.split('.')[0]) : undefined;
/** Addons are loaded and answered as on OpenHarmony, by `tests/personality`; the `host` below it is Node. */
const personality = process.env.PERSONALITY !== undefined;
/** Larger numbers are wanted. */
const soak = process.env.SOAK === '1';
/** The host runs under an instrument, up to 50 times slower: what is repeated for chance is repeated less. */
const instrumented = process.env.INSTRUMENTED === '1';
/** Cases of chance are few: other hosts have the many. */
const brief = instrumented || process.env.BRIEF === '1';

const tests = [];
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Registers a test; it fails when `body` throws, rejects or never settles. */
function test(name, body) {
  if (tests.length === 0) setImmediate(runAll);
  tests.push({ name, body });
}

/**
 * A test of what only some hosts do, such as `['node', 'deno']`; elsewhere it counts as skipped. The personality is a `node`,
 * and the only `openharmony`.
 */
function testOn(hosts, name, body) {
  test(name, hosts.includes(host) || (personality && hosts.includes('openharmony')) ? body : undefined);
}

async function runAll() {
  let running;
  process.on('exit', () => {
    if (running) report('failed', running, 'the script ended before the test did');
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    if (counts.failed > 0) process.exitCode = 1;
  });
  for (const { name, body } of tests) {
    running = name;
    try {
      await body?.();
      report(body ? 'passed' : 'skipped', name);
    } catch (error) {
      report('failed', name, error?.stack ?? error);
    }
  }
  running = undefined;
}

function report(result, name, detail) {
  counts[result] += 1;
  console.log(`${result}: ${name}`);
  if (detail !== undefined) console.log(String(detail).replace(/^/gm, '    '));
}

const addons = path.resolve(process.env.ADDONS ?? path.join(__dirname, '../../target/addons'));

/** The file of the addon that the package `name` builds. */
function addonPath(name) {
  const file = path.join(addons, `${name}.node`);
  if (!fs.existsSync(file)) throw new Error(`${file} is not built: is it in line 1 of the suite, // addons: ..?`);
  return file;
}

/** The exports of the addon that the package `name` builds. */
function addon(name) {
  return require(addonPath(name));
}

/** A copy of the addon at a path of its own, which hosts load as another library; it goes when the process ends. */
function copyOfAddon(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'addon-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const copy = path.join(folder, `${name}.node`);
  fs.copyFileSync(addonPath(name), copy);
  return copy;
}

const packages = path.resolve(process.env.NPM_PACKAGES ?? path.join(__dirname, '../../target'));

/** A package of npm that `tests/<folder>/package.json` lists: `// npm: <folder>` in line 2 of the suite has it installed. */
function npmPackage(folder, name) {
  return createRequire(path.join(packages, folder, 'package.json'))(name);
}

let hostGc;

/** Collects garbage now; finalizers may run only in later turns, see `collect`. */
function gc() {
  if (host === 'bun') return Bun.gc(true);
  if (!hostGc) {
    // Works in workers and child processes without flags, too.
    v8.setFlagsFromString('--expose-gc');
    hostGc = globalThis.gc ?? require('node:vm').runInNewContext('gc');
  }
  hostGc();
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Lets the host take turns until `condition` holds. */
async function until(condition) {
  const end = performance.now() + 30_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`did not come to hold within half a minute: ${condition}`);
    await turn();
  }
}

/** Collects garbage and lets the host run the finalizers. */
async function collect() {
  for (let round = 0; round < 4; round += 1) {
    await turn();
    gc();
  }
  await turn();
}

/** The exact number of references (Node-API's and the host's own) in this env; Node only. */
function globalHandles() {
  return v8.getHeapStatistics().used_global_handles_size / 32;
}

/** How many references are left when `round` has run 20 times, and were not when it had run once; Node only. */
async function referencesLeftBy(round) {
  await round();
  await collect();
  const before = globalHandles();
  for (let count = 0; count < 20; count += 1) await round();
  await collect();
  return globalHandles() - before;
}

/**
 * Runs `body(harness, data)` in a worker and gives its result after the worker ended. `body` sees nothing of this file's
 * or the caller's variables.
 */
function inWorker(body, data) {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const harness = require(workerData.harness);
    Promise.resolve((${body})(harness, workerData.data)).then((result) => parentPort.postMessage(result));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData: { harness: __filename, data } });
    let result;
    worker.on('message', (message) => (result = message));
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve(result) : reject(new Error(`the worker exited with ${code}`))));
  });
}

/**
 * Runs `body(harness, data)` in a process of its own, for what may crash or print, and gives `{ status, signal, stdout,
 * stderr }`. NAPI_TEST_CHILD carries the body, and keeps such a process from starting more.
 */
function inProcess(body, data) {
  const options = { encoding: 'utf8', killSignal: 'SIGKILL', ...childOptions(body, data) };
  return spawnSync(process.execPath, [childScript], options);
}

/** As `inProcess`, but beside this process; promises the same. */
function besideProcess(body, data) {
  return new Promise((resolve, reject) => {
    const { timeout, ...options } = childOptions(body, data);
    const child = spawn(process.execPath, [childScript], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    const printed = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => (printed[stream] += text));
    }
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      resolve({ status, signal, ...printed });
    });
  });
}

const childScript = path.join(__dirname, 'harness-child.js');

function childOptions(body, data) {
  if (process.env.NAPI_TEST_CHILD) throw new Error('a child process may not start another');
  const child = JSON.stringify({ body: String(body), data });
  return { env: { ...process.env, NAPI_TEST_CHILD: child }, timeout: 60_000 };
}

/** The exceptions that nobody caught while `action`, which sees them come, ran, and for a turn afterwards. */
async function uncaughtBy(action) {
  const uncaught = [];
  const listener = (error) => uncaught.push(error);
  process.on('uncaughtException', listener);
  try {
    await action(uncaught);
    await turn();
  } finally {
    process.off('uncaughtException', listener);
  }
  return uncaught;
}

/** What `action` throws. */
function caught(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/**
 * The value that Rust was given to throw. OpenHarmony throws errors only: what is none arrives there as the `cause` of one.
 */
function original(thrown) {
  if (!personality) return thrown;
  if (!types.isNativeError(thrown)) throw new Error('OpenHarmony would not throw what is no error');
  return Object.hasOwn(thrown, 'cause') ? thrown.cause : thrown;
}

module.exports = {
  addon,
  addonPath,
  besideProcess,
  brief,
  caught,
  collect,
  copyOfAddon,
  gc,
  globalHandles,
  host,
  inProcess,
  inWorker,
  instrumented,
  nodeMajor,
  npmPackage,
  original,
  personality,
  referencesLeftBy,
  soak,
  test,
  testOn,
  turn,
  uncaughtBy,
  until,
};
