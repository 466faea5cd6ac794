// addons: values
'use strict';
const assert = require('node:assert');
const vm = require('node:vm');
const { addon, caught, referencesLeftBy, test, testOn } = require('./harness.js');

const { regexps } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });

const patterns = [/a/, /(?:)/, new RegExp(''), /\d+/g, /[/\]]\//imsy, /é中🌿/u, /^\p{L}$/u, /\n/, new RegExp('\n'), new RegExp('/'), /a/dgimsuy];
try {
  patterns.push(new RegExp('[a&&b]', 'v'));
} catch {
  // A host older than the flag.
}

test('regular expressions arrive and return', () => {
  for (const pattern of patterns) {
    const returned = regexps.owned(pattern);
    assert.ok(returned instanceof RegExp && returned !== pattern);
    assert.strictEqual(String(returned), String(pattern));
    assert.deepStrictEqual(regexps.parts(pattern), [pattern.source, pattern.flags]);
    assert.deepStrictEqual(regexps.partsOfHandle(pattern), [pattern.source, pattern.flags]);
    assert.strictEqual(regexps.handle(pattern), pattern);
    assert.strictEqual(String(regexps.make(pattern.source, pattern.flags)), String(pattern));
    assert.strictEqual(String(regexps.makeOwned(pattern.source, pattern.flags)), String(pattern));
  }
  assert.deepStrictEqual(regexps.many(patterns).map(String), patterns.map(String));
  assert.strictEqual(regexps.optional(), undefined);
  assert.strictEqual(regexps.optional(null), undefined);
  assert.strictEqual(String(regexps.optional(/a/)), '/a/');
  // Where it had come to is not part of it.
  const at = /a/g;
  at.lastIndex = 7;
  assert.strictEqual(regexps.owned(at).lastIndex, 0);
});

test('they match', () => {
  assert.strictEqual(regexps.test(/^a+$/i, 'aAa'), true);
  assert.strictEqual(regexps.test(/^a+$/, 'aAa'), false);
  assert.strictEqual(regexps.make('^é$', 'u').test('é'), true);
});

test('a pattern that is none is a SyntaxError of the language', () => {
  for (const [source, flags] of [['(', ''], ['[', ''], ['a', 'x'], ['a', 'gg'], ['\\', '']]) {
    for (const name of ['make', 'makeOwned']) {
      const expected = caught(() => new RegExp(source, flags));
      assert.throws(() => regexps[name](source, flags), { name: 'SyntaxError', message: expected.message });
    }
  }
});

const wrongs = [
  [0, 'number'],
  ['/a/', 'string'],
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, 'object'],
  [{ source: 'a', flags: 'g' }, 'object'],
  [RegExp, 'function'],
  [RegExp.prototype, 'object'],
  [Object.create(RegExp.prototype), 'object'],
  [Object.create(/a/), 'object'],
  [new Proxy(/a/, {}), 'object'],
  [{ [Symbol.toStringTag]: 'RegExp', [Symbol.match]: true }, 'object'],
];

test('only regular expressions are', () => {
  for (const [value, kind] of wrongs) {
    for (const name of ['owned', 'handle', 'parts']) {
      assert.throws(() => regexps[name](value), wrongType(`${name}: argument 1 (value): expected RegExp, got ${kind}`));
    }
  }
  assert.throws(() => regexps.many([/a/, 'a']), wrongType('many: argument 1 (value)[1]: expected RegExp, got string'));
});

test('what is one is told by the language', () => {
  const fail = () => assert.fail('a conversion calls nothing');
  class Own extends RegExp {
    get source() {
      return fail();
    }
    get flags() {
      return fail();
    }
    get global() {
      return fail();
    }
  }
  assert.deepStrictEqual(regexps.parts(new Own('a', 'gi')), ['a', 'gi']);
  const bare = Object.setPrototypeOf(/a/g, null);
  assert.deepStrictEqual(regexps.parts(bare), ['a', 'g']);
  const other = Object.defineProperties(/a/y, { source: { get: fail }, flags: { get: fail }, [Symbol.match]: { value: false } });
  assert.deepStrictEqual(regexps.parts(other), ['a', 'y']);
  assert.deepStrictEqual(regexps.parts(vm.runInNewContext('/a/g')), ['a', 'g']);
});

test('functions of them', () => {
  const pattern = /a/g;
  const kept = regexps.keep(pattern);
  assert.strictEqual(kept(pattern, /a/), true);
  assert.strictEqual(kept(pattern, /b/), false);
  assert.strictEqual(kept(/a/g, /a/), false);
});

testOn(['node'], 'nothing is held', async () => {
  const left = await referencesLeftBy(() => {
    for (const pattern of patterns) regexps.owned(pattern);
    caught(() => regexps.owned({}));
    caught(() => regexps.make('(', ''));
  });
  assert.strictEqual(left, 0);
});
