// addons: classes foreign
'use strict';
// What instances carry is dropped once, whoever ends first: the instance, its worker or the process.
const assert = require('node:assert');
const { Worker } = require('node:worker_threads');
const {
  addon,
  brief,
  collect,
  gc,
  host,
  inProcess,
  inWorker,
  instrumented,
  personality,
  referencesLeftBy,
  soak,
  test,
  testOn,
  turn,
} = require('./harness.js');

const classes = addon('classes');
const nothing = () => {};
const { Bomb, Grain, Heavy, Hooked, Node, Slot } = classes;

/** Collects until the condition holds; finalizers run in turns of the event loop, and collectors may take a few rounds. */
async function untilCollected(condition) {
  for (let round = 0; round < 30 && !condition(); round += 1) await collect();
  assert.ok(condition(), String(condition));
}

/** How many values are left of what `body` has made; a collector that looks at the stack may keep a few for longer. */
async function leftBy(body) {
  await collect();
  const before = classes.alive();
  await (async () => body())();
  for (let round = 0; round < 30 && classes.alive() > before; round += 1) await collect();
  return classes.alive() - before;
}

// A storm

const STORM = soak ? 20_000_000 : instrumented && !personality ? 50_000 : 1_000_000;
const BATCH = 10_000;

function makeGrains() {
  let sum = 0;
  for (let count = 0; count < BATCH; count += 2) sum += new Grain(count).number + Grain.of(count + 1).number;
  return sum;
}

async function storm(instances) {
  for (let made = 0; made < instances; made += BATCH) {
    assert.strictEqual(makeGrains(), (BATCH * (BATCH - 1)) / 2);
    // Finalizers run between the turns.
    await turn();
  }
}

test(`${STORM} instances are made and dropped, in memory that stays as it is`, async () => {
  await collect();
  const before = { alive: classes.alive(), made: classes.made() };
  await storm(STORM / 5);
  await collect();
  const { rss } = process.memoryUsage();
  await storm((STORM / 5) * 4);
  for (let round = 0; round < 30 && classes.alive() > before.alive; round += 1) await collect();
  assert.strictEqual(classes.made() - before.made, STORM);
  const left = classes.alive() - before.alive;
  // Each was dropped, and none twice.
  assert.ok(left <= (host === 'bun' ? 10 : 0) && left >= -10, `${left} of ${STORM} are left`);
  const grown = (process.memoryUsage().rss - rss) / 2 ** 20;
  assert.ok(grown < 64, `the process has grown by ${grown} MiB`);
});

// Only Node counts references.
testOn(['node'], 'instances leave no references', async () => {
  const left = await referencesLeftBy(async () => {
    (() => {
      for (let count = 0; count < 50; count += 1) {
        const slot = new Slot(1);
        Slot.join(slot, new Slot(2));
        try {
          new classes.Careless('an error');
        } catch {
          // Made nothing.
        }
      }
    })();
    await collect();
  });
  assert.ok(left <= 0, `${left} references`);
});

// Hooks

test('a hook is called once for each instance that was let go, and not for one that was consumed', async () => {
  await untilCollected(() => true);
  const [count, sum] = classes.letGo();
  const left = await leftBy(() => {
    for (let number = 1; number <= 100; number += 1) if (number !== 13) new Hooked(number);
    assert.strictEqual(new Hooked(1000).end(), 1000);
    try {
      new Hooked('x');
    } catch {
      // Made nothing.
    }
  });
  const [countNow, sumNow] = classes.letGo();
  if (host === 'bun') {
    assert.strictEqual(countNow - count, 99 - left);
    return;
  }
  assert.deepStrictEqual([left, countNow - count, sumNow - sum], [0, 99, 5050 - 13]);
});

test('a hook that panics, and a drop that does, harm nothing', () => {
  const { status, signal, stdout, stderr } = inProcess(async (harness) => {
    const { Bomb, Hooked, Slot, alive, letGo } = harness.addon('classes');
    (() => {
      for (let count = 0; count < 10; count += 1) [new Hooked(13), new Bomb()];
    })();
    for (let round = 0; round < 20 && alive() > 0; round += 1) await harness.collect();
    console.log(alive() <= 1 && letGo()[0] >= 9, new Slot(1).get());
  });
  assert.deepStrictEqual([status, signal, stdout], [0, null, 'true 1\n'], stderr);
});

test('the end of the process lets go what is left', () => {
  const { status, signal, stdout, stderr } = inProcess((harness) => {
    const { Last, Node } = harness.addon('classes');
    globalThis.kept = [new Last('kept'), new Node()];
    globalThis.kept[1].keep(globalThis.kept[1]);
    new Last('consumed').end();
  });
  assert.deepStrictEqual([status, signal, stdout], [0, null, 'let go: kept\n'], stderr);
});

