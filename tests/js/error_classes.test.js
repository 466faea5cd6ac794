// addons: crates
'use strict';
// Error types that derive `JsError`: their classes, codes and fields.
const assert = require('node:assert');
const { addon, caught, copyOfAddon, collect, globalHandles, host, inWorker, personality, test, testOn } = require('./harness.js');

const crates = addon('crates');
const { errorClasses: classes, NotFoundError, StoreError, LockedError, QuotaError, OddError } = crates;

/** What a program sees of an error: its own properties, and what it inherits from its class. */
function seen(error) {
  const { name, message, code } = error;
  return { class: error.constructor, name, message, code, fields: { ...error } };
}

function notFound(error, key, message = `there is no ${key}`) {
  assert.deepStrictEqual(seen(error), {
    class: NotFoundError,
    name: 'NotFoundError',
    message,
    code: 'ERR_NOT_FOUND',
    fields: { code: 'ERR_NOT_FOUND', key, triedPlaces: [1, 2, 3] },
  });
}

test('classes are exported, and extend what they say', () => {
  const bases = [
    [NotFoundError, 'NotFoundError', Error],
    [StoreError, 'StoreError', Error],
    [LockedError, 'LockedError', StoreError],
    [QuotaError, 'QuotaError', RangeError],
    [OddError, 'OddError', Error],
  ];
  for (const [made, name, base] of bases) {
    assert.strictEqual(typeof made, 'function');
    assert.strictEqual(made.name, name);
    assert.strictEqual(Object.getPrototypeOf(made), base);
    assert.strictEqual(Object.getPrototypeOf(made.prototype), base.prototype);
    assert.strictEqual(made.prototype.constructor, made);
    const expected = { value: name, writable: true, enumerable: false, configurable: true };
    assert.deepStrictEqual(Object.getOwnPropertyDescriptor(made.prototype, 'name'), expected);
  }
});

test('an error is an instance of its class, with code and fields', () => {
  const error = caught(() => classes.find('it'));
  notFound(error, 'it');
  assert.ok(error instanceof NotFoundError && error instanceof Error && !(error instanceof StoreError));
  assert.strictEqual(Object.prototype.toString.call(error), '[object Error]');
  assert.strictEqual(Object.hasOwn(error, 'cause'), false);
  assert.strictEqual(Object.getOwnPropertyDescriptor(error, 'message').enumerable, false);
  assert.strictEqual(String(error), 'NotFoundError: there is no it');
});

test('the stack begins with the class and names the caller', () => {
  function callerOfFind() {
    classes.find('it');
  }
  const { stack } = caught(callerOfFind);
  assert.match(stack, /callerOfFind/);
  // JavaScriptCore writes the stack when the error is made, and the class follows.
  if (host !== 'bun') assert.match(stack, /^NotFoundError: there is no it\n/);
});

test('variants have the class of the enum, or their own', () => {
  for (const fail of [classes.fail, classes.failByQuestionMark]) {
    assert.strictEqual(fail('nothing'), undefined);
    const locked = caught(() => fail('locked'));
    assert.deepStrictEqual(seen(locked), {
      class: LockedError,
      name: 'LockedError',
      message: 'locked by Ada',
      code: 'ERR_LOCKED',
      fields: { code: 'ERR_LOCKED', owner: 'Ada', since: undefined },
    });
    assert.ok(locked instanceof StoreError && locked instanceof Error);
    const quota = caught(() => fail('quota'));
    assert.deepStrictEqual(seen(quota), {
      class: QuotaError,
      name: 'QuotaError',
      message: 'too much: 9',
      code: 'ERR_QUOTA',
      fields: { code: 'ERR_QUOTA', quota: 9 },
    });
    assert.ok(quota instanceof RangeError && !(quota instanceof StoreError));
    const empty = caught(() => fail('empty'));
    assert.deepStrictEqual([empty.constructor, empty.message, empty.code], [StoreError, 'no more', 'ERR_EMPTY']);
    const io = caught(() => fail('io'));
    assert.deepStrictEqual([io.constructor, io.message, io.code], [StoreError, 'not written', 'ERR_STORE']);
    assert.deepStrictEqual([io.cause.constructor, io.cause.message], [Error, 'no space']);
  }
});

test('a source keeps its class as the cause', () => {
  const error = caught(() => classes.fail('missing'));
  assert.deepStrictEqual([error.constructor, error.message, error.code], [StoreError, 'not there', 'ERR_STORE']);
  notFound(error.cause, 'it');
  assert.strictEqual(Object.getOwnPropertyDescriptor(error, 'cause').enumerable, false);
});

test('boxes and threads change nothing', () => notFound(caught(() => classes.findBoxed('it')), 'it'));

test('anyhow and eyre change nothing', () => {
  for (const find of [classes.findByAnyhow, classes.findByEyre]) {
    for (const contexts of [1, 2]) {
      let error = caught(() => find('it', contexts));
      for (let context = contexts; context > 0; context -= 1) {
        assert.deepStrictEqual([error.constructor, error.message], [Error, `context ${context}`]);
        error = error.cause;
      }
      notFound(error, 'it');
    }
    notFound(caught(() => find('it', 0)), 'it');
  }
});

