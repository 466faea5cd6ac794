'use strict';
// Calls of exports with values made by chance, and what comes of them.

const { addon } = require('../js/harness.js');
const { BOUNDED, KNOWN, LEFT_OUT, LENT, wordsOf } = require('./fixtures.js');
const { learn } = require('./learning.js');
const { Random } = require('./random.js');
const { Recipes } = require('./recipes.js');
const { Kitchen } = require('./values.js');
const { partAt, parts, replacedAt, varied } = require('./variation.js');

/** Calls that depend on nothing but the seed, their number and what was learned. */
const BATCH = 1000;
/** Whole numbers and lengths for exports whose work grows with them. */
const BOUND = 200;

const CONVERSION = new Set(['ERR_INVALID_ARG_TYPE', 'ERR_OUT_OF_RANGE', 'ERR_INVALID_ARG_VALUE']);

/** An export, what is known of it, and what came of its calls. */
class Target {
  constructor(name, exported, receiver) {
    Object.assign(this, { name, function: exported, receiver });
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
    this.targets = packages.flatMap((name) => exportsOf(addon(name), name)).map((found) => new Target(...found));
    this.exports = new Map(this.targets.map((target) => [target.name, target]));
    this.functions = [...this.exports.keys()];
    this.words = wordsOf(packages);
    this.kitchen = new Kitchen(this.exports);
    this.codes = new Map();
    this.dictionary = undefined;
  }

  /** Finds calls that are accepted. */
  learn() {
    const recipes = this.recipes(0);
    this.dictionary = recipes;
    for (const target of this.targets) learn(target, recipes, (made) => this.run(made));
    // Some take what others make.
    for (const target of this.targets) {
      if (target.accepted.length === 0) learn(target, recipes, (made) => this.run(made));
    }
    for (const target of this.targets) target.counts = { accepted: 0, rejected: 0, threw: 0 };
    this.codes.clear();
  }

  recipes(stream) {
    const { functions, words } = this;
    const recipes = new Recipes(new Random(this.seed, stream), { functions, words, limits: { length: BOUND } });
    if (this.dictionary) {
      const { strings, keys, makers } = this.dictionary;
      Object.assign(recipes, { strings, keys, makers });
    }
    return recipes;
  }

  /** The cases of batch `number`; the same each time. */
  *cases(number) {
    const recipes = this.recipes(number + 1);
    const { random } = recipes;
    this.kitchen.beginBatch();
    for (let count = 0; count < BATCH; count += 1) {
      const target = random.pick(this.targets);
      // What takes `undefined` would take four thousand million of them.
      recipes.limits.length = random.once(50) && !this.takesHoles(target) ? 4_294_967_295 : 20_000;
      const made = this.chosen(target, recipes);
      if (random.once(20)) made.receiver = recipes.any(1);
      if (random.once(60)) made.construct = true;
      yield made;
    }
  }

  chosen(target, recipes) {
    const { random } = recipes;
    const known = target.accepted.length > 0 ? target.accepted : target.known;
    const way = random.below(10);
    if (known.length === 0 || way < 2) return target.made(recipes.some(2, target.arity + 1));
    const { call, receiver } = random.pick(known);
    return target.made(way < 5 ? call : varied(call, recipes), receiver);
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
    const given = kitchen.makeAll(made.call);
    const receiver = made.receiver ? kitchen.attempt(made.receiver) : target.receiver;
    try {
      const value = made.construct ? Reflect.construct(target.function, given) : Reflect.apply(target.function, receiver, given);
      this.accept(target, made, value);
      return { accepted: true, value };
    } catch (error) {
      return this.refuse(target, error);
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

  refuse(target, error) {
    if (this.fault !== undefined && error === this.fault) throw error;
    const code = codeOf(error);
    if (code !== undefined) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    const message = messageOf(error);
    const rejected = CONVERSION.has(code) && /: argument \d+/.test(message);
    target.counts[rejected ? 'rejected' : 'threw'] += 1;
    return { accepted: false, message, rejected };
  }
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

/** `[name, function, receiver]` of each function in the exports, at any depth. */
function exportsOf(exports, name) {
  return Reflect.ownKeys(exports).flatMap((key) => {
    const { value } = Object.getOwnPropertyDescriptor(exports, key);
    const full = `${name}.${String(key)}`;
    if (LEFT_OUT.some(([pattern]) => pattern.test(full))) return [];
    if (typeof value === 'function') return [[full, value, exports]];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? exportsOf(value, full) : [];
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