test('the process exits below a method', () => {
  const { ASAN_OPTIONS } = process.env;
  process.env.ASAN_OPTIONS = 'detect_leaks=0';
  const child = inProcess((harness) => {
    const { Cell, Last } = harness.addon('classes');
    globalThis.kept = new Last('not by an exit');
    new Cell({ value: 1 }).change(() => process.exit(7));
  });
  if (ASAN_OPTIONS === undefined) delete process.env.ASAN_OPTIONS;
  else process.env.ASAN_OPTIONS = ASAN_OPTIONS;
  assert.deepStrictEqual([child.status, child.signal], [7, null], child.stderr);
});

// Workers

test('the end of a worker drops what is left, and calls hooks', async () => {
  await collect();
  const before = classes.alive();
  const [count] = classes.letGo();
  for (let round = 0; round < 3; round += 1) {
    await inWorker((harness) => {
      const { Grain, Hooked, Node } = harness.addon('classes');
      globalThis.kept = [];
      for (let count = 0; count < 100; count += 1) {
        globalThis.kept.push(new Grain(count), new Hooked(1));
        const node = new Node();
        node.keep(node);
        new Grain(1);
      }
    });
  }
  for (let round = 0; round < 10 && classes.alive() > before; round += 1) await collect();
  assert.ok(classes.alive() <= before, `${classes.alive() - before} are left`);
  assert.strictEqual(classes.letGo()[0] - count, 300);
});

test('workers use their own classes at once', async () => {
  const sums = await Promise.all(
    [1, 2, 3].map((number) =>
      inWorker(async (harness, number) => {
        const { Counter, Grain, Slot, pass } = harness.addon('classes');
        let sum = 0;
        for (let round = 0; round < 5; round += 1) {
          for (let count = 0; count < 500; count += 1) sum += new Slot(number).add(Slot.join(pass.make(0.5), new Grain(1) && new Slot(1))).get();
          await harness.turn();
        }
        return [sum, new Counter(1) instanceof Counter];
      }, number),
    ),
  );
  assert.deepStrictEqual(sums, [1, 2, 3].map((number) => [2500 * (number + 2), true]));
});

const untilEnd = {
  'while it makes instances': (harness, shared) => {
    const { Grain, Node } = harness.addon('classes');
    for (let kept = []; ; ) {
      kept.push(new Grain(1), new Node());
      if (kept.length > 1000) kept = [];
      Atomics.add(shared, 0, 1);
    }
  },
  'while values are borrowed': (harness, shared) => {
    const { Cell, Slot, guards } = harness.addon('classes');
    const [one, slot] = [new Cell({ value: 1 }), new Slot(1)];
    for (;;) guards.change(slot, () => one.read(() => Atomics.add(shared, 0, 1)));
  },
  'in a constructor': (harness, shared) => {
    const { Careless, Slot } = harness.addon('classes');
    const step = () => new Slot(Atomics.add(shared, 0, 1));
    for (;;) new (class extends Careless {})('a callback', step);
  },
};
for (const [when, body] of Object.entries(untilEnd)) {
  // Deno 2.9 lets the JavaScript of a terminated worker run on.
  testOn(['node', 'bun'], `a worker is terminated ${when}`, async () => {
    await collect();
    const before = classes.alive();
    for (let round = 0; round < (brief ? 3 : 6); round += 1) {
      const shared = new Int32Array(new SharedArrayBuffer(4));
      const source = `
        const { workerData } = require('node:worker_threads');
        (${body})(require(workerData.harness), workerData.shared);`;
      const worker = new Worker(source, { eval: true, workerData: { harness: require.resolve('./harness.js'), shared } });
      const exited = new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject));
      while (Atomics.load(shared, 0) === 0) await turn();
      for (let waited = 0; waited < round * 20; waited += 1) await turn();
      await worker.terminate();
      await exited;
    }
    for (let round = 0; round < 10 && classes.alive() > before; round += 1) await collect();
    assert.ok(classes.alive() <= before, `${classes.alive() - before} are left`);
  });
}

