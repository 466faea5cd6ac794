// addons: values
'use strict';
const assert = require('node:assert');
const { addon, collect, test } = require('./harness.js');

const { functions } = addon('values');

const wrongType = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const outOfRange = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
const counted = (length) => Array.from({ length }, (_, index) => index);

test('functions are called', () => {
  assert.deepStrictEqual(
    functions.call((...all) => all, 1, 'two', null),
    [1, 'two', null],
  );
  assert.deepStrictEqual(
    functions.call((...all) => all),
    [],
  );
  const many = counted(1000);
  assert.deepStrictEqual(
    functions.call((...all) => all, ...many),
    many,
  );
  const seen = [];
  assert.strictEqual(
    functions.callTyped((...all) => seen.push(...all) / 2),
    1.5,
  );
  assert.deepStrictEqual(seen, [1.5, 'text', undefined]);
  assert.deepStrictEqual(
    functions.callEight((...all) => all),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.strictEqual(
    functions.callWithoutArguments(function () {
      return arguments.length === 0 ? undefined : 'arguments';
    }),
    undefined,
  );
  assert.strictEqual(functions.call(Math.max, 1, 3, 2), 3);
  assert.deepStrictEqual(
    functions.map([1, {}], (item, index) => [item, index]),
    [
      [1, 0],
      [{}, 1],
    ],
  );
  assert.strictEqual(
    functions.functionProperty(function named(a, b) {
      return a + b;
    }, 'length'),
    2,
  );
});

test('this is what the caller says', () => {
  const object = {};
  const strict = function () {
    return this;
  };
  assert.strictEqual(functions.call(strict), undefined);
  for (const value of [object, 1, 'text', null, undefined]) {
    assert.strictEqual(functions.callWithThis(strict, value), value);
  }
  const sloppy = Function('return this');
  assert.strictEqual(functions.call(sloppy), globalThis);
  assert.strictEqual(functions.callWithThis(sloppy, object), object);
  assert.strictEqual(functions.callWithThis(sloppy, null), globalThis);
  assert.strictEqual(typeof functions.callWithThis(sloppy, 1), 'object');
  assert.strictEqual(functions.callWithThis(strict.bind(object), {}), object);
  assert.deepStrictEqual(functions.callWithThis(Array.prototype.slice, [1, 2, 3], 1), [2, 3]);
});

test('classes are constructed', () => {
  class Text {
    constructor(text) {
      this.text = text;
      this.target = new.target;
    }
  }
  const made = functions.construct(Text, 'given');
  assert.ok(made instanceof Text);
  assert.strictEqual(made.text, 'given');
  assert.strictEqual(made.target, Text);
  assert.throws(() => functions.call(Text, 'x'), { name: 'TypeError' });
  assert.throws(() => functions.construct(() => 0, 'x'), Error);
  const thrown = new Error('from a constructor');
  const bad = class {
    constructor() {
      throw thrown;
    }
  };
  assert.throws(
    () => functions.construct(bad, 'x'),
    (error) => error === thrown,
  );
});

test('a result of another type is an error', () => {
  const wrong = (message) => wrongType(`callback: result${message}`);
  assert.throws(() => functions.callTyped(() => 'x'), wrong(': expected number, got string'));
  assert.throws(() => functions.callTyped(() => {}), wrong(': expected number, got undefined'));
  assert.strictEqual(functions.callWithoutArguments(() => 0), undefined);
  assert.throws(() => functions.callForList(() => [1, 'x']), wrong('[1]: expected number, got string'));
  assert.throws(
    () => functions.callForList(() => [0.5]),
    outOfRange('callback: result[0]: expected integer in the range of u32, got 0.5'),
  );
});

test('what a function throws comes through', () => {
  const error = new Error('own');
  for (const thrown of [error, 'text', 0, null, undefined, Symbol('s'), {}]) {
    const throws = () => {
      throw thrown;
    };
    for (const call of [functions.call, functions.callTyped, functions.callWithoutArguments]) {
      try {
        call(throws);
      } catch (caught) {
        assert.strictEqual(caught, thrown);
        continue;
      }
      assert.fail('nothing was thrown');
    }
  }
  assert.throws(
    () =>
      functions.map([1, 2, 3], (item) => {
        if (item === 2) throw error;
      }),
    (caught) => caught === error,
  );
});

test('an argument that does not convert keeps the function from being called', () => {
  const never = () => assert.fail('called');
  assert.throws(
    () => functions.callTooLarge(never),
    outOfRange('expected an integer up to 2^53 - 1, which a JavaScript number holds exactly, got 18446744073709551615'),
  );
  assert.throws(() => functions.call({}), wrongType('call: argument 1 (function): expected function, got object'));
  assert.throws(() => functions.call(), wrongType('call: argument 1 (function): expected function, got undefined'));
});

// Closures

test('a closure keeps its state', () => {
  const [a, b] = [functions.counter(0), functions.counter(10)];
  assert.deepStrictEqual([a(), a(), b(), a(), b()], [0, 1, 10, 2, 11]);
  assert.strictEqual(a.name, 'count');
  assert.strictEqual(typeof a, 'function');
  assert.strictEqual(functions.closureCalledHere(5), 10);
});

test('closures take 0 to 8 arguments, or any number', () => {
  for (const [count, sum] of functions.arities().entries()) {
    const numbers = counted(count).map((n) => n + 1);
    assert.strictEqual(
      sum(...numbers),
      numbers.reduce((a, b) => a + b, 0),
    );
    assert.strictEqual(
      sum(...numbers, 'more', {}),
      numbers.reduce((a, b) => a + b, 0),
    );
    if (count > 0) {
      const last = `sum: argument ${count}`;
      assert.throws(() => sum(...numbers.slice(1)), wrongType(`${last}: expected number, got undefined`));
      assert.throws(() => sum(...numbers.slice(1), 'x'), wrongType(`${last}: expected number, got string`));
      assert.throws(
        () => sum(...numbers.slice(1), -1),
        outOfRange(`${last}: expected integer in the range of u32, got -1`),
      );
    }
  }
  const variadic = functions.variadic();
  assert.deepStrictEqual(variadic(), []);
  assert.deepStrictEqual(variadic(1, 'x', null, {}), ['number', 'string', 'null', 'object']);
  assert.deepStrictEqual(variadic(...counted(1000)), new Array(1000).fill('number'));
});

test('a closure gets what it is called on', () => {
  const method = functions.method();
  assert.strictEqual(method.name, 'method');
  const object = { method };
  assert.strictEqual(object.method('a', 7), object);
  assert.strictEqual(object.a, 7);
  const heir = Object.create(object);
  assert.strictEqual(heir.method('b', 8), heir);
  assert.ok(Object.hasOwn(heir, 'b') && !Object.hasOwn(object, 'b'));
  for (const other of [[], () => {}, new Map(), new Proxy({}, {}), Object.create(null)]) {
    assert.strictEqual(method.call(other, 'c', 9), other);
    assert.strictEqual(other.c, 9);
  }
  assert.throws(() => object.method(1, 2), wrongType('method: argument 1: expected string, got number'));
  assert.throws(() => object.method('a', -1), outOfRange('method: argument 2: expected integer in the range of u32, got -1'));
  const thrown = new Error('mine');
  const hostile = { method, set a(value) { throw thrown; } };
  assert.throws(() => hostile.method('a', 1), thrown);
  assert.strictEqual(method.bind(object)('d', 1), object);

  const variadic = functions.variadicMethod();
  assert.deepStrictEqual(variadic.call({ a: 1 }), []);
  assert.deepStrictEqual(variadic.call({ a: 1 }, 'a', 'b', Symbol.iterator), [true, false, false]);
  assert.deepStrictEqual(variadic.call([7], 0, '0', 1, Symbol.iterator), [true, true, false, true]);
});

test('a closure that is called on nothing has the global object, or an error', () => {
  const method = functions.method();
  const key = 'called on nothing';
  const refused = /^method: this: expected object, got (undefined|null|number)$/;
  for (const nothing of [undefined, null, 7]) {
    try {
      const on = method.call(nothing, key, 1);
      assert.ok(on === globalThis || on instanceof Number);
      delete globalThis[key];
    } catch (error) {
      assert.match(error.message, refused);
      assert.strictEqual(error.code, 'ERR_INVALID_ARG_TYPE');
    }
  }
});

test('a closure may be called while it runs', () => {
  const factorial = functions.factorial();
  const less = (n) => factorial(less, n);
  assert.strictEqual(less(10), 3628800);
  assert.strictEqual(less(50), 3.0414093201713376e64);
  const log = functions.log();
  log('outer', () => void log('inner', () => void log('innermost', null)));
  assert.deepStrictEqual(log('after'), ['outer', 'inner', 'innermost', 'after']);
  assert.throws(() => log(1), wrongType('log: argument 1: expected string, got number'));
});

test('closures give handles and closures', () => {
  const wrap = functions.wrapper('größe');
  const value = {};
  assert.strictEqual(wrap.name, 'größe');
  assert.strictEqual(wrap(value).größe, value);
  assert.strictEqual(functions.curried()(1)(2), 3);
  const add = functions.curried()(0.5);
  assert.deepStrictEqual(
    counted(1000)
      .map((n) => add(n))
      .at(-1),
    999.5,
  );
});

test('a closure fails and panics as an export does', () => {
  assert.throws(
    () => functions.failing('plain')(),
    (error) => {
      assert.deepStrictEqual([error.name, error.message, 'code' in error], ['Error', 'plain', false]);
      return true;
    },
  );
  assert.throws(() => functions.failing('code')(), {
    name: 'RangeError',
    message: 'the closure fails',
    code: 'E_CLOSURE',
  });
  const panics = functions.failing('panic');
  for (let round = 0; round < 3; round += 1) {
    assert.throws(() => panics(), { name: 'Error', message: 'the closure panics', code: 'ERR_RUST_PANIC' });
  }
});

test('a closure is no class', () => {
  // What `new` does is up to the host; it must not end the process.
  const counter = functions.counter(0);
  try {
    assert.strictEqual(typeof new counter(), 'object');
  } catch (error) {
    assert.ok(error instanceof TypeError);
  }
  assert.ok(counter() <= 1);
});

for (const name of ['tracked', 'trackedMethod']) {
  test(`a closure is freed with its function: ${name}`, async () => {
    await collect();
    const before = functions.droppedClosures();
    let kept;
    (() => {
      for (let index = 0; index < 100; index += 1) kept = functions[name]();
    })();
    await collect();
    const dropped = functions.droppedClosures() - before;
    // A host may still see one or two on its stack; the one that is kept must not be among them.
    assert.ok(dropped >= 95 && dropped <= 99, `${dropped} of 100`);
    assert.strictEqual(kept.call({}), undefined);
  });
}

test('a closure whose last reference goes while it runs lives to the end', async () => {
  const holder = { log: functions.log() };
  const inner = () => {
    delete holder.log;
    for (let index = 0; index < 10_000; index += 1) ({ index });
  };
  assert.deepStrictEqual(holder.log('only', inner), ['only']);
  await collect();
});
