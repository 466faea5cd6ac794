'use strict';
// V8 13 and later ends the process where an external becomes a prototype, whoever asks for it: `Object.create(external)` is enough.
// Calls by chance come to it, and so it is refused there.

const { types } = require('node:util');
const { host } = require('../js/harness.js');

const ENDS = host !== 'bun' && Number.parseInt(process.versions.v8, 10) >= 13;

/** Deno cannot tell; nothing else that an export gives is so bare. */
function isExternal(value) {
  if (types.isExternal) return types.isExternal(value);
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false;
  return Object.getPrototypeOf(value) === null && Reflect.ownKeys(value).length === 0;
}

/** Puts a function in the place of the one under `part` of this property, which refuses an external as the argument at `position`. */
function guard(owner, key, part, position) {
  const descriptor = Object.getOwnPropertyDescriptor(owner, key);
  const original = descriptor[part];
  descriptor[part] = function guarded(...given) {
    if (isExternal(given[position])) throw new TypeError('an external is no prototype');
    return Reflect.apply(original, this, given);
  };
  Object.defineProperty(owner, key, descriptor);
}

if (ENDS) {
  guard(Object, 'create', 'value', 0);
  guard(Object, 'setPrototypeOf', 'value', 1);
  guard(Reflect, 'setPrototypeOf', 'value', 1);
  // Deno has none.
  if (Object.hasOwn(Object.prototype, '__proto__')) guard(Object.prototype, '__proto__', 'set', 0);
}

module.exports = { isExternal };
