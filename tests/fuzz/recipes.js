'use strict';
// Recipes of values: arrays that begin with a kind and fit into JSON, so that a case can be written down, changed and replayed.
// `values.js` makes the values.

const { OPERATIONS } = require('./classes.js');

const NUMBERS = [
  '0', '-0', '1', '-1', '2', '3.7', '-0.5', 'NaN', 'Infinity', '-Infinity', '127', '128', '-128', '-129', '255', '256', '32767',
  '32768', '65535', '65536', '2147483647', '2147483648', '-2147483648', '-2147483649', '4294967295', '4294967296', '1e21',
  '9007199254740991', '9007199254740992', '-9007199254740991', '-9007199254740992', '1.7976931348623157e308', '5e-324',
  '8640000000000000', '8640000000000001', '1e-7',
];
const BIGINTS = [
  '0', '1', '-1', '255', '9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809',
  '18446744073709551615', '18446744073709551616', '170141183460469231731687303715884105727',
  '-170141183460469231731687303715884105728', '340282366920938463463374607431768211455',
  '340282366920938463463374607431768211456', `-${'9'.repeat(100)}`,
];
const STRINGS = [
  '', 'a', 'b', 'abc', 'ä', '中', '🌿', '\ud800', '\udc00', 'a\ud83d', '\udf3fz', '\0', 'a\0b', '\ufeff', '\ufffd', '12', '-7',
  '1.5', '__proto__', 'name', 'true', 'null', '[]', '{"a":1}', '2020-01-01', 'ÿ', 'Ā', '\u{10ffff}',
];
const KEYS = [
  'a', 'b', 'x', 'y', 'name', 'value', 'length', 'key', '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'then',
  'message', 'code', 'cause', 'type', 'kind', '0', '1', '-1', '4294967295', '', 'größe', '\ud800', 'a b',
];
const TYPED_ARRAYS = [
  'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array',
  'Float64Array', 'BigInt64Array', 'BigUint64Array', 'Float16Array', 'Buffer',
];
/** How the memory under an array came to be, or went. */
const MEMORY = ['plain', 'plain', 'plain', 'plain', 'detached', 'resizable', 'shrunk', 'shared', 'growable', 'external'];
const ERRORS = ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'AggregateError', 'EvalError', 'URIError', 'DOMException'];
const WELL_KNOWN = ['iterator', 'asyncIterator', 'hasInstance', 'toPrimitive', 'toStringTag', 'species'];
const INTEGERS = { i8: 8, u8: 8, i16: 16, u16: 16, i32: 32, u32: 32 };

/** Makes recipes by chance. */
class Recipes {
  /**
   * `functions` are the names of exports that getters call, `words` texts that some of them know, `classes` the names of classes;
   * `limits.length` bounds arrays that are only long.
   */
  constructor(random, { functions, words, classes, limits }) {
    this.random = random;
    this.classes = classes;
    this.words = words;
    this.functions = functions;
    this.limits = limits;
    this.strings = STRINGS.slice();
    this.keys = KEYS.slice();
    /** Exports that make externals, with the arguments. */
    this.makers = [];
    /** Recipes of instances, by class. */
    this.instances = new Map();
    /** Accepted calls of members, by class: `[name, call]`. */
    this.members = new Map();
    /** The classes that the call is about whose recipe is being made. */
    this.about = [];
  }

  /** Anything; `depth` bounds what is in it. */
  any(depth = 3) {
    const { random } = this;
    const kinds = depth > 0 ? ALL : FLAT;
    return this[random.pick(kinds)](depth - 1);
  }

  some(depth, most = 4) {
    return Array.from({ length: this.random.below(most + 1) }, () => this.any(depth));
  }

  undefined() { return ['undefined']; }
  null() { return ['null']; }
  boolean() { return ['boolean', this.random.once(2)]; }

  number() {
    const { random } = this;
    if (random.once(2)) return ['number', random.pick(NUMBERS)];
    if (random.once(2)) return ['number', String(random.below(100))];
    return ['number', String((random.next() - 0x8000_0000) / (random.once(2) ? 1 : 1 + random.below(1000)))];
  }

  string() {
    const { random } = this;
    if (this.words.length > 0 && random.once(4)) return ['string', random.pick(this.words)];
    if (random.once(30)) return ['long', random.pick(this.strings), random.once(40) ? 100_000 : random.below(3000)];
    if (random.once(4)) return ['string', random.pick(this.strings) + random.pick(this.strings)];
    return ['string', random.pick(this.strings)];
  }

  character() {
    return ['string', this.random.once(3) ? String.fromCodePoint(this.random.below(0x110000)) : this.random.pick(['a', 'ä', '中', '🌿', '\0', '\ufffd'])];
  }

  bigint() {
    const { random } = this;
    if (random.once(200)) return ['bigint', '7'.repeat(random.below(3000) + 1)];
    return ['bigint', random.once(2) ? random.pick(BIGINTS) : String(random.below(1000) - 500)];
  }

  symbol() {
    const { random } = this;
    if (random.once(3)) return ['wellKnown', random.pick(WELL_KNOWN)];
    return [random.once(2) ? 'symbol' : 'registered', random.pick(this.strings)];
  }

