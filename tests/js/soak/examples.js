// addons: hello lifecycle
'use strict';
// Ten million calls of each function of the examples leave memory, references and open handles where they were.
const assert = require('node:assert');
const { addon, collect, globalHandles, host, test, turn } = require('../harness.js');

const CALLS = Number(process.env.CALLS ?? 10_000_000);
const BATCH = 10_000;
const MIB = 2 ** 20;

// One call of a function that takes arguments or needs another call before it.
const calls = {
  hello: {
    greet: (hello) => hello.greet('Ada'),
    user: (hello) => hello.user('Ada'),
  },
  lifecycle: {
    cleanupStrongReference(lifecycle) {
      lifecycle.createStrongReference();
      lifecycle.cleanupStrongReference();
    },
    deleteReference(lifecycle) {
      lifecycle.createReference();
      lifecycle.deleteReference();
    },
    getStrongReferenceValue(lifecycle) {
      lifecycle.createStrongReference();
      lifecycle.getStrongReferenceValue();
    },
    getWeakReferenceValue(lifecycle) {
      lifecycle.createWeakReference();
      try {
        lifecycle.getWeakReferenceValue();
      } catch (error) {
        assert.strictEqual(error.message, 'Object has been garbage collected');
      }
    },
    useReference(lifecycle) {
      lifecycle.createReference();
      lifecycle.useReference();
    },
  },
};

async function repeat(count, call) {
  for (let done = 0; done < count; done += BATCH) {
    for (let i = 0; i < BATCH; i += 1) call();
    // Finalizers run between turns.
    await turn();
  }
  await collect();
}

function measure() {
  const { heapUsed, external, rss } = process.memoryUsage();
  return {
    heap: heapUsed + external,
    resident: rss,
    references: host === 'node' ? globalHandles() : 0,
    open: process.getActiveResourcesInfo?.().length,
  };
}

for (const [name, special] of Object.entries(calls)) {
  const exports = addon(name);
  for (const key of Object.keys(exports).filter((key) => typeof exports[key] === 'function')) {
    const call = () => (special[key] ?? ((it) => it[key]()))(exports);
    test(`${name}.${key}`, async () => {
      await repeat(CALLS / 10, call);
      const before = measure();
      await repeat(CALLS, call);
      const after = measure();
      console.log(before, after);
      assert.strictEqual(after.references, before.references);
      assert.strictEqual(after.open, before.open);
      // Less than one byte for each call.
      assert.ok(after.heap - before.heap < MIB, 'the heap grew');
      assert.ok(after.resident - before.resident < 64 * MIB, 'the process grew');
    });
  }
}
