// addons: scopes crates
'use strict';
// Errors: made in Rust, converted from others, taken from JavaScript, kept, and thrown elsewhere.
const assert = require('node:assert');
const {
  addon,
  caught,
  collect,
  globalHandles,
  host,
  inWorker,
  original,
  personality,
  test,
  testOn,
} = require('./harness.js');

const { errors, attempt, again, againAsError } = addon('scopes');
const { causes } = addon('crates');

const throwing = (value) => () => {
  throw value;
};

/** The class and the message with which OpenHarmony makes an error; other hosts make them as they were asked to. */
function made(kind, message) {
  if (!personality) return [kind, message];
  // It has no functions for a SyntaxError, and those for the other two read the message up to a NUL.
  if (kind === 'SyntaxError') return ['Error', message];
  return [kind, kind === 'Error' ? message : message.replaceAll('\0', '\u2400')];
}

test('errors have a class, a message and a code', () => {
  for (const kind of ['Error', 'TypeError', 'RangeError', 'SyntaxError']) {
    for (const [message, code] of [
      ['plain', undefined],
      ['with a code', 'E_CODE'],
      ['', ''],
      ['käse 漢字 \u{1F600}\0.', 'E_\u{1F600}'],
    ]) {
      const error = caught(() => errors.fail(kind, message, code));
      const [madeKind, madeMessage] = made(kind, message);
      assert.strictEqual(Object.getPrototypeOf(error), globalThis[madeKind].prototype);
      assert.deepStrictEqual([error.name, error.message, error.code], [madeKind, madeMessage, code]);
      assert.strictEqual(Object.hasOwn(error, 'code'), code !== undefined);
      assert.strictEqual(typeof error.stack, 'string');
    }
  }
});

test('errors of other crates convert', () => {
  const messages = {
    '&str': 'a text',
    String: 'an owned text',
    io: 'of input and output',
    parse: 'invalid digit found in string',
    utf8: 'invalid utf-8 sequence of 1 bytes from index 0',
    boxed: 'in a box',
    own: "an error of one's own",
  };
  for (const [from, message] of Object.entries(messages)) {
    const error = caught(() => errors.convert(from));
    assert.deepStrictEqual([error.name, error.message, error.code], ['Error', message, undefined]);
  }
  assert.strictEqual(errors.convert('nothing'), 0);
  assert.throws(() => errors.own(), { name: 'Error', message: "an error of one's own" });
  assert.throws(() => errors.text(), { name: 'Error', message: 'only a text' });
});

test('errors made in Rust read the same there', () => {
  for (const kind of ['Error', 'TypeError', 'RangeError', 'SyntaxError']) {
    const debug = (code) => `Error { kind: ${kind}, code: ${code}, message: "made" }`;
    assert.deepStrictEqual(errors.readMade(kind), [kind, undefined, 'made', 'made', debug('None')]);
    assert.deepStrictEqual(errors.readMade(kind, 'E'), [kind, 'E', 'made', 'made', debug('Some("E")')]);
  }
});

const pending = 'a JavaScript exception is pending';
const pendingReading = [
  'Exception',
  undefined,
  pending,
  pending,
  `Error { kind: Exception, code: None, message: "${pending}" }`,
];

/** What Rust reads of a thrown value: code and message. */
function read(value) {
  const [whilePending, [kind, code, message, display, debug]] = errors.readThrown(throwing(value));
  assert.deepStrictEqual(whilePending, pendingReading);
  assert.strictEqual(kind, 'Exception');
  assert.strictEqual(display, message);
  assert.match(debug, /^Error \{ kind: Exception, code: (None|Some\(".*"\)), message: ".*" \}$/s);
  return [code, message];
}

test('exceptions read as text', () => {
  assert.deepStrictEqual(read(new Error('e')), [undefined, 'e']);
  assert.deepStrictEqual(read(Object.assign(new TypeError('käse 漢字'), { code: 'E_T' })), ['E_T', 'käse 漢字']);
  assert.deepStrictEqual(read(Object.assign(new Error('e'), { code: 7 })), [undefined, 'e']);
  assert.deepStrictEqual(read({ message: 'of an object', code: 'E_O' }), ['E_O', 'of an object']);
  assert.deepStrictEqual(read(new Error('')), [undefined, '']);
  assert.deepStrictEqual(read(Object.freeze(new RangeError('frozen'))), [undefined, 'frozen']);
});

test('exceptions that are no errors read as text', () => {
  assert.deepStrictEqual(
    ['text', 7, 7n, true, null, undefined, [1, 2]].map((value) => read(value)[1]),
    ['text', '7', '7', 'true', 'null', 'undefined', '1,2'],
  );
  assert.deepStrictEqual(read(Symbol('s')), [undefined, '']);
  assert.deepStrictEqual(read({}), [undefined, '[object Object]']);
  assert.deepStrictEqual(read(Object.create(null)), [undefined, '']);
  assert.deepStrictEqual(read({ message: 7, toString: () => 'by toString' }), [undefined, 'by toString']);
});

