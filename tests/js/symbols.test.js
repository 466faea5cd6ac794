// addons: values
'use strict';
const assert = require('node:assert');
const { addon, inWorker, addonPath, test } = require('./harness.js');

const { symbols } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });

const texts = ['', 'key', 'größe', 'ключ', '🌿', 'a\0b', '\0', 'x'.repeat(10_000), 'я'.repeat(10_000), '__proto__', '1'];

test('a registered symbol is that of the language', () => {
  for (const text of texts) {
    const symbol = symbols.registered(text);
    assert.strictEqual(symbol, Symbol.for(text));
    assert.strictEqual(Symbol.keyFor(symbol), text);
    assert.strictEqual(symbols.registered(text), symbol);
  }
  // Registered first by the addon.
  assert.strictEqual(Symbol.for(symbols.registered('napi-core.first').description), symbols.registered('napi-core.first'));
  assert.throws(() => symbols.registered(Symbol('key')), wrongType('registered: argument 1 (key): expected string, got symbol'));
});

test('descriptions', () => {
  for (const text of texts) {
    assert.strictEqual(symbols.description(Symbol(text)), text);
    assert.strictEqual(symbols.description(Symbol.for(text)), text);
  }
  assert.strictEqual(symbols.description(Symbol()), undefined);
  assert.strictEqual(symbols.description(Symbol.iterator), 'Symbol.iterator');
  const wrongs = [['text', 'string'], [undefined, 'undefined'], [Object(Symbol('s')), 'object']];
  for (const [value, kind] of wrongs) {
    const message = `description: argument 1 (symbol): expected symbol, got ${kind}`;
    assert.throws(() => symbols.description(value), wrongType(message));
  }
});

test('well-known symbols are those of the host, or none', () => {
  const found = symbols.wellKnown();
  assert.strictEqual(found.length, 15);
  for (const [name, symbol] of found) assert.strictEqual(symbol, Symbol[name], name);
  // Every symbol that the language has had since 2018 is there.
  const old = ['asyncIterator', 'hasInstance', 'iterator', 'toPrimitive', 'toStringTag'];
  const there = found.filter(([, symbol]) => typeof symbol === 'symbol').map(([name]) => name);
  for (const name of old) assert.ok(there.includes(name), name);
  const own = Object.getOwnPropertyNames(Symbol).filter((name) => typeof Symbol[name] === 'symbol');
  for (const name of there) assert.ok(own.includes(name), name);
});

test('symbols are keys', () => {
  const countdown = symbols.countdown(3);
  assert.deepStrictEqual([...countdown], [3, 2, 1]);
  assert.strictEqual(String(countdown), '[object Countdown]');
  assert.strictEqual(countdown[Symbol.for('napi-core.from')], 3);
  assert.deepStrictEqual(Object.keys(countdown), []);
  assert.strictEqual(Object.getOwnPropertySymbols(countdown).length, 3);
});

test('a symbol that a host has not yet is none, and what a program put there is an error', async () => {
  // In a worker, because the constructor is everybody's.
  const seen = await inWorker((_harness, file) => {
    const { symbols } = require(file);
    const original = globalThis.Symbol;
    const messages = [];
    globalThis.Symbol = { iterator: 7, for: original.for };
    try {
      symbols.wellKnown();
    } catch (error) {
      messages.push(error.code, error.message);
    }
    globalThis.Symbol = { iterator: original.iterator };
    const found = symbols.wellKnown().filter(([, symbol]) => symbol !== undefined);
    messages.push(found.map(([name]) => name).join());
    globalThis.Symbol = original;
    return messages;
  }, addonPath('values'));
  assert.deepStrictEqual(seen, ['ERR_INVALID_ARG_TYPE', '.iterator: expected symbol, got number', 'iterator']);
});
