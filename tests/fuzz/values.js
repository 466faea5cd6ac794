'use strict';
// Values of recipes. What getters, functions and traps do, they do to the arguments of the call that is under way.

const { types } = require('node:util');
const { gc } = require('../js/harness.js');
const { extending, instance, kept, operated } = require('./classes.js');

/** What `throws` throws: an addon must let it through as it is. */
const THROWN = new RangeError('thrown by a getter, a function or a trap');

/** The objects of JavaScript itself, which an addon's functions would change or freeze for everybody. */
const INTRINSICS = new Set();

function gather(value) {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || INTRINSICS.has(value)) return;
  INTRINSICS.add(value);
  gather(Object.getPrototypeOf(value));
  for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value))) {
    for (const part of [descriptor.value, descriptor.get, descriptor.set]) gather(part);
  }
}

gather(globalThis);
gather([][Symbol.iterator]());
gather((function* () {})());
gather((async () => {}).constructor);

class Kitchen {
  /** `exports` are functions by name, `classes` the classes among them. */
  constructor(exports, classes) {
    this.exports = exports;
    this.classes = classes;
    for (const Class of classes.named.values()) gather(Class);
    /** The receiver of the call that is under way, and its arguments, as far as they are made. */
    this.receiver = undefined;
    this.arguments = [];
    /** Instances that are used again. */
    this.kept = new Map();
    /** Objects and functions that calls have given. */
    this.earlier = [];
    this.depth = 0;
    this.acts = 0;
    this.running = undefined;
    /** Told of what calls below a call throw. */
    this.refused = () => {};
    /** Garbage collections, of which there may be a few in a batch. */
    this.collections = 0;
  }

  /** A batch of calls begins, which knows nothing of others. */
  beginBatch() {
    this.earlier = [];
    this.kept.clear();
    this.collections = 0;
  }

  /** A call of `target` is under way. */
  begin(target) {
    Object.assign(this, { running: target, depth: 0, acts: 0, receiver: undefined, arguments: [] });
  }

  /** Calls `target`; `newTarget` is a recipe of what takes the place of the class. */
  perform(target, given, { receiver, newTarget, construct = target.isClass }) {
    if (!construct) return Reflect.apply(target.function, receiver, given);
    const other = newTarget ? this.attempt(newTarget) : target.function;
    // A class of JavaScript calls the constructor by `super`.
    const begins = newTarget?.[0] === 'extends' && newTarget[2] !== 'plain';
    return begins ? Reflect.construct(other, given) : Reflect.construct(target.function, given, other);
  }

  /** What `target` is called on where nothing is given: a member, on an instance that the call under way has. */
  receiverOf(target) {
    if (target.member === undefined) return target.receiver;
    const here = [this.receiver, ...this.arguments].flatMap((value) => this.classes.in(value));
    return here.find((value) => this.classes.lineOf(this.classes.of(value)).includes(target.member)) ?? here[0];
  }

  make(recipe) {
    return MAKERS[recipe[0]](recipe, this);
  }

  /** The arguments of a call: a later one may be an earlier one, or look at its memory. */
  makeAll(call) {
    this.arguments = [];
    for (const recipe of call) this.arguments.push(this.attempt(recipe));
    return this.arguments;
  }

  /** The value, or undefined where JavaScript makes none: a trap throws, memory is too small for its elements. */
  attempt(recipe) {
    try {
      return this.make(recipe);
    } catch {
      return undefined;
    }
  }

  /** Does it to an instance that is being made. */
  actOn(receiver, action) {
    const outer = this.receiver;
    this.receiver = receiver;
    try {
      this.act(action);
    } finally {
      this.receiver = outer;
    }
  }

