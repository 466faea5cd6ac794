'use strict';
// Calls of exports with values made by chance, and what comes of them.

const { addon } = require('../js/harness.js');
const { Classes, isClass, membersOf } = require('./classes.js');
const { BOUNDED, KNOWN, LENT, isLeftOut, isNeverAccepted, wordsOf } = require('./fixtures.js');
const { learn } = require('./learning.js');
const { Random } = require('./random.js');
const { Recipes } = require('./recipes.js');
const { Kitchen } = require('./values.js');
const { partAt, parts, replacedAt, varied } = require('./variation.js');

/** Calls that depend on nothing but the seed, their number and what was learned. */
const BATCH = 1000;
/** Whole numbers and lengths for exports whose work grows with them. */
const BOUND = 200;

const FEW_CLASSES = 3;

/** How often an export that has accepted nothing is learned again. */
const MORE_ROUNDS = 5;

const CONVERSION = new Set(['ERR_INVALID_ARG_TYPE', 'ERR_OUT_OF_RANGE', 'ERR_INVALID_ARG_VALUE']);

/** An export, what is known of it, and what came of its calls. */
class Target {
  /** `receiver` is what it belongs to, or `member` the class whose instances have it. */
  constructor({ name, function: exported, receiver, member, isClass = false, isGetter = false }) {
    Object.assign(this, { name, function: exported, receiver, member, isClass, isGetter });
    /** The classes whose instances it is called on, or with. */
    this.about = new Set();
    this.accepted = [];
    /** Calls that are to be made though the export refuses all. */
    this.known = name in KNOWN ? [{ call: KNOWN[name] }] : [];
    /** The positions of arguments whose memory is lent. */
    this.lent = new Set();
    this.bounded = BOUNDED.some((pattern) => pattern.test(name));
    this.counts = { accepted: 0, rejected: 0, threw: 0 };
  }

  /** How many arguments calls have. */
  get arity() {
    return Math.max(1, ...this.accepted.map(({ call }) => call.length));
  }

  /** A case: a call, whose receiver is what the export belongs to where none is given. */
  made(call, receiver) {
    const made = { name: this.name, call: this.bounded ? call.map(bounded) : call, receiver };
    return this.lent.size > 0 && LENT.test(this.name) ? { ...made, lent: [...this.lent] } : made;
  }
}

class Fuzzer {
  constructor(packages, seed) {
    this.seed = seed;
    this.classes = new Classes();
    this.targets = packages.flatMap((name) => exportsOf(addon(name), name, this.classes)).map((found) => new Target(found));
    this.classes.findConstants();
    for (const target of this.targets) {
      const about = target.isClass ? target.name : target.member;
      if (about !== undefined) target.about = new Set(this.classes.lineOf(about));
    }
    /** A getter of each class that has any: what borrows an instance for a moment. */
    this.getters = new Map(this.targets.filter(({ isGetter, member }) => isGetter && member).map((target) => [target.member, target]));
    this.exports = new Map(this.targets.map((target) => [target.name, target]));
    this.functions = [...this.exports.keys()];
    this.words = wordsOf(packages);
    this.kitchen = new Kitchen(this.exports, this.classes);
    this.codes = new Map();
    this.kitchen.refused = (error) => this.see(codeOf(error));
    this.dictionary = undefined;
  }

  /** Finds calls that are accepted. */
  learn() {
    const recipes = this.recipes(0);
    this.dictionary = recipes;
    for (const constant of this.classes.constants) recipes.instances.set(constant[0], [['constant', ...constant]]);
    const begin = (target) => learn(target, recipes, (made) => this.run(made), this.classes);
    // Some take what others make: instances, above all.
    const order = (target) => (target.isClass ? 0 : target.member === undefined ? 1 : 2);
    for (const target of this.targets.slice().sort((a, b) => order(a) - order(b))) begin(target);
    const unknown = (target) => target.accepted.length === 0;
    for (const target of this.targets.filter(unknown)) begin(target);
    // An export that is to be accepted should not need luck, which each new export changes.
    for (let round = 0; round < MORE_ROUNDS; round += 1) {
      for (const target of this.targets.filter((target) => unknown(target) && !isNeverAccepted(target.name))) begin(target);
    }
    for (const target of this.targets) target.counts = { accepted: 0, rejected: 0, threw: 0 };
    this.codes.clear();
  }

  recipes(stream) {
    const { functions, words } = this;
    const classes = [...this.classes.named.keys()];
    const recipes = new Recipes(new Random(this.seed, stream), { functions, words, classes, limits: { length: BOUND } });
    if (this.dictionary) {
      const { strings, keys, makers, instances, members } = this.dictionary;
      Object.assign(recipes, { strings, keys, makers, instances, members });
    }
    return recipes;
  }

  /** The cases of batch `number`; the same each time. */
  *cases(number) {
    const recipes = this.recipes(number + 1);
    const { random } = recipes;
    this.kitchen.beginBatch();
    const often = this.ofFewClasses(random);
    for (let count = 0; count < BATCH; count += 1) {
      const target = random.pick(often.length > 0 && random.once(4) ? often : this.targets);
      // What takes `undefined` would take four thousand million of them.
      recipes.limits.length = random.once(50) && !this.takesHoles(target) ? 4_294_967_295 : 20_000;
      recipes.about = [...target.about];
      const made = this.chosen(target, recipes);
      if (target.member !== undefined && (!made.receiver || random.below(3) > 0)) made.receiver = recipes.instance(target.member);
      if (random.once(20)) made.receiver = recipes.any(1);
      if (random.once(60)) made.construct = !target.isClass;
      else if (target.isClass && random.once(4)) made.newTarget = recipes.newTarget(target.name);
      yield made;
    }
  }