  date() {
    const { random } = this;
    return ['date', random.once(3) ? random.pick(NUMBERS) : String(random.next() * random.below(1000))];
  }

  regexp() { return ['regexp', this.random.pick(['a', '(?:)', '[z-é]+', '\\/']), this.random.pick(['', 'g', 'iu', 'y', 'd'])]; }

  error(depth) {
    const { random } = this;
    const cause = depth > 0 && random.once(3) ? this.any(depth) : null;
    return ['error', random.pick(ERRORS), random.pick(this.strings), cause, random.once(3) ? random.pick(this.strings) : null];
  }

  map(depth) { return ['map', this.some(depth).map((value) => [this.random.once(3) ? this.any(depth) : this.string(), value])]; }
  set(depth) { return ['set', this.some(depth)]; }

  array(depth) {
    const elements = this.some(depth);
    if (elements.length > 0 && this.random.once(12)) elements[this.random.below(elements.length)] = ['hole'];
    if (this.random.once(60)) return ['times', this.any(depth), this.random.below(2000)];
    return ['array', elements];
  }

  sparse() {
    const { random } = this;
    return ['sparse', random.once(8) ? this.limits.length : random.below(3000), random.below(10), this.any(0)];
  }

  typed(depth, name = this.random.pick(TYPED_ARRAYS)) {
    const { random } = this;
    const count = random.once(40) ? random.below(20_000) : random.below(20);
    return ['typed', name, this.memory(), count, random.once(3) ? random.below(4) : 0];
  }

  memory() {
    const { random } = this;
    return random.once(12) ? ['argument', random.below(3)] : [random.pick(MEMORY)];
  }

  arrayBuffer() { return ['arrayBuffer', this.random.pick(MEMORY), this.random.below(64)]; }
  dataView() { return ['typed', 'DataView', this.memory(), this.random.below(20), this.random.below(4)]; }
  function() { return ['function', this.action(1)]; }
  class() { return ['class', this.random.pick(this.strings)]; }
  promise(depth) { return ['promise', this.any(depth)]; }
  boxed() { return ['boxed', this.random.pick([this.number(), this.string(), this.boolean(), this.symbol(), this.bigint()])]; }
  revoked() { return ['revoked', this.random.pick(['object', 'array', 'function'])]; }
  proxy(depth) { return ['proxy', this.any(depth), this.random.once(3) ? null : this.random.pick(TRAPS), this.action(depth)]; }
  argument() { return ['argument', this.random.below(4)]; }
  earlier() { return ['earlier', this.random.below(16)]; }
  deep() { return ['deep', this.random.once(2) ? 'array' : 'object', this.random.below(this.random.once(10) ? 5000 : 60)]; }
  cyclic() { return ['cyclic', this.random.pick(this.keys)]; }
  other() { return ['other', this.random.pick(OTHERS)]; }

  object(depth) {
    const { random } = this;
    const properties = this.some(depth).map((value) => [random.pick(this.keys), this.property(value, depth)]);
    return ['object', properties, random.once(3) ? random.pick(SHAPES) : 'plain'];
  }

  property(value, depth) {
    return this.random.once(15) ? ['getter', this.action(depth)] : value;
  }

  /** What a function, a getter or a trap does: `[what, the result, ..]`. */
  action(depth) {
    const { random } = this;
    if (this.about.length > 0 && random.once(2)) {
      const members = this.members.get(random.pick(this.about)) ?? [];
      if (members.length > 0) return ['calls', this.any(0), ...random.pick(members)];
    }
    const what = random.pick(ACTIONS);
    const value = this.any(depth);
    if (what === 'calls') return [what, value, random.pick(this.functions), this.some(Math.min(depth, 1), 3)];
    // It takes milliseconds.
    return [what === 'collects' && !random.once(100) ? 'returns' : what, value];
  }

