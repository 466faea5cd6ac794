'use strict';
// Calls of exports with values made by chance. What an export takes is learned from its messages, which say where a value does
// not fit and what was expected there.

const { addon } = require('../js/harness.js');
const { BOUNDED, LEFT_OUT, LENT } = require('./fixtures.js');
const { Random } = require('./random.js');
const { Recipes } = require('./recipes.js');
const { Kitchen } = require('./values.js');
const { explained, mended, partAt, parts, replacedAt, varied } = require('./variation.js');

/** Calls that depend on nothing but the seed, their number and what was learned. */
const BATCH = 1000;
const LEARNED = 12;
const ATTEMPTS = 400;
/** Whole numbers and lengths for exports whose work grows with them. */
const BOUND = 200;

const CONVERSION = new Set(['ERR_INVALID_ARG_TYPE', 'ERR_OUT_OF_RANGE', 'ERR_INVALID_ARG_VALUE']);

/** An export, what is known of it, and what came of its calls. */
class Target {
  constructor(name, exported, receiver) {
    Object.assign(this, { name, function: exported, receiver });
    this.accepted = [];
    /** The positions of arguments whose memory is lent. */
    this.lent = new Set();
    this.bounded = BOUNDED.some((pattern) => pattern.test(name));
    this.counts = { accepted: 0, rejected: 0, threw: 0 };
  }

  /** How many arguments calls have. */
  get arity() {
    return Math.max(1, ...this.accepted.map((call) => call.length));
  }
}

class Fuzzer {
  constructor(packages, seed) {
    this.seed = seed;
    this.targets = packages.flatMap((name) => exportsOf(addon(name), name)).map((found) => new Target(...found));
    this.exports = new Map(this.targets.map((target) => [target.name, target]));
    this.kitchen = new Kitchen(this.exports);
    this.codes = new Map();
    this.dictionary = undefined;
  }

  /** Finds calls that are accepted. */
  learn() {
    const recipes = this.recipes(0);
    this.dictionary = recipes;
    for (const target of this.targets) this.learnOne(target, recipes);
    for (const target of this.targets) target.counts = { accepted: 0, rejected: 0, threw: 0 };
    this.codes.clear();
  }

  recipes(stream) {
    const recipes = new Recipes(new Random(this.seed, stream), [...this.exports.keys()], { length: 4_294_967_295 });
    if (this.dictionary) Object.assign(recipes, { strings: this.dictionary.strings, keys: this.dictionary.keys });
    return recipes;
  }

  learnOne(target, recipes) {
    recipes.limits.length = BOUND;
    let call = [];
    for (let attempt = 0; attempt < ATTEMPTS && target.accepted.length < LEARNED; attempt += 1) {
      const outcome = this.run({ name: target.name, call: bounded(target, call) });
      if (outcome.accepted) {
        target.accepted.push(call);
        call = varied(recipes.random.pick(target.accepted), recipes);
        continue;
      }
      const reason = outcome.rejected && explained(outcome.message);
      if (reason && reason.path.length === 0 && /Array$/.test(reason.words)) target.lent.add(reason.position);
      call = (reason && !recipes.random.once(25) && mended(call, reason, recipes)) || recipes.some(2);
    }
  }

  /** The cases of batch `number`; the same each time. */
  *cases(number) {
    const recipes = this.recipes(number + 1);
    const { random } = recipes;
    this.kitchen.earlier = [];
    for (let count = 0; count < BATCH; count += 1) {
      const target = random.pick(this.targets);
      // What takes `undefined` would take four thousand million of them.
      recipes.limits.length = random.once(50) && !this.takesHoles(target) ? 4_294_967_295 : 20_000;
      const made = { name: target.name, call: bounded(target, this.chosen(target, recipes)) };
      if (random.once(20)) made.receiver = recipes.any(1);
      if (random.once(60)) made.construct = true;
      yield made;
    }
  }

  chosen(target, recipes) {
    const { random } = recipes;
    const known = target.accepted;
    const way = random.below(10);
    if (known.length === 0 || way < 2) return recipes.some(2, target.arity + 1);
    return way < 5 ? random.pick(known) : varied(random.pick(known), recipes);
  }

  /** Whether a hole may be an element of what this export takes. */
  takesHoles(target) {
    return target.bounded || !target.name.startsWith('values.slices.');
  }

  /** Calls, and gives what came of it; throws when it did what no export may. */
  run(made) {
    const target = this.exports.get(made.name);
    if (target === undefined) throw new Error(`there is no export ${made.name}`);
    const { kitchen } = this;
    kitchen.running = target;
    kitchen.depth = 0;
    const given = kitchen.makeAll(made.call);
    const receiver = made.receiver ? kitchen.attempt(made.receiver) : target.receiver;
    try {
      const call = made.construct ? Reflect.construct(target.function, given) : Reflect.apply(target.function, receiver, given);
      this.accept(target, made, call);
      return { accepted: true };
    } catch (error) {
      return this.refuse(target, error);
    }
  }

  accept(target, made, value) {
    target.counts.accepted += 1;
    const { kitchen } = this;
    if (LENT.test(target.name)) {
      const gone = (recipe, position) => target.lent.has(position) && recipe[0] === 'typed' && recipe[2][0] === 'detached';
      if (made.call.some(gone)) this.fail(`${target.name} takes memory that was detached`);
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

/** The call, with numbers and lengths that keep an export busy for no longer than a moment. */
function bounded(target, call) {
  return target.bounded ? call.map(boundedRecipe) : call;
}

function boundedRecipe(recipe) {
  const [kind, first] = recipe;
  if (kind === 'number') return Math.abs(Number(first)) > BOUND ? [kind, String(Number(first) % BOUND)] : recipe;
  if (kind === 'bigint') return first.length > 3 ? [kind, '100'] : recipe;
  if (kind === 'date') return ['date', '5'];
  const same = kind === 'sparse' ? replacedAt(recipe, [1], Math.min(first, BOUND)) : recipe;
  return parts(same).reduce((made, at) => replacedAt(made, at, boundedRecipe(partAt(made, at))), same);
}

module.exports = { BATCH, Fuzzer };