  remember(value) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
    if (INTRINSICS.has(value)) return;
    if (this.earlier.length >= 16) this.earlier.shift();
    this.earlier.push(value);
  }

  /** Lets go of all values. */
  forget() {
    this.earlier = [];
    this.receiver = undefined;
    this.arguments = [];
    this.kept.clear();
  }

  /** Does what the action says, and gives its value. */
  act([what, value, ...rest]) {
    if (this.depth >= 3) return undefined;
    this.depth += 1;
    this.acts += 1;
    try {
      if (this.acts <= ACTS_OF_A_CALL) ACTS[what](this, rest);
      return value[0] === 'getter' ? undefined : this.make(value);
    } finally {
      this.depth -= 1;
    }
  }
}

/** Each may call an export that has a thousand more done. */
const ACTS_OF_A_CALL = 50;

/** Each takes longer than fifty calls. */
const COLLECTIONS_OF_A_BATCH = 20;

const ACTS = {
  returns() {},
  throws() {
    throw THROWN;
  },
  calls(kitchen, [name, call = []]) {
    const target = kitchen.exports.get(name);
    if (target === undefined) return;
    const outer = kitchen.arguments;
    try {
      const given = target.made(call).call.map((recipe) => kitchen.make(recipe));
      kitchen.perform(target, given, { receiver: kitchen.receiverOf(target) });
    } catch (error) {
      // Whether it takes them is not asked here.
      kitchen.refused(error);
    } finally {
      kitchen.arguments = outer;
    }
  },
  detaches(kitchen) {
    for (const buffer of buffersOf(kitchen.arguments)) detach(buffer);
  },
  resizes(kitchen) {
    for (const buffer of buffersOf(kitchen.arguments)) {
      if (buffer.resizable) buffer.resize(buffer.byteLength > 0 ? 0 : buffer.maxByteLength);
      else if (buffer.growable) buffer.grow(buffer.maxByteLength);
    }
  },
  empties(kitchen) {
    for (const value of kitchen.arguments) change(value, () => {
      if (Array.isArray(value)) value.length = 0;
      else if (types.isMap(value) || types.isSet(value)) value.clear();
      else for (const key of Object.keys(value)) delete value[key];
    });
  },
  grows(kitchen) {
    for (const value of kitchen.arguments) change(value, () => {
      if (Array.isArray(value)) value.push(value[0], value, {});
      else if (types.isMap(value)) value.set({}, value);
      else if (types.isSet(value)) value.add({});
      else value.more = value;
    });
  },
  repeats(kitchen) {
    const { running, arguments: given } = kitchen;
    if (running === undefined || kitchen.depth > 2) return;
    try {
      kitchen.perform(running, given, { receiver: running.member === undefined ? running.receiver : kitchen.receiver });
    } catch (error) {
      kitchen.refused(error);
      // As for `calls`.
    }
  },
  collects(kitchen) {
    ACTS.detaches(kitchen);
    if ((kitchen.collections += 1) <= COLLECTIONS_OF_A_BATCH) gc();
  },
};

/** Frozen objects and proxies refuse. */
function change(value, action) {
  if (typeof value !== 'object' || value === null || INTRINSICS.has(value)) return;
  try {
    action();
  } catch {
    // Then it stays as it is.
  }
}

function* buffersOf(values) {
  for (const value of values) {
    if (ArrayBuffer.isView(value)) yield value.buffer;
    else if (types.isAnyArrayBuffer(value)) yield value;
  }
}

function detach(buffer) {
  try {
    structuredClone(buffer, { transfer: [buffer] });
  } catch {
    // Shared memory cannot be detached, and some of the host's own may not.
  }
}

const BYTES = 64;

/** Its memory is not of the allocator of JavaScript's own arrays, and cannot be detached. */
const WEBASSEMBLY = new WebAssembly.Memory({ initial: 1, maximum: 1 });