  /** What a message says was expected; undefined if the words tell nothing. */
  expected(words, depth = 2) {
    const { random } = this;
    const parts = words.split(/, or | or |, (?=an? |[A-Z"])/);
    if (parts.length > 1) {
      const known = parts.map((part) => this.expected(part, depth)).filter((recipe) => recipe !== undefined);
      if (known.length > 0) return random.pick(known);
    }
    const plain = words.replace(/^(an?|one of|either|the) /, '');
    const named = this.classes.filter((name) => name.endsWith(`.${plain.replace(/ itself$/, '')}`));
    if (named.length > 0) return this.instance(random.pick(named));
    const literals = [...plain.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`/g)].map(([, ...texts]) => texts.find((text) => text !== undefined));
    if (literals.length > 0) return ['string', random.pick(literals)];
    const length = plain.match(/^array of (?:length )?(\d+)/);
    if (length) return ['array', Array.from({ length: Number(length[1]) }, () => this.any(depth - 1))];
    const integer = plain.match(/^(?:integer|bigint)?.*\b([iu](?:8|16|32|64|128|size))\b/);
    if (integer) return plain.startsWith('bigint') ? this.bigint() : ['number', this.integer(integer[1])];
    if (/^(one of )?-?\d+(, -?\d+)*$/.test(plain)) return ['number', random.pick(plain.match(/-?\d+/g))];
    if (/one character/.test(plain)) return this.character();
    const typed = TYPED_ARRAYS.find((name) => plain.startsWith(name));
    if (typed) return this.typed(depth, typed === 'Uint8Array' && random.once(4) ? 'Uint8ClampedArray' : typed);
    if (plain.startsWith('SharedArrayBuffer')) return ['arrayBuffer', random.pick(['shared', 'growable']), random.below(64)];
    const kind = WORDS.find(([word]) => plain.startsWith(word))?.[1];
    return kind === undefined ? undefined : this[kind](depth);
  }

  /** Of a type of Rust's; mostly one that fits. */
  integer(type) {
    const { random } = this;
    if (random.once(8)) return random.pick(NUMBERS);
    const bits = INTEGERS[type] ?? 53;
    const limit = random.once(4) ? 2 ** bits : 100;
    const number = Math.floor((random.next() / 0x1_0000_0000) * limit);
    return String(type.startsWith('i') ? number - Math.floor(limit / 2) : number);
  }

  /** Mostly an instance of the class: a new one, one that was used before, or one that somebody else in this call has, too. */
  instance(name = this.random.pick(this.classes)) {
    const { random } = this;
    const known = this.instances.get(name) ?? [];
    if (known.length === 0) return ['undefined'];
    const fresh = random.pick(known);
    const way = random.below(25);
    if (way < 11) return fresh;
    if (way < 17) return ['kept', name, random.below(2), fresh];
    switch (way) {
      case 17:
        return ['receiver'];
      case 18:
        return ['argument', random.below(2)];
      case 19:
        return ['inherits', fresh];
      case 20:
        return ['proxy', fresh, random.once(2) ? null : random.pick(TRAPS), this.action(0)];
      case 21:
        return ['with', fresh, random.pick(this.keys), this.any(0)];
      case 22:
        return random.pick(this.instances.get(random.pick(this.classes)) ?? known);
      default:
        return fresh[0] === 'instance' && this.classes.includes(fresh[2]) ? [...fresh.slice(0, 5), this.newTarget(name)] : fresh;
    }
  }

  /** What takes the place of a class when it is constructed. */
  newTarget(name) {
    const { random } = this;
    if (random.once(8)) return ['constructor', random.pick(this.classes)];
    if (random.once(12)) return this.any(1);
    return ['extends', name, random.pick(['plain', 'plain', 'before', 'after', 'twice']), this.action(0)];
  }

  anyInstance() { return this.classes.length > 0 ? this.instance() : ['undefined']; }

  operated() {
    return this.classes.length > 0 ? ['operated', this.random.pick(OPERATIONS), this.instance()] : ['undefined'];
  }

  subclass() {
    return this.classes.length > 0 ? ['extends', this.random.pick(this.classes), 'plain', ['returns', ['undefined']]] : ['undefined'];
  }

  /** What an export makes that was seen to make one. */
  external() {
    return this.makers.length > 0 ? ['external', ...this.random.pick(this.makers)] : ['undefined'];
  }
}

const FLAT = [
  'undefined', 'null', 'boolean', 'number', 'number', 'string', 'string', 'bigint', 'symbol', 'date', 'regexp', 'error', 'sparse',
  'typed', 'typed', 'arrayBuffer', 'dataView', 'class', 'boxed', 'revoked', 'argument', 'earlier', 'deep', 'cyclic', 'other',
  'external', 'anyInstance', 'operated', 'subclass',
];
const ALL = [...FLAT, 'map', 'set', 'array', 'array', 'object', 'object', 'object', 'function', 'proxy', 'promise'];
const SHAPES = ['frozen', 'sealed', 'fixed', 'nullPrototype', 'inherited', 'instance'];
const ACTIONS = [
  'returns', 'returns', 'returns', 'throws', 'throws', 'calls', 'calls', 'detaches', 'resizes', 'empties', 'grows', 'repeats',
  'collects',
];
const TRAPS = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'set', 'defineProperty', 'apply', 'construct'];
const OTHERS = [
  'weakMap', 'weakRef', 'generator', 'asyncFunction', 'arguments', 'url', 'iterator', 'bound', 'subarray', 'subclass',
];
/** How messages begin that ask for a kind. */
const WORDS = [
  ['integer', 'number'], ['number', 'number'], ['finite', 'number'], ['string', 'string'], ['text', 'string'],
  ['boolean', 'boolean'], ['bigint', 'bigint'], ['symbol', 'symbol'], ['null', 'null'], ['undefined', 'undefined'],
  ['object', 'object'], ['array of', 'array'], ['array', 'array'], ['function', 'function'], ['Date', 'date'],
  ['date', 'date'], ['external', 'external'], ['Map', 'map'], ['Set', 'set'], ['RegExp', 'regexp'], ['Error', 'error'],
  ['typed array', 'typed'], ['ArrayBuffer', 'arrayBuffer'], ['DataView', 'dataView'],
  ['Promise', 'promise'], ['valid Date', 'date'], ['buffer', 'typed'],
];

module.exports = { Recipes };
