// addons: scopes
'use strict';
// References: counts, what they keep, where they are dropped, and that none is left.
const assert = require('node:assert');
const { addon, collect, globalHandles, host, inWorker, soak, test, testOn } = require('./harness.js');

const { references } = addon('scopes');

/** Makes an object out of sight, so that no frame keeps it. */
const unseen = (make) => (() => make({ made: 'unseen' }))();

// Bun scans the stack for pointers, and may still see the last few there.
const SEEN = host === 'bun' ? 3 : 0;

/** What these numbers stand for was collected. */
async function assertGone(watches) {
  await collect();
  await collect();
  const left = watches.filter((id) => references.watched(id) !== undefined).length;
  assert.ok(left <= SEEN, `${left} of ${watches.length} are left`);
}

/** Ten of what `make` makes of a new object. */
const tenTimes = (make) => Array.from({ length: 10 }, () => unseen(make));

test('a strong reference keeps its object', async () => {
  const id = unseen((object) => references.keep(object));
  await collect();
  assert.deepStrictEqual(references.get(id), { made: 'unseen' });
  assert.strictEqual(references.get(id), references.get(id));
  references.release(id);
  assert.throws(() => references.get(id), { message: 'no such reference' });
});

test('counts go up and down, and not below zero', () => {
  const object = {};
  const id = references.keep(object);
  assert.deepStrictEqual(
    [references.addRef(id), references.addRef(id), references.unref(id), references.unref(id), references.unref(id)],
    [2, 3, 2, 1, 0],
  );
  assert.throws(() => references.unref(id), {
    name: 'Error',
    code: 'ERR_NODE_API',
    message: 'napi_reference_unref failed: the host gave no reason (status 9)',
  });
  assert.strictEqual(references.get(id), object);
  assert.strictEqual(references.addRef(id), 1);
  references.release(id);
});

test('at zero a reference is weak', async () => {
  const id = unseen((object) => references.keep(object));
  assert.strictEqual(references.unref(id), 0);
  await collect();
  assert.throws(() => references.get(id), { message: 'the referenced value has been garbage collected' });
  references.release(id);
});

test('a reference that became strong again keeps its object', async () => {
  const id = unseen((object) => {
    const id = references.keep(object);
    references.unref(id);
    references.addRef(id);
    return id;
  });
  await collect();
  assert.deepStrictEqual(references.get(id), { made: 'unseen' });
  references.release(id);
});

test('a released reference lets its object go, whatever its count was', async () => {
  const [id, watch] = unseen((object) => [references.keep(object), references.watch(object)]);
  for (let round = 0; round < 5; round += 1) references.addRef(id);
  await collect();
  assert.deepStrictEqual(references.watched(watch), { made: 'unseen' });
  references.release(id);
  await collect();
  assert.strictEqual(references.watched(watch), undefined);
});

test('a weak reference finds its object as long as something keeps it', async () => {
  const kept = [];
  const watches = tenTimes((object) => {
    kept.push(object);
    return references.watch(object);
  });
  await collect();
  assert.ok(watches.every((id, index) => references.watched(id) === kept[index]));
  kept.length = 0;
  await assertGone(watches);
  const last = watches.map((id) => references.upgrade(id)).filter((id) => id !== undefined);
  assert.ok(last.length <= SEEN);
  for (const id of last) references.release(id);
});

test('an upgraded reference keeps', async () => {
  const watch = unseen((object) => references.watch(object));
  const id = references.upgrade(watch);
  await collect();
  assert.deepStrictEqual(references.get(id), { made: 'unseen' });
  assert.strictEqual(references.watched(watch), references.get(id));
  references.release(id);
  await collect();
  assert.strictEqual(references.watched(watch), undefined);
});

test('objects, functions, externals and symbols are referred to', () => {
  const values = [{}, [], () => {}, class {}, new Map(), new Proxy({}, {}), Symbol('s'), Symbol.iterator, Symbol.for('f')];
  for (const value of [...values, references.boxed({})]) {
    const id = references.keep(value);
    assert.strictEqual(references.get(id), value);
    references.release(id);
    assert.strictEqual(references.watched(references.watch(value)), value);
  }
  references.unwatch();
});

test('other primitives are refused', () => {
  const primitives = { undefined: undefined, null: null, boolean: true, number: 7, string: 'text', bigint: 7n };
  for (const [kind, value] of Object.entries(primitives)) {
    const refused = {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: `a reference holds an object, a function, an external or a symbol, not a ${kind}`,
    };
    assert.throws(() => references.keep(value), refused);
    assert.throws(() => references.watch(value), refused);
  }
});

