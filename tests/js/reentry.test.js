// addons: misuse
'use strict';
// JavaScript calls Rust calls JavaScript: in any number of levels, and in the middle of conversions.
const assert = require('node:assert');
const { once } = require('node:events');
const { Worker } = require('node:worker_threads');
const { addon, caught, gc, inWorker, original, test, testOn } = require('./harness.js');

const misuse = addon('misuse');

const thrown = { thrown: 'by identity' };
const throws = () => {
  throw thrown;
};

// As many as fit on the stack of every host, with what unoptimised and instrumented code takes of it.
const LEVELS = 30;
const forms = ['plain', 'scope', 'guard', 'element', 'caught', 'thrown'];
// The others let it pass.
const throwAgain = ['caught', 'thrown'];

for (const form of forms) {
  const down = (bottom) => {
    const step = (level) => misuse.descend(step, form, level, bottom);
    return step(LEVELS);
  };

  test(`${form}: a value comes up through ${LEVELS} levels`, () => {
    const value = {};
    assert.strictEqual(
      down(() => value),
      value,
    );
  });

  test(`${form}: an exception comes up through ${LEVELS} levels`, () => {
    for (const value of [thrown, undefined, 'text']) {
      const bottom = () => {
        throw value;
      };
      const error = caught(() => down(bottom));
      assert.strictEqual(throwAgain.includes(form) ? original(error) : error, value);
    }
  });

  test(`${form}: a panic comes up through ${LEVELS} levels`, () => {
    assert.throws(() => down(), { name: 'Error', message: 'at the bottom', code: 'ERR_RUST_PANIC' });
  });
}

test('all forms in turn', () => {
  const value = {};
  const step = (level) => misuse.descend(step, forms[level % forms.length], level, () => value);
  assert.strictEqual(step(LEVELS), value);
});

// Deno 2.9 leaves V8 at 1 MB of stack in workers, too, which unoptimised code fills at 100 levels; the others give more.
testOn(['node', 'bun'], 'an exception and a panic come up through 200 levels', async () => {
  const run = (harness, { forms, throwAgain }) => {
    const misuse = harness.addon('misuse');
    const thrown = { thrown: 'by identity' };
    const throws = () => {
      throw thrown;
    };
    const outcome = (form, bottom) => {
      const step = (level) => misuse.descend(step, form, level, bottom);
      try {
        return step(200);
      } catch (error) {
        if (error === thrown || (throwAgain.includes(form) && harness.original(error) === thrown)) return 'by identity';
        return `${error.code} ${error.message}`;
      }
    };
    return forms.map((form) => [outcome(form, () => form), outcome(form, throws), outcome(form)]);
  };
  const expected = forms.map((form) => [form, 'by identity', 'ERR_RUST_PANIC at the bottom']);
  assert.deepStrictEqual(await inWorker(run, { forms, throwAgain }), expected);
});