/** A buffer of `length` bytes, or the memory of an argument. */
function memory(how, length, kitchen) {
  switch (how[0]) {
    case 'argument': {
      const value = kitchen.arguments[how[1]];
      if (ArrayBuffer.isView(value)) return value.buffer;
      return types.isAnyArrayBuffer(value) ? value : new ArrayBuffer(length);
    }
    case 'resizable':
    case 'shrunk':
      return new ArrayBuffer(length, { maxByteLength: length + BYTES });
    case 'shared':
      return new SharedArrayBuffer(length);
    case 'growable':
      return new SharedArrayBuffer(length, { maxByteLength: length + BYTES });
    case 'external':
      return WEBASSEMBLY.buffer;
    default:
      return new ArrayBuffer(length);
  }
}

function typed([, name, how, count, skipped], kitchen) {
  const bytes = typeof how[0] === 'string' ? how : ['plain'];
  if (name === 'Buffer' && bytes[0] === 'plain') return Buffer.alloc(count, skipped);
  const Class = globalThis[name] ?? Uint8Array;
  const size = Class.BYTES_PER_ELEMENT ?? 1;
  const buffer = memory(bytes, (count + skipped) * size, kitchen);
  const room = Math.floor(buffer.byteLength / size) - skipped;
  if (room < 0) return new Class(new ArrayBuffer(0));
  const tracks = (bytes[0] === 'resizable' || bytes[0] === 'growable') && count % 2 === 0;
  const array = name === 'Buffer' ? Buffer.from(buffer, skipped, Math.min(count, room)) : tracks ? new Class(buffer, skipped * size) : new Class(buffer, skipped * size, Math.min(count, room));
  finish(bytes[0], buffer);
  return array;
}

/** What happens to the memory when the array is made. */
function finish(how, buffer) {
  if (how === 'detached') detach(buffer);
  else if (how === 'shrunk' && buffer.resizable) buffer.resize(buffer.byteLength >> 1);
}

class Instance {}

function object([, properties, shape], kitchen) {
  let made = {};
  if (shape === 'nullPrototype') made = Object.create(null);
  else if (shape === 'instance') made = new Instance();
  for (const [key, value] of properties) {
    const descriptor = value[0] === 'getter' ? { get: getter(value[1], kitchen), set() {} } : { value: kitchen.make(value), writable: true };
    Object.defineProperty(made, key, { ...descriptor, enumerable: true, configurable: true });
  }
  if (shape === 'frozen') return Object.freeze(made);
  if (shape === 'sealed') return Object.seal(made);
  if (shape === 'fixed') return Object.preventExtensions(made);
  return shape === 'inherited' ? Object.create(made) : made;
}

function getter(action, kitchen) {
  return () => kitchen.act(action);
}

/** With a trap that acts; what it gives is often against the rules for proxies, for which JavaScript throws. */
function proxy([, inner, trap, action], kitchen) {
  const target = kitchen.make(inner);
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null) return target;
  return new Proxy(target, trap === null ? {} : { [trap]: () => kitchen.act(action) });
}

function deep([, kind, count]) {
  let value = kind === 'array' ? [] : {};
  for (let level = 0; level < count; level += 1) value = kind === 'array' ? [value] : { a: value };
  return value;
}

function cyclic([, key]) {
  const value = key.length % 2 === 0 ? [] : {};
  // An index or a length of 2^32 - 1 would keep whoever walks over the array busy for minutes.
  const name = Array.isArray(value) ? 0 : key;
  Object.defineProperty(value, name, { value, enumerable: true, writable: true, configurable: true });
  return value;
}

function error([, name, message, cause, code], kitchen) {
  const Class = globalThis[name];
  const options = cause ? { cause: kitchen.make(cause) } : undefined;
  const made = name === 'AggregateError' ? new Class([1], message, options)
    : name === 'DOMException' ? new Class(message, 'AbortError') : new Class(message, options);
  if (code !== null) Object.defineProperty(made, 'code', { value: code, configurable: true });
  return made;
}

function array([, elements], kitchen) {
  const made = new Array(elements.length);
  for (let index = 0; index < elements.length; index += 1) {
    if (elements[index][0] === 'hole') continue;
    if (elements[index][0] !== 'getter') made[index] = kitchen.make(elements[index]);
    else Object.defineProperty(made, index, { get: getter(elements[index][1], kitchen), enumerable: true, configurable: true });
  }
  return made;
}