test('typed references give typed handles', () => {
  const symbol = Symbol('weight');
  const list = Object.assign([1, 2, 3], { [symbol]: 10 });
  assert.strictEqual(
    references.typed((a, b) => a * b, list, symbol),
    30,
  );
});

test('references tell their environment', () => {
  const [strong, weak] = references.debug({});
  assert.match(strong, /^Ref\(environment \d+\)$/);
  assert.strictEqual(weak, `Weak${strong}`);
});

test('a finalizer owns a reference', async () => {
  const before = references.finalized();
  const watch = unseen((value) => {
    references.dropWith({}, value);
    return references.watch(value);
  });
  await collect();
  await collect();
  assert.strictEqual(references.finalized(), before + 1);
  assert.strictEqual(references.watched(watch), undefined);
});

test('a closure owns a reference', async () => {
  const held = tenTimes((value) => ({ holder: references.holder(value), watch: references.watch(value) }));
  await collect();
  held.forEach((each) => {
    assert.deepStrictEqual(each.holder(), { made: 'unseen' });
    assert.strictEqual(each.holder(), references.watched(each.watch));
    delete each.holder;
  });
  await assertGone(held.map(({ watch }) => watch));
});

test('an external owns a reference', async () => {
  const held = tenTimes((value) => ({ boxed: references.boxed(value), watch: references.watch(value) }));
  await collect();
  held.forEach((each) => {
    assert.deepStrictEqual(references.unboxed(each.boxed), { made: 'unseen' });
    delete each.boxed;
  });
  await assertGone(held.map(({ watch }) => watch));
});

// The collector cannot see that a closure refers to its own function: a cycle through Rust lasts until it is ended by hand.
test('a closure that holds its own function is not collected until it lets go', async () => {
  const watch = (() => references.watch(references.cycle()))();
  await collect();
  assert.strictEqual(references.watched(watch)(false), true);
  await collect();
  assert.strictEqual(references.watched(watch)(true), false);
  await collect();
  assert.strictEqual(references.watched(watch), undefined);
});

test('a reference keeps an external', async () => {
  references.keepExternal();
  await collect();
  assert.strictEqual(references.keptExternal(), 6);
  references.releaseExternals();
  await collect();
  assert.throws(() => references.keptExternal(), { message: 'no external is kept' });
});

test('a reference is refused in another environment', async () => {
  const use = (harness, using) => {
    try {
      return harness.addon('scopes').references.shared(using);
    } catch (error) {
      return [error.name, error.code, error.message.replace(/\d+/g, 'N')];
    }
  };
  references.share({});
  const message = 'this reference belongs to environment N of this library and was used in environment N';
  for (const using of ['get', 'add_ref', 'unref']) {
    assert.deepStrictEqual(await inWorker(use, using), ['Error', 'ERR_WRONG_ENV', message]);
  }
  // At home it works as before.
  assert.deepStrictEqual(
    ['get', 'add_ref', 'unref'].map((using) => references.shared(using)),
    [1, 2, 1],
  );
  assert.strictEqual(await inWorker(use, 'drop'), 0);
});

// globalHandles is exact on Node only.
testOn(['node'], 'no reference is left', async () => {
  const count = soak ? 1_000_000 : 10_000;
  references.churn(10, true);
  await collect();
  const before = globalHandles();
  references.churn(count, false);
  await collect();
  assert.strictEqual(globalHandles(), before);
  references.churn(count, true);
  await collect();
  assert.strictEqual(globalHandles(), before);
  const ids = Array.from({ length: 100 }, () => references.keep({}));
  assert.strictEqual(globalHandles(), before + 100);
  for (const id of ids) references.release(id);
  assert.strictEqual(globalHandles(), before);
});

testOn(['node'], 'a reference that is dropped on a thread is released by the next call', async () => {
  const id = references.keep({});
  await collect();
  const before = globalHandles();
  references.release(id, true);
  assert.strictEqual(globalHandles(), before);
  references.finalized();
  assert.strictEqual(globalHandles(), before - 1);
});

testOn(['node'], 'a reference that is dropped in another environment is released by the next call at home', async () => {
  references.share({});
  await inWorker((harness) => harness.addon('scopes').references.shared('drop'));
  references.finalized();
  await collect();
  const before = globalHandles();
  references.share({});
  assert.strictEqual(globalHandles(), before + 1);
  await inWorker((harness) => harness.addon('scopes').references.shared('drop'));
  await collect();
  references.finalized();
  assert.strictEqual(globalHandles(), before);
});