  /** What is about a few classes, of which a batch makes more calls, so that the same instances are met again. */
  ofFewClasses(random) {
    const names = [...this.classes.named.keys()];
    const few = names.length > 0 ? Array.from({ length: FEW_CLASSES }, () => random.pick(names)) : [];
    return this.targets.filter(({ about }) => few.some((name) => about.has(name)));
  }

  chosen(target, recipes) {
    const { random } = recipes;
    const known = target.accepted.length > 0 ? target.accepted : target.known;
    const way = random.below(10);
    if (known.length === 0 || way < 2) return target.made(recipes.some(2, target.arity + 1));
    const { call, receiver } = random.pick(known);
    return target.made(calledBack(target, way < 5 ? call : varied(call, recipes), recipes), receiver);
  }

  /** How many values of classes there are; one that is dropped twice ends the process. */
  values() {
    return this.exports.get('classes.alive')?.function() ?? 0;
  }

  /** Whether a hole may be an element of what this export takes. */
  takesHoles(target) {
    return target.bounded || !target.name.startsWith('values.slices.');
  }

  /** Calls, and gives what came of it; throws when it did what no export may. */
  run(made) {
    const target = this.exports.get(made.name);
    if (target === undefined) throw new Error(`there is no export ${made.name}`);
    this.begun?.(made);
    const { kitchen } = this;
    kitchen.begin(target);
    const receiver = made.receiver ? kitchen.attempt(made.receiver) : target.receiver;
    kitchen.receiver = receiver;
    const given = kitchen.makeAll(made.call);
    try {
      const value = kitchen.perform(target, given, { receiver, newTarget: made.newTarget, construct: made.construct });
      this.accept(target, made, value);
      return { accepted: true, value };
    } catch (error) {
      return this.refuse(target, error);
    } finally {
      if (this.fault === undefined && target.about.size > 0) this.demandNoBorrow(target, [receiver, ...given]);
    }
  }

  /** No borrow outlives its call: a getter that is refused now says that one did. */
  demandNoBorrow(target, values) {
    for (const instance of values.flatMap((value) => this.classes.in(value))) {
      for (const name of this.classes.lineOf(this.classes.of(instance))) {
        const getter = this.getters.get(name);
        if (getter === undefined) continue;
        try {
          Reflect.apply(getter.function, instance, []);
        } catch (error) {
          if (codeOf(error) === 'ERR_BORROWED') this.fail(`${target.name}: the instance is borrowed, but no call is under way`);
        }
      }
    }
  }

  accept(target, made, value) {
    target.counts.accepted += 1;
    const { kitchen } = this;
    if (made.lent) {
      const gone = (position) => made.call[position]?.[0] === 'typed' && made.call[position][2][0] === 'detached';
      if (made.lent.some(gone)) this.fail(`${target.name} takes memory that was detached`);
    }
    kitchen.remember(value);
    if (typeof value !== 'function' || kitchen.arguments.length === 0) return;
    try {
      kitchen.remember(value(...kitchen.arguments));
    } catch {
      // A function that Rust made refuses in its own way.
    }
  }

  /** Ends the run: an export did what none may. */
  fail(message) {
    this.fault = new Error(message);
    throw this.fault;
  }

  see(code) {
    if (code !== undefined) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  }

  refuse(target, error) {
    if (this.fault !== undefined && error === this.fault) throw error;
    const code = codeOf(error);
    this.see(code);
    const message = messageOf(error);
    const rejected = CONVERSION.has(code) && /: argument \d+/.test(message);
    target.counts[rejected ? 'rejected' : 'threw'] += 1;
    return { accepted: false, message, rejected };
  }
}

/** The call, whose callbacks now and then do something else than they did when it was learned, mostly to its instances. */
function calledBack(target, call, recipes) {
  if (target.about.size === 0) return call;
  return call.map((recipe) => (recipe[0] === 'function' && recipes.random.once(2) ? recipes.function() : recipe));
}

/** What JavaScript throws may be a proxy, or have getters. */
function codeOf(error) {
  try {
    const code = error?.code;
    return typeof code === 'string' && code.startsWith('ERR_') ? code : undefined;
  } catch {
    return undefined;
  }
}

function messageOf(error) {
  try {
    return typeof error?.message === 'string' ? error.message : '';
  } catch {
    return '';
  }
}

/** What can be called of the exports, at any depth, with the members of classes, which are added to `classes`. */
function exportsOf(exports, name, classes) {
  return Reflect.ownKeys(exports).flatMap((key) => {
    const { value } = Object.getOwnPropertyDescriptor(exports, key);
    const full = `${name}.${String(key)}`;
    if (isLeftOut(full)) return [];
    if (isClass(value)) {
      classes.add(full, value);
      const called = membersOf(value, full).filter((member) => !isLeftOut(member.name));
      return [{ name: full, function: value, receiver: exports, isClass: true }, ...called];
    }
    if (typeof value === 'function') return [{ name: full, function: value, receiver: exports }];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? exportsOf(value, full, classes) : [];
  });
}

/** The recipe, with numbers and lengths that keep an export busy for no longer than a moment. */
function bounded(recipe) {
  const [kind, first] = recipe;
  if (kind === 'number') return Math.abs(Number(first)) > BOUND ? [kind, String(Number(first) % BOUND)] : recipe;
  if (kind === 'bigint') return first.length > 3 ? [kind, '100'] : recipe;
  if (kind === 'argument') return ['number', '7'];
  const same = kind === 'sparse' ? replacedAt(recipe, [1], Math.min(first, BOUND)) : recipe;
  return parts(same).reduce((made, at) => replacedAt(made, at, bounded(partAt(made, at))), same);
}

module.exports = { BATCH, Fuzzer };
