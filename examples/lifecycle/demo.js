'use strict';
const path = require('node:path');
const vm = require('node:vm');
const v8 = require('node:v8');

// ADDONS is where `cargo demo` has put the addons it built.
const lifecycle = require(path.join(process.env.ADDONS, 'lifecycle.node'));

function show(name) {
  try {
    console.log(`${name}()`.padEnd(29), '->', lifecycle[name]());
  } catch (error) {
    console.log(`${name}()`.padEnd(29), '-> throws', `${error.name}: ${error.message}`);
  }
}

function collectGarbage() {
  if (typeof Bun !== 'undefined') return Bun.gc(true);
  v8.setFlagsFromString('--expose-gc');
  (globalThis.gc ?? vm.runInNewContext('gc'))();
}

/** Finalizers, and what references see of a collection, come in a later turn of the event loop. */
async function collect() {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  await new Promise((resolve) => setImmediate(resolve));
  console.log('-- garbage collected');
}

async function main() {
  console.log('-- scopes');
  for (const name of ['handleScopeTest', 'handleScope', 'newObject', 'escapableHandleScopeTest']) show(name);

  console.log('-- a weak and a strong reference');
  for (const name of ['getWeakReferenceValue', 'createWeakReference', 'createStrongReference']) show(name);
  for (const name of ['getWeakReferenceValue', 'getStrongReferenceValue']) show(name);
  await collect();
  for (const name of ['getWeakReferenceValue', 'getStrongReferenceValue']) show(name);
  for (const name of ['cleanupStrongReference', 'cleanupStrongReference']) show(name);

  console.log('-- a finalizer');
  for (const name of ['addFinalizer', 'finalizedCount']) show(name);
  await collect();
  show('finalizedCount');

  console.log('-- a reference with a count');
  for (const name of ['createReference', 'useReference', 'deleteReference', 'useReference']) show(name);
}

main();