test('code and cause can be changed', () => {
  const error = caught(() => classes.findAndChange('it'));
  assert.deepStrictEqual([error.constructor, error.code, error.cause.message], [NotFoundError, 'ERR_OTHER', 'why']);
});

test('Rust reads the code, and gets the error back', () => assert.deepStrictEqual(classes.read('it'), ['ERR_NOT_FOUND', 'it']));

test('a conversion that fails with it names the place', () => {
  assert.deepStrictEqual(classes.allKnown(['known']), ['known']);
  const error = caught(() => classes.allKnown(['known', 'it']));
  notFound(error, 'it', 'allKnown: argument 1 (names)[1]: there is no it');
});

test('try_catch gives an instance', () => notFound(classes.caught('it'), 'it'));

test('a result of the pool is an instance', async () => {
  notFound(await new Promise((resolve) => classes.findOnPool('it', resolve)), 'it');
});

test('a field that does not convert is left out', () => {
  assert.deepStrictEqual(seen(caught(() => classes.odd(false))), {
    class: OddError,
    name: 'OddError',
    message: 'odd',
    code: undefined,
    fields: { small: 7, panics: false },
  });
  const plain = caught(() => classes.odd(true));
  assert.deepStrictEqual([plain.constructor, plain.message], [Error, 'odd']);
});

test('a field whose conversion throws, and says something else, is left out', () => {
  const { HushedError } = crates;
  assert.deepStrictEqual(seen(caught(() => classes.hush())), {
    class: HushedError,
    name: 'HushedError',
    message: 'hushed',
    code: 'ERR_HUSHED',
    fields: { code: 'ERR_HUSHED', second: 2 },
  });
});

test('an exception that is pending is thrown, and not the error in its place', () => {
  const thrown = new Error('mine');
  const throws = () => {
    throw thrown;
  };
  assert.strictEqual(caught(() => classes.findByCallback(throws)), thrown);
  assert.strictEqual(classes.findByCallback(() => {}), undefined);
  notFound(caught(() => classes.find('it')), 'it');
});

test('only the addon makes instances', () => {
  const message = 'Illegal constructor: the addon makes the errors of this class';
  const refusal = { name: 'TypeError', code: 'ERR_ILLEGAL_CONSTRUCTOR', message };
  assert.throws(() => new NotFoundError('mine'), refusal);
  assert.throws(() => new LockedError(), refusal);
  assert.throws(() => new (class extends NotFoundError {})(), refusal);
  assert.throws(() => Reflect.construct(NotFoundError, [], Error), refusal);
});

test('programs that change what the language gives change nothing', () => {
  const { setPrototypeOf } = Object;
  const { Error: original, RangeError: range } = globalThis;
  const set = () => assert.fail('a setter sees nothing');
  const keys = ['message', 'key', 'quota', 'code', 'cause', 'name', 'prototype'];
  for (const key of keys) {
    Object.defineProperty(Object.prototype, key, { set, get: () => undefined, configurable: true });
  }
  let errors;
  try {
    Object.setPrototypeOf = set;
    globalThis.Error = set;
    globalThis.RangeError = set;
    errors = ['missing', 'quota'].map((kind) => caught(() => classes.fail(kind)));
  } finally {
    Object.setPrototypeOf = setPrototypeOf;
    globalThis.Error = original;
    globalThis.RangeError = range;
    for (const key of keys) delete Object.prototype[key];
  }
  notFound(errors[0].cause, 'it');
  assert.ok(errors[1] instanceof QuotaError && errors[1] instanceof RangeError);
});

test('frozen prototypes are no hindrance', () => {
  Object.freeze(LockedError.prototype);
  assert.strictEqual(caught(() => classes.fail('locked')).owner, 'Ada');
});

test('each environment has classes of its own', async () => {
  const inThere = await inWorker((harness) => {
    const { NotFoundError: own, errorClasses } = harness.addon('crates');
    try {
      errorClasses.find('it');
    } catch (error) {
      return [error instanceof own, error.constructor === own, error.name, error.key, error instanceof Error];
    }
  });
  assert.deepStrictEqual(inThere, [true, true, 'NotFoundError', 'it', true]);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([1, 2, 3].map(() => inWorker((harness) => harness.caught(() => harness.addon('crates').errorClasses.fail('locked')).owner)));
  }
  notFound(caught(() => classes.find('it')), 'it');
});

test('another library has classes of its own', () => {
  const other = require(copyOfAddon('crates'));
  const error = caught(() => other.errorClasses.find('it'));
  assert.ok(error instanceof other.NotFoundError && !(error instanceof NotFoundError));
});

// globalHandles is exact on Node only.
testOn(['node'], 'errors hold nothing', async () => {
  caught(() => classes.fail('missing'));
  await collect();
  const before = globalHandles();
  for (let round = 0; round < 200; round += 1) {
    for (const kind of ['missing', 'locked', 'quota', 'io']) caught(() => classes.fail(kind));
    caught(() => classes.findByAnyhow('it', 2));
  }
  await collect();
  assert.strictEqual(globalHandles(), before);
});