test('exceptions that defend themselves are kept all the same', () => {
  const refuse = throwing(new Error('not this one'));
  const hostile = {};
  for (const key of ['name', 'message', 'code', 'toString', 'valueOf', Symbol.toPrimitive]) {
    Object.defineProperty(hostile, key, { get: refuse });
  }
  const proxy = new Proxy({}, { get: refuse, has: refuse, getPrototypeOf: refuse, ownKeys: refuse });
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const value of [hostile, proxy, revoked]) {
    assert.deepStrictEqual(read(value), [undefined, '']);
    for (const rethrow of [again, againAsError]) {
      assert.ok(original(caught(() => rethrow(throwing(value)))) === value);
    }
  }
});

test('any value is thrown by identity', () => {
  const frozen = Object.freeze(new Error('frozen'));
  for (const value of [frozen, {}, [], () => {}, 'text', '', 0, -0, NaN, 7n, true, null, undefined, Symbol('s')]) {
    assert.ok(Object.is(original(caught(() => errors.throw(value))), value));
    assert.ok(Object.is(original(attempt(() => errors.throw(value))[1]), value));
    assert.ok(Object.is(original(caught(() => errors.coded(throwing(value)))), value));
  }
});

testOn(['openharmony'], 'what is no error is thrown as the cause of one', () => {
  const nameless = 'a value that is no error was thrown: it is the cause';
  const values = [['text', 'text'], ['', ''], [-0, '0'], [7n, '7'], [true, 'true'], [null, 'null'], [undefined, 'undefined']];
  for (const value of [Symbol('s'), { toString: () => 'x' }, () => {}]) values.push([value, nameless]);
  for (const [value, message] of values) {
    const error = caught(() => errors.throw(value));
    assert.deepStrictEqual([error.constructor, error.message], [Error, message]);
    assert.ok(Object.is(error.cause, value));
  }
  const error = new TypeError('mine');
  assert.strictEqual(caught(() => errors.throw(error)), error);
  assert.strictEqual(Object.hasOwn(error, 'cause'), false);
});

test('the first exception is the one that is thrown', () => {
  assert.strictEqual(original(caught(() => errors.throwTwice(1, 2))), 1);
});

test('a setter on the prototype of arrays does not see what is kept', () => {
  const value = new Error('kept');
  let written = 0;
  let same;
  Object.defineProperty(Array.prototype, '0', { set: () => void (written += 1), configurable: true });
  try {
    againAsError(throwing(value));
  } catch (error) {
    same = error === value;
  } finally {
    delete Array.prototype[0];
  }
  assert.deepStrictEqual([same, written], [true, 0]);
});

test('a caught exception keeps its code', () => {
  const error = Object.assign(new Error('e'), { code: 'E_OLD' });
  assert.strictEqual(caught(() => errors.coded(throwing(error))).code, 'E_OLD');
});

test('a kept exception is thrown later, and after a visit to a thread', async () => {
  for (const value of [new Error('kept'), 'text', undefined]) {
    assert.strictEqual(errors.keep(throwing(value)), true);
    await collect();
    assert.strictEqual(original(caught(() => errors.throwKept())), value);
    errors.keep(throwing(value));
    assert.strictEqual(original(caught(() => errors.throwKeptFromThread())), value);
  }
  assert.strictEqual(errors.throwKept(), undefined);
});

test('a kept exception is an error with its text in another environment', async () => {
  const throwKept = (harness) => {
    try {
      harness.addon('scopes').errors.throwKept();
    } catch (error) {
      return [error.constructor.name, error.message, error.code];
    }
  };
  errors.keep(throwing(Object.assign(new RangeError('too far'), { code: 'E_FAR' })));
  assert.deepStrictEqual(await inWorker(throwKept), ['Error', 'RangeError: too far', 'E_FAR']);
  errors.keep(throwing('text'));
  assert.deepStrictEqual(await inWorker(throwKept), ['Error', 'Error: text', undefined]);
});

// globalHandles is exact on Node only.
testOn(['node'], 'kept exceptions are released, wherever they were thrown', async () => {
  const throwKept = (harness) => {
    try {
      harness.addon('scopes').errors.throwKept();
    } catch {}
  };
  errors.keep(throwing(1));
  await inWorker(throwKept);
  await collect();
  attempt(() => {});
  const before = globalHandles();
  for (let round = 0; round < 100; round += 1) {
    assert.throws(() => againAsError(throwing(new Error('e'))));
    errors.keep(throwing(new Error('e')));
    assert.throws(() => errors.throwKept());
  }
  errors.keep(throwing(1));
  await inWorker(throwKept);
  await collect();
  // References that were dropped on another thread are released by the next call.
  attempt(() => {});
  assert.strictEqual(globalHandles(), before);
});

