'use strict';
// Classes of addons, and the instances that values are made of.

const { types } = require('node:util');

/** Those of a class that are no members of its own. */
const OF_FUNCTIONS = new Set(['length', 'name', 'arguments', 'caller', 'prototype']);

/** Instances that a value is looked through for. */
const MOST = 10;

const isObject = (value) => (typeof value === 'object' || typeof value === 'function') && value !== null;

/** Unlike that of other functions, the `prototype` of a class is not to be replaced. */
function isClass(value) {
  return typeof value === 'function' && Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
}

/**
 * What can be called of a class: `Class.f` and `Class.p=` of the class itself, `Class#f` and `Class#p=` of its instances, where `p=`
 * is a setter.
 */
function membersOf(Class, name) {
  const statics = Reflect.ownKeys(Class).filter((key) => !OF_FUNCTIONS.has(key));
  const own = Reflect.ownKeys(Class.prototype).filter((key) => key !== 'constructor');
  return [
    ...statics.flatMap((key) => callable(Class, key, `${name}.${String(key)}`, { receiver: Class })),
    ...own.flatMap((key) => callable(Class.prototype, key, `${name}#${String(key)}`, { member: name })),
  ];
}

function callable(owner, key, name, about) {
  const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key);
  const found = [[name, get ?? value], [`${name}=`, set]].filter(([, member]) => typeof member === 'function');
  return found.map(([full, member]) => ({ name: full, function: member, isGetter: member === get, ...about }));
}

/** The classes, by their names. */
class Classes {
  constructor() {
    this.named = new Map();
    this.prototypes = new Map();
    /** Instances that are constants: `[class, constant, key]`. */
    this.constants = [];
  }

  add(name, Class) {
    this.named.set(name, Class);
    this.prototypes.set(Class.prototype, name);
  }

  /** When all are added. */
  findConstants() {
    for (const [name, Class] of this.named) {
      for (const key of Reflect.ownKeys(Class)) {
        const { value } = Object.getOwnPropertyDescriptor(Class, key);
        const of = OF_FUNCTIONS.has(key) ? undefined : this.of(value);
        if (of === undefined) continue;
        // It outlives batches, which are to know nothing of each other.
        Object.freeze(value);
        this.constants.push([of, name, key]);
      }
    }
  }

  /** The name of the class of an instance; undefined if it is none, as far as can be seen without running JavaScript. */
  of(value) {
    for (let object = value; isObject(object) && !types.isProxy(object); object = Object.getPrototypeOf(object)) {
      const name = object === value ? undefined : this.prototypes.get(object);
      if (name !== undefined) return this.prototypes.has(value) ? undefined : name;
    }
    return undefined;
  }

  /** The class, and those that it extends. */
  lineOf(name) {
    const line = [];
    for (let Class = this.named.get(name); typeof Class === 'function'; Class = Object.getPrototypeOf(Class)) {
      const known = this.prototypes.get(Class.prototype);
      if (known !== undefined) line.push(known);
    }
    return line;
  }

  /** The instances in what a call has given: itself, its elements or its properties. */
  in(value) {
    if (!isObject(value) || types.isProxy(value) || ArrayBuffer.isView(value)) return [];
    if (this.of(value) !== undefined) return [value];
    const keys = Array.isArray(value) ? Array.from({ length: Math.min(MOST, value.length) }, (_, index) => index) : Reflect.ownKeys(value).slice(0, MOST);
    const inner = keys.map((key) => Object.getOwnPropertyDescriptor(value, key)?.value);
    return inner.filter((part) => this.of(part) !== undefined);
  }
}

/** The classes of which a recipe has instances. */
function classesIn(recipe, found = new Set()) {
  if (!Array.isArray(recipe)) return found;
  if (recipe[0] === 'instance' || recipe[0] === 'kept' || recipe[0] === 'constant') found.add(recipe[1]);
  for (const part of recipe) classesIn(part, found);
  return found;
}

/** An instance made by a call of an export, or the one that is made first by it in the place of another. */
function instance([, name, maker, call, receiver, newTarget], kitchen) {
  const target = kitchen.exports.get(maker);
  // Where it was varied, it may ask for more than an export has time for.
  const made = kitchen.perform(target, target.made(call).call.map((recipe) => kitchen.attempt(recipe)), {
    receiver: receiver ? kitchen.attempt(receiver) : kitchen.receiverOf(target),
    newTarget,
  });
  const instances = kitchen.classes.in(made);
  return instances.find((one) => kitchen.classes.of(one) === name) ?? instances[0];
}

/** Made once in a batch, and used again, whatever has become of it. */
function kept([, name, index, maker], kitchen) {
  const key = `${name} ${index}`;
  if (!kitchen.kept.has(key)) {
    // Making it may come here again.
    kitchen.kept.set(key, undefined);
    kitchen.kept.set(key, kitchen.make(maker));
  }
  return kitchen.kept.get(key);
}

/** A class of JavaScript that extends one of an addon. */
function extending([, name, how, action], kitchen) {
  const Class = kitchen.classes.named.get(name);
  if (how === 'plain') return class extends Class {};
  if (how === 'twice') {
    return class extends Class {
      constructor(...given) {
        super(...given);
        try {
          super(...given);
        } catch {
          // `this` is there already, but the addon's constructor has run.
        }
      }
    };
  }
  return class extends Class {
    constructor(...given) {
      if (how === 'before') kitchen.act(action);
      super(...given);
      if (how === 'after') kitchen.actOn(this, action);
    }
  };
}

/** What operators and functions of JavaScript do to an instance. */
const OPERATIONS = {
  text: (value) => `${value}`,
  number: (value) => +value,
  tag: (value) => Object.prototype.toString.call(value),
  json: (value) => JSON.stringify(value),
  copied: (value) => ({ ...value }),
  cloned: (value) => structuredClone(value),
  inherited: (value) => Object.create(value),
  isInstance: (value) => 1 instanceof value.constructor,
  iterated(value) {
    const found = [];
    for (const item of value) {
      if (found.push(item) >= MOST) break;
    }
    return found;
  },
  read(value) {
    const members = Reflect.ownKeys(Object.getPrototypeOf(value)).filter((key) => key !== 'constructor');
    return members.map((key) => value[key]).find(isObject);
  },
  written(value) {
    for (const key of Reflect.ownKeys(Object.getPrototypeOf(value))) {
      try {
        if (key !== 'constructor') Reflect.set(value, key, value);
      } catch {
        // Setters refuse what is not of their type.
      }
    }
    return value;
  },
};

/** Nothing else is looked at like that: it may be as long as arrays can be. */
function operated([, how, recipe], kitchen) {
  const value = kitchen.make(recipe);
  return kitchen.classes.of(value) === undefined ? value : OPERATIONS[how](value);
}

module.exports = { Classes, OPERATIONS: Object.keys(OPERATIONS), classesIn, extending, instance, isClass, kept, membersOf, operated };
