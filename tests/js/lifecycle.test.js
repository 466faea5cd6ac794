// addons: lifecycle
'use strict';
// The example that follows OpenHarmony's guide to the lifecycle of values.
const assert = require('node:assert');
const { addon, collect, globalHandles, inWorker, test, testOn } = require('./harness.js');

const lifecycle = addon('lifecycle');

/** Fails unless `action` throws a plain `Error` with exactly this text, and nothing pretends to be a code. */
function throwsError(action, message) {
  assert.throws(action, (error) => {
    assert.deepStrictEqual([error.constructor, error.message, error.code], [Error, message, undefined]);
    return true;
  });
}

test('the exports are those of the guide', () => {
  assert.deepStrictEqual(Object.keys(lifecycle).sort(), [
    'addFinalizer',
    'cleanupStrongReference',
    'createReference',
    'createStrongReference',
    'createWeakReference',
    'deleteReference',
    'escapableHandleScopeTest',
    'finalizedCount',
    'getStrongReferenceValue',
    'getWeakReferenceValue',
    'handleScope',
    'handleScopeTest',
    'newObject',
    'useReference',
  ]);
  assert.ok(Object.values(lifecycle).every((value) => typeof value === 'function'));
});

test('scopes', () => {
  assert.strictEqual(lifecycle.handleScopeTest(), 'handleScope');
  assert.strictEqual(lifecycle.handleScope(), 'handleScope');
  assert.strictEqual(lifecycle.escapableHandleScopeTest(), 'Test napi_escapable_handle_scope');
  assert.deepStrictEqual(lifecycle.newObject(), { name: 'Hello from Node-API!' });
  assert.notStrictEqual(lifecycle.newObject(), lifecycle.newObject());
});

// Before any test creates a reference.
test('references are used after they were created', () => {
  throwsError(() => lifecycle.getWeakReferenceValue(), 'there is no reference: call createWeakReference() first');
  throwsError(() => lifecycle.getStrongReferenceValue(), 'there is no reference: call createStrongReference() first');
  throwsError(() => lifecycle.useReference(), 'there is no reference: call createReference() first');
  throwsError(() => lifecycle.deleteReference(), 'there is no reference: call createReference() first');
  assert.strictEqual(lifecycle.cleanupStrongReference(), false);
});

test('a weak reference does not keep its object', async () => {
  assert.strictEqual(lifecycle.createWeakReference(), undefined);
  assert.strictEqual(lifecycle.getWeakReferenceValue(), 'This is a test property');
  await collect();
  throwsError(() => lifecycle.getWeakReferenceValue(), 'Object has been garbage collected');
  lifecycle.createWeakReference();
  assert.strictEqual(lifecycle.getWeakReferenceValue(), 'This is a test property');
});

test('a strong reference keeps its object', async () => {
  assert.strictEqual(lifecycle.createStrongReference(), undefined);
  await collect();
  assert.strictEqual(lifecycle.getStrongReferenceValue(), 'This is a test property');
  assert.strictEqual(lifecycle.cleanupStrongReference(), true);
  assert.strictEqual(lifecycle.cleanupStrongReference(), false);
  throwsError(() => lifecycle.getStrongReferenceValue(), 'there is no reference: call createStrongReference() first');
});

test('a finalizer runs for each object', async () => {
  const before = lifecycle.finalizedCount();
  (() => {
    for (let i = 0; i < 100; i += 1) assert.deepStrictEqual(lifecycle.addFinalizer(), { key: 'AddFinalizer' });
  })();
  const kept = lifecycle.addFinalizer();
  for (let round = 0; round < 10 && lifecycle.finalizedCount() < before + 99; round += 1) await collect();
  const count = lifecycle.finalizedCount() - before;
  // A host may still see the last of them on its stack; the one that is kept is never among them.
  assert.ok(count === 99 || count === 100, `${count} finalizers ran`);
  assert.deepStrictEqual(kept, { key: 'AddFinalizer' });
});

test('a counted reference gives the same object', async () => {
  const created = lifecycle.createReference();
  assert.deepStrictEqual(created, { key: 'CreateReference' });
  assert.strictEqual(lifecycle.useReference(), created);
  await collect();
  assert.strictEqual(lifecycle.useReference(), created);
  assert.strictEqual(lifecycle.deleteReference(), 'napi_delete_reference success');
  throwsError(() => lifecycle.useReference(), 'there is no reference: call createReference() first');
  throwsError(() => lifecycle.deleteReference(), 'there is no reference: call createReference() first');
});

test('each environment has its own state', async () => {
  lifecycle.createStrongReference();
  lifecycle.createReference();
  const inIt = await inWorker(async (harness) => {
    const lifecycle = harness.addon('lifecycle');
    const missing = ['getStrongReferenceValue', 'useReference', 'getWeakReferenceValue'].map((name) => {
      try {
        return lifecycle[name]();
      } catch (error) {
        return error.message;
      }
    });
    lifecycle.createStrongReference();
    return [...missing, lifecycle.finalizedCount(), lifecycle.cleanupStrongReference()];
  });
  assert.deepStrictEqual(inIt, [
    'there is no reference: call createStrongReference() first',
    'there is no reference: call createReference() first',
    'there is no reference: call createWeakReference() first',
    0,
    true,
  ]);
  assert.deepStrictEqual(
    [lifecycle.cleanupStrongReference(), lifecycle.deleteReference()],
    [true, 'napi_delete_reference success'],
  );
});

// Only Node counts references.
testOn(['node'], 'no reference stays behind', async () => {
  // The weak reference of each environment lives as long as it, and here until the next one.
  lifecycle.createWeakReference();
  await collect();
  const before = globalHandles();
  for (let i = 0; i < 10_000; i += 1) {
    lifecycle.createStrongReference();
    lifecycle.createStrongReference();
    lifecycle.cleanupStrongReference();
    lifecycle.createReference();
    lifecycle.createReference();
    lifecycle.deleteReference();
    lifecycle.createWeakReference();
    lifecycle.addFinalizer();
  }
  assert.ok(globalHandles() > before, 'the count does not see the objects with a finalizer');
  await collect();
  assert.strictEqual(globalHandles(), before);
});