const typeError = { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' };
const rangeError = { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' };

test('errors of arguments name the place', () => {
  const at = (user) => () => errors.save(user);
  assert.throws(at(7), { ...typeError, message: 'save: argument 1 (user): expected object, got number' });
  assert.throws(at(), { ...typeError, message: 'save: argument 1 (user): expected object, got undefined' });
  assert.throws(at({ tags: 'x' }), {
    ...typeError,
    message: 'save: argument 1 (user).tags: expected array, got string',
  });
  assert.throws(at({ tags: [1, 2, 3, 'x'] }), {
    ...typeError,
    message: 'save: argument 1 (user).tags[3]: expected number, got string',
  });
  const keys = { 'a b': '["a b"]', '1x': '["1x"]', '': '[""]', käse: '.käse', $x: '.$x', _: '._', 'a"b': '["a\\"b"]' };
  for (const [key, place] of Object.entries(keys)) {
    const message = `save: argument 1 (user)${place}: expected array, got boolean`;
    assert.throws(at({ [key]: true }), { ...typeError, message });
  }
  assert.throws(() => errors.save({}, 256), {
    ...rangeError,
    message: 'save: argument 2 (_count): expected integer in the range of u8, got 256',
  });
  assert.throws(() => errors.pairs([['a', 1], ['b', -1]]), {
    ...rangeError,
    message: 'pairs: argument 1 (pairs)[1][1]: expected integer in the range of u8, got -1',
  });
  assert.throws(() => errors.pairs([['a', 1, 2]]), {
    ...rangeError,
    message: 'pairs: argument 1 (pairs)[0]: expected array of length 2, got one of length 3',
  });
});

test('errors of nameless and remaining arguments name the position', () => {
  assert.throws(() => errors.nameless([1, '2']), {
    ...typeError,
    message: 'nameless: argument 1[1]: expected number, got string',
  });
  assert.throws(() => errors.nameless([1, 2], true, 1), {
    ...typeError,
    message: 'nameless: argument 3 (rest): expected boolean, got number',
  });
  assert.strictEqual(errors.nameless([1, 2], true, false), 2);
});

test('errors of reads by hand name the place', () => {
  assert.throws(() => errors.byHand({ list: 1 }, 'list'), {
    ...typeError,
    message: '.list: expected array, got number',
  });
  assert.throws(() => errors.byHand({ list: [1] }, 'list'), {
    ...typeError,
    message: '[1]: expected number, got undefined',
  });
});

test('errors of callbacks and closures name them', () => {
  assert.throws(() => errors.callback(() => 'x'), {
    ...typeError,
    message: 'callback: result: expected number, got string',
  });
  const measure = errors.closure();
  assert.strictEqual(measure(1, [1, 2]), 2);
  assert.throws(() => measure('x', []), { ...typeError, message: 'measure: argument 1: expected number, got string' });
  assert.throws(() => measure(1, [1, 256]), {
    ...rangeError,
    message: 'measure: argument 2[1]: expected integer in the range of u8, got 256',
  });
});

test('exceptions of getters pass through conversions', () => {
  const value = { thrown: true };
  const user = { tags: [] };
  Object.defineProperty(user.tags, 0, { get: throwing(value), enumerable: true });
  assert.strictEqual(caught(() => errors.save(user)), value);
  const proxy = new Proxy({}, { ownKeys: throwing(value) });
  assert.strictEqual(caught(() => errors.save(proxy)), value);
});

test('the stack of an error names the JavaScript that called', () => {
  function callerOfFail() {
    errors.fail('Error', 'with a stack');
  }
  const { stack } = caught(callerOfFail);
  // Bun 1.4 gives errors that native code made the stack of the place where they are thrown.
  assert.match(stack, host === 'bun' ? /\S/ : /callerOfFail/);
});

/** The messages of an error and its causes. */
function messages(error) {
  const found = [];
  for (let next = error; next !== undefined; next = next.cause) found.push(next.message);
  return found;
}

/** So many are seen of a chain, the outermost included. */
const MOST = 100;
const numbers = (count, from = 1) => Array.from({ length: count }, (_, index) => from + index);

test('sources become causes', () => {
  for (const depth of [0, 1, 2, 50]) {
    const error = caught(() => causes.sources(depth));
    assert.deepStrictEqual(messages(error), numbers(depth + 1).map((number) => `level ${number}`));
    assert.strictEqual(Object.hasOwn(error, 'cause'), depth > 0);
    if (depth === 0) continue;
    const { value, ...attributes } = Object.getOwnPropertyDescriptor(error, 'cause');
    assert.deepStrictEqual(attributes, { writable: true, enumerable: false, configurable: true });
    assert.deepStrictEqual([value.constructor, value.code, typeof value.stack], [Error, undefined, 'string']);
  }
});

test('causes that are set keep class and code', () => {
  const error = caught(() => causes.set(2));
  assert.deepStrictEqual(messages(error), ['cause 1', 'cause 2', 'cause 3']);
  for (const [index, link] of [error, error.cause, error.cause.cause].entries()) {
    assert.deepStrictEqual([link.constructor, link.code], [RangeError, `E_${index + 1}`]);
  }
  assert.deepStrictEqual(messages(caught(() => causes.setOverSource())), ['level 1', 'another']);
});

test('long chains end, and fill no stack', () => {
  for (const depth of [MOST - 1, MOST, 100_000]) {
    assert.deepStrictEqual(messages(caught(() => causes.sources(depth))), numbers(MOST).map((number) => `level ${number}`));
    assert.strictEqual(messages(caught(() => causes.set(depth))).length, MOST);
  }
});

test('causes read the same in Rust', () => {
  assert.deepStrictEqual(causes.read(0), [[], 'Error { kind: Error, code: None, message: "level 1" }']);
  const debug = 'Error { kind: Error, code: None, message: "level 1", causes: ["level 2", "level 3"] }';
  assert.deepStrictEqual(causes.read(2), [['level 2', 'level 3'], debug]);
});

test('an exception is a cause by identity', () => {
  for (const value of [new TypeError('mine'), Object.freeze(new Error('frozen')), 'text', 0, undefined, null, Symbol('s'), {}]) {
    for (const run of [causes.ofCaught, causes.ofCall]) {
      const error = caught(() => run(throwing(value), 1));
      assert.ok(Object.hasOwn(error, 'cause'));
      assert.ok(Object.is(error.cause, value));
    }
    const error = causes.ofAttempt(throwing(value));
    assert.strictEqual(error.message, 'outer');
    assert.ok(Object.is(error.cause, value));
  }
  const error = caught(() => causes.ofCaught(throwing('text')));
  assert.deepStrictEqual([error.constructor, error.code, error.message], [TypeError, 'E_OUTER', 'outer']);
});

test('an exception keeps its identity through nested calls', () => {
  const thrown = new RangeError('deep');
  const nested = (depth) => () => causes.ofCall(depth === 0 ? throwing(thrown) : nested(depth - 1), depth % 2);
  let error = caught(nested(8));
  const found = [];
  for (; error !== thrown; error = error.cause) found.push(error.message);
  // At each odd depth one was put around it.
  assert.deepStrictEqual(found, ['1', '1', '1', '1']);
  const rethrown = (depth) => () => (depth === 0 ? throwing(thrown)() : againAsError(rethrown(depth - 1)));
  assert.strictEqual(caught(rethrown(8)), thrown);
});

test('a cause that was pending, and is not any more, says so', () => {
  const error = caught(() => causes.ofLost(throwing(new Error('taken'))));
  assert.deepStrictEqual([error.message, error.cause.code], ['outer', 'ERR_EXCEPTION_LOST']);
});

test('contexts of anyhow and eyre become causes', () => {
  for (const fail of [causes.byAnyhow, causes.byEyre]) {
    for (const contexts of [0, 1, 3]) {
      const expected = numbers(contexts).map((number) => `context ${number}`).reverse();
      assert.deepStrictEqual(messages(caught(() => fail(contexts))), [...expected, 'level 1', 'level 2']);
    }
  }
});

test('an error that panics is an error all the same', () => {
  const panic = /assertion `left != right` failed/;
  assert.match(caught(() => causes.hostile('display', false)).message, panic);
  for (const kind of ['source', 'drop']) assert.strictEqual(caught(() => causes.hostile(kind, false)).message, kind);
  for (const kind of ['display', 'source', 'drop']) {
    const error = caught(() => causes.hostile(kind, true));
    assert.strictEqual(error.message, 'around it');
    if (kind === 'display') assert.match(error.cause.message, panic);
    if (kind === 'drop') assert.strictEqual(error.cause.message, 'drop');
  }
});

// globalHandles is exact on Node only.
testOn(['node'], 'causes hold nothing once they are thrown', async () => {
  const throwAll = () => {
    caught(() => causes.ofCaught(throwing(new Error('e'))));
    caught(() => causes.ofCall(throwing(new Error('e')), 3));
    caught(() => causes.sources(3));
    causes.ofAttempt(throwing(1));
  };
  throwAll();
  await collect();
  const before = globalHandles();
  for (let round = 0; round < 100; round += 1) throwAll();
  await collect();
  assert.strictEqual(globalHandles(), before);
});
