// addons: threads
'use strict';
// The process ends at any moment while threads post to it and the pool works for it: it does not crash, nor hang.
const assert = require('node:assert');
const { besideProcess, inProcess, instrumented, soak, test } = require('./harness.js');

const MOMENTS = soak ? 1000 : instrumented ? 8 : 200;
/** How many of them have posts and running work in flight, and how many have work that waits for JavaScript. */
const [BUSY, BLOCKED] = [MOMENTS * 0.75, MOMENTS / 10];
/** How many moments may be tried for that: chance alone decides, and a slow machine leaves more of them idle. */
const MOST = MOMENTS * 4;
const AT_ONCE = 3;

// The host frees nothing at `process.exit`, so that no leaks are looked for in such processes.
if (process.env.ASAN_OPTIONS) process.env.ASAN_OPTIONS = 'detect_leaks=0';

const ways = ['timer', 'call', 'microtask', 'busy'];

/** Everything at once, until `process.exit(7)` at a moment that the seed decides; prints what is in flight then. */
function exits(harness, { seed, way }) {
  const threads = harness.addon('threads');
  const exit = () => {
    console.log(JSON.stringify(threads.inFlight()));
    process.exit(7);
  };
  let ends = false;
  const answer = (number) => {
    if (ends && way === 'call') exit();
    if (ends && way === 'microtask') Promise.resolve().then(exit);
    return number;
  };
  threads.startEverything(true, answer);
  // From 2 to 30 ms.
  const after = 2 + ((Math.imul(seed, 2654435761) >>> 0) / 2 ** 32) * 28;
  setTimeout(() => {
    ends = true;
    if (way === 'timer') exit();
    if (way !== 'busy') return;
    const end = performance.now() + 2;
    while (performance.now() < end);
    exit();
  }, after);
}

test(`process.exit at ${MOMENTS} moments or more`, async () => {
  let [next, busy, blocked] = [0, 0, 0];
  const one = async (seed) => {
    const way = ways[seed % ways.length];
    const child = await besideProcess(exits, { seed, way });
    const told = `seed ${seed}, by ${way}, in flight ${child.stdout}\n${child.stderr}`;
    assert.deepStrictEqual([child.status, child.signal, child.stderr], [7, null, ''], told);
    const [posts, running, waiting] = JSON.parse(child.stdout);
    busy += posts > 0 && running > 0;
    blocked += waiting > 0;
  };
  const some = async () => {
    while (next < MOMENTS || (next < MOST && (busy < BUSY || blocked < BLOCKED))) await one((next += 1));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  console.log(`${busy} of ${next} with posts and running work, ${blocked} with work that waits for JavaScript`);
  assert.ok(busy >= BUSY, `${busy} of ${next}`);
  assert.ok(blocked >= BLOCKED, `${blocked} of ${next}`);
});

test('the process exits in a call that work on the pool waits for', () => {
  const child = inProcess((harness) => {
    harness.addon('threads').startEverything(true, (number) => {
      // 7 is asked by the pool only.
      if (number === 7) process.exit(3);
      return number;
    });
  });
  assert.deepStrictEqual([child.status, child.signal, child.stdout, child.stderr], [3, null, '', '']);
});

test('the process exits while threads of the pool wait for it', () => {
  const child = inProcess((harness) => {
    const threads = harness.addon('threads');
    threads.startEverything(true, (number) => number);
    const exitWhenFull = () => {
      const end = performance.now() + 500;
      // The JavaScript thread is busy meanwhile, so that who asks it waits.
      while (performance.now() < end && threads.inFlight()[2] < 2);
      if (threads.inFlight()[2] < 2) return void setTimeout(exitWhenFull, 1);
      process.exit(3);
    };
    exitWhenFull();
  });
  assert.deepStrictEqual([child.status, child.signal, child.stdout, child.stderr], [3, null, '', '']);
});

test('an uncaught exception ends the process in the middle of everything', () => {
  const child = inProcess((harness) => {
    harness.addon('threads').startEverything(true, (number) => number);
    setTimeout(() => {
      throw new Error('nobody catches this');
    }, 20);
  });
  assert.deepStrictEqual([child.status, child.signal], [1, null], child.stderr);
  assert.match(child.stderr, /nobody catches this/);
});

test('the process ends by itself in the middle of everything that keeps nothing', () => {
  const child = inProcess((harness) => {
    const threads = harness.addon('threads');
    threads.letPoolRest(true);
    threads.startEverything(false, (number) => number);
    process.on('exit', (code) => console.log('exit', code));
  });
  assert.deepStrictEqual([child.status, child.signal, child.stdout, child.stderr], [0, null, 'exit 0\n', '']);
});