test('a worker is terminated in the middle of calls', async () => {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const misuse = require(workerData.harness).addon('misuse');
    const bottom = () => {
      parentPort.postMessage('at the bottom');
      for (;;);
    };
    const step = (level) => misuse.descend(step, workerData.forms[level % workerData.forms.length], level, bottom);
    step(20);`;
  const harness = require.resolve('./harness.js');
  for (let round = 0; round < 3; round += 1) {
    const worker = new Worker(source, { eval: true, workerData: { harness, forms } });
    const exited = new Promise((resolve, reject) => worker.on('error', reject).on('exit', resolve));
    const [message] = await once(worker, 'message');
    assert.strictEqual(message, 'at the bottom');
    await worker.terminate();
    await exited;
  }
});

test('re-entry without end is the error that JavaScript makes of it', () => {
  const endless = () => misuse.endless(endless);
  assert.ok(caught(endless) instanceof RangeError);
  assert.strictEqual(misuse.notForgotten(), 100);
});

test('re-entry without end in a worker', async () => {
  const run = (harness) => {
    const misuse = harness.addon('misuse');
    const endless = () => misuse.endless(endless);
    try {
      endless();
    } catch (error) {
      return error instanceof RangeError;
    }
  };
  assert.strictEqual(await inWorker(run), true);
});

const detach = (array) => structuredClone(array, { transfer: [array.buffer] });
const detached = (name, parameter, kind) => ({
  name: 'TypeError',
  code: 'ERR_INVALID_ARG_TYPE',
  message: `${name}: argument ${parameter}: expected ${kind}, got one whose buffer was detached`,
});

test('a conversion that detaches an earlier argument', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const call = () => {
    detach(bytes);
    return 1;
  };
  assert.throws(() => misuse.bytesThenCalled(bytes, call), detached('bytesThenCalled', '1 (bytes)', 'Uint8Array'));
  const numbers = Float64Array.of(1, 2, 3);
  const callNumbers = () => {
    detach(numbers);
    return 1;
  };
  assert.throws(
    () => misuse.fillThenCalled(numbers, callNumbers),
    detached('fillThenCalled', '1 (numbers)', 'Float64Array'),
  );
});

test('a conversion that writes, or resizes, an earlier argument', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const write = () => bytes.fill(10).length;
  assert.strictEqual(misuse.bytesThenCalled(bytes, write), 33);
  const buffer = new ArrayBuffer(8, { maxByteLength: 1 << 20 });
  const tracking = new Uint8Array(buffer).fill(1);
  const grow = () => {
    buffer.resize(1 << 20);
    tracking.fill(1);
    return 0;
  };
  assert.strictEqual(misuse.bytesThenCalled(tracking, grow), 1 << 20);
  const shrink = () => {
    buffer.resize(2);
    return 0;
  };
  assert.strictEqual(misuse.bytesThenCalled(tracking, shrink), 2);
});

test('a conversion that enters the same function again', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  let levels = 50;
  const call = () => {
    levels -= 1;
    return levels > 0 ? misuse.bytesThenCalled(bytes, call) : 0;
  };
  assert.strictEqual(misuse.bytesThenCalled(bytes, call), 300);
  assert.strictEqual(
    misuse.calledThenBytes(() => misuse.fillThenCalled(new Float64Array(4), () => 2), bytes),
    10,
  );
  assert.strictEqual(
    misuse.calledThenBytes(() => 1),
    0,
  );
});

test('a conversion that throws, or fails', () => {
  const bytes = Uint8Array.of(1);
  const calls = [
    () => misuse.bytesThenCalled(bytes, throws),
    () => misuse.calledThenBytes(throws, bytes),
    () => misuse.textThenCalled('text', throws),
    () => misuse.allCalled([() => 1, throws]),
  ];
  for (const call of calls) assert.strictEqual(caught(call), thrown);
  assert.throws(() => misuse.allCalled([() => 1, () => 'x']), {
    message: /^allCalled: argument 1 \(called\)/,
    code: 'ERR_INVALID_ARG_TYPE',
  });
});

test('text is read before a later conversion runs', () => {
  for (const length of [3, 600, 100_000]) {
    const text = '漢'.repeat(length);
    const call = () => {
      gc();
      return 1;
    };
    assert.strictEqual(misuse.textThenCalled(text, call), `${text} 1`);
  }
});

test('a list that changes while it is converted', () => {
  const list = [() => list.pop() && 1, () => 2, () => 4];
  assert.throws(() => misuse.allCalled(list), { code: 'ERR_INVALID_ARG_TYPE' });
});

test('a result whose conversion runs JavaScript', () => {
  const bytes = new Uint8Array(1 << 16);
  globalThis.answerOfMisuse = () => {
    const moved = detach(bytes);
    gc();
    return moved[0];
  };
  assert.strictEqual(misuse.answerAfterBytes(bytes, 'answerOfMisuse'), 9);
  assert.strictEqual(bytes.length, 0);
  globalThis.answerOfMisuse = () => misuse.panicInScopes(3);
  assert.throws(() => misuse.answerAfterScope('answerOfMisuse'), {
    message: 'in the innermost scope',
    code: 'ERR_RUST_PANIC',
  });
  globalThis.answerOfMisuse = throws;
  assert.strictEqual(
    caught(() => misuse.answerAfterScope('answerOfMisuse')),
    thrown,
  );
  delete globalThis.answerOfMisuse;
});