test('a worker exits below a method, and while arguments are converted', async () => {
  await collect();
  const before = classes.alive();
  for (const body of [
    (harness) => {
      const { Cell } = harness.addon('classes');
      new Cell({ value: 1 }).change(() => process.exit(5));
    },
    (harness) => {
      const { Cell } = harness.addon('classes');
      const options = {
        get value() {
          process.exit(5);
        },
      };
      new Cell({ value: 1 }).set(options);
    },
    (harness) => {
      const { Cell } = harness.addon('classes');
      new Cell({ value: 1 }, () => process.exit(5));
    },
  ]) {
    await assert.rejects(inWorker(body), { message: 'the worker exited with 5' });
  }
  for (let round = 0; round < 10 && classes.alive() > before; round += 1) await collect();
  assert.ok(classes.alive() <= before, `${classes.alive() - before} are left`);
});

// Memory outside of the collector's sight

// OpenHarmony cannot be told.
testOn(personality ? [] : ['node', 'bun', 'deno'], 'the collector is told of memory that a value keeps', async () => {
  await collect();
  const before = classes.alive();
  // Up to 3 GiB of memory that nobody touches. Of 200 objects alone no collector takes notice.
  for (let made = 0; made < 200; made += 1) {
    new Heavy(16);
    await turn();
  }
  assert.ok(classes.alive() - before < 150, `${classes.alive() - before} of 200 are left`);
});

test('what a value says to keep is believed within bounds', async () => {
  const { Boundless } = classes;
  const left = await leftBy(() => {
    for (let count = 0; count < 5; count += 1) {
      new Boundless();
      assert.strictEqual(new Boundless().end(), 1);
    }
  });
  assert.ok(left <= (host === 'bun' ? 4 : 0), `${left} are left`);
});

// Only Node says how much it counts.
testOn(['node'], 'memory that a value keeps is counted once, and anew when it says so', async () => {
  // What other tests have left.
  await leftBy(nothing);
  if (personality) return;
  const { externalBytes } = addon('foreign');
  const before = externalBytes();
  const megabytes = () => Math.round((externalBytes() - before) / 2 ** 20);
  let heavy = new Heavy(4);
  assert.strictEqual(megabytes(), 4);
  Heavy.grow(heavy, 20, false);
  assert.strictEqual(megabytes(), 4);
  Heavy.grow(heavy, 30, true);
  assert.strictEqual(megabytes(), 30);
  Heavy.grow(heavy, 10, true);
  for (let round = 0; round < 5; round += 1) heavy = heavy.again();
  assert.strictEqual(megabytes(), 10);
  assert.strictEqual(heavy.end(), 10 << 20);
  assert.strictEqual(megabytes(), 0);
  assert.throws(() => Heavy.grow(heavy, 1, true), { code: 'ERR_CONSUMED' });
});

test('memory that a value keeps goes with it', async () => {
  const left = await leftBy(async () => {
    for (let round = 0; round < 40; round += 1) {
      new Heavy(4);
      if (round % 10 === 9) await collect();
    }
  });
  assert.ok(left <= 2, `${left} are left`);
});

// Values that refer to instances

test('an instance that its own value refers to weakly is collected', async () => {
  const left = await leftBy(() => {
    for (let count = 0; count < 50; count += 1) {
      const [one, other] = [new Node(), new Node()];
      one.watch(one);
      other.watch(one);
      one.watch(other);
      assert.strictEqual(one.watched, other);
    }
  });
  assert.ok(left <= (host === 'bun' ? 4 : 0), `${left} are left`);
});

test('a strong reference in a value keeps another instance, and not for longer', async () => {
  const first = new Node();
  await collect();
  const before = classes.alive();
  (() => first.keep(new Node()))();
  await collect();
  assert.ok(first.kept instanceof Node);
  assert.strictEqual(classes.alive(), before + 1);
  first.forget();
  await untilCollected(() => classes.alive() <= before + (host === 'bun' ? 1 : 0));
  // A chain goes, link after link.
  const left = await leftBy(() => {
    let node = new Node();
    for (let count = 0; count < 3; count += 1) {
      const next = new Node();
      next.keep(node);
      node = next;
    }
  });
  assert.ok(left <= (host === 'bun' ? 4 : 0), `${left} are left`);
});

// What the documentation says: such a cycle is not seen by any collector.
test('a cycle of strong references stays until it is taken apart', async () => {
  await collect();
  const before = classes.alive();
  const weak = (() => {
    const [one, other, alone] = [new Node(), new Node(), new Node()];
    one.keep(other);
    other.keep(one);
    alone.keep(alone);
    return [new WeakRef(one), new WeakRef(alone)];
  })();
  for (let round = 0; round < 4; round += 1) await collect();
  assert.strictEqual(classes.alive(), before + 3);
  for (const node of weak) node.deref().forget();
  await untilCollected(() => classes.alive() <= before + (host === 'bun' ? 3 : 0));
  gc();
  assert.ok(Bomb);
});