function sparse([, length, index, value], kitchen) {
  const made = [];
  made.length = length;
  if (index < length) made[index] = kitchen.make(value);
  return made;
}

/** Made by an export. */
function external([, name, call], kitchen) {
  const maker = kitchen.exports.get(name);
  return Reflect.apply(maker.function, maker.receiver, call.map((recipe) => kitchen.attempt(recipe)));
}

const OTHERS = {
  weakMap: () => new WeakMap(),
  weakRef: () => new WeakRef({}),
  generator: () => (function* () { yield 1; })(),
  asyncFunction: () => async () => 1,
  arguments: (kitchen) => kitchen.arguments.slice(),
  url: () => new URL('https://example.org/a'),
  iterator: () => [1, 2][Symbol.iterator](),
  bound: () => Math.max.bind(null),
  subarray: () => new Uint8Array(16).subarray(3, 9),
  subclass: () => new (class Longer extends Array {})(3),
};

const MAKERS = {
  undefined: () => undefined,
  null: () => null,
  boolean: ([, value]) => value,
  number: ([, text]) => Number(text),
  string: ([, text]) => text,
  long: ([, text, times]) => text.repeat(times),
  bigint: ([, text]) => BigInt(text),
  symbol: ([, text]) => Symbol(text),
  registered: ([, text]) => Symbol.for(text),
  wellKnown: ([, name]) => Symbol[name],
  date: ([, text]) => new Date(Number(text)),
  regexp: ([, source, flags]) => new RegExp(source, flags),
  error,
  map: ([, entries], kitchen) => new Map(entries.map(([key, value]) => [kitchen.make(key), kitchen.make(value)])),
  set: ([, values], kitchen) => new Set(values.map((value) => kitchen.make(value))),
  array,
  times: ([, value, count], kitchen) => new Array(count).fill(kitchen.make(value)),
  hole: () => undefined,
  getter: ([, action], kitchen) => getter(action, kitchen),
  sparse,
  typed,
  arrayBuffer([, how, length], kitchen) {
    const buffer = memory([how], length, kitchen);
    finish(how, buffer);
    return buffer;
  },
  function([, action], kitchen) {
    return function made() {
      return kitchen.act(action);
    };
  },
  class: ([, value]) => class Made { constructor() { this.value = value; } },
  promise: ([, value], kitchen) => Promise.resolve([kitchen.make(value)]),
  boxed: ([, value], kitchen) => Object(kitchen.make(value)),
  revoked([, kind]) {
    const { proxy: made, revoke } = Proxy.revocable(kind === 'array' ? [] : kind === 'function' ? () => 1 : {}, {});
    revoke();
    return made;
  },
  proxy,
  argument: ([, index], kitchen) => kitchen.arguments[index],
  earlier([, index], kitchen) {
    const value = kitchen.earlier[index % (kitchen.earlier.length || 1)];
    // Calls may have made it as long as arrays can be.
    return Array.isArray(value) && value.length > 100_000 ? undefined : value;
  },
  deep,
  cyclic,
  object,
  external,
  instance,
  kept,
  operated,
  extends: extending,
  receiver: (_, kitchen) => kitchen.receiver,
  constant: ([, , name, key], kitchen) => kitchen.classes.named.get(name)[key],
  constructor: ([, name], kitchen) => kitchen.classes.named.get(name),
  /** With a property of its own. */
  with([, value, key, property], kitchen) {
    const made = kitchen.make(value);
    Object.defineProperty(made, key, { value: kitchen.make(property), writable: true, enumerable: true, configurable: true });
    return made;
  },
  inherits: ([, value], kitchen) => Object.create(kitchen.make(value)),
  other: ([, what], kitchen) => OTHERS[what](kitchen),
};

module.exports = { Kitchen, THROWN };
