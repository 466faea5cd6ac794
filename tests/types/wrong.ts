// Uses every export in a way that its type rules out: tsc has to refuse each line.
import * as addon from './types';
import * as quoted from './types-names';

const { binary, classes, conditional, convertible, crates, derived, errors, functions, handles, made, named, names, written } = addon;

// @ts-expect-error
convertible.small('1', 2, 3, 4, 5, 6);
// @ts-expect-error
convertible.large(1n, 2, 3, 4, 5, 6);
// @ts-expect-error
convertible.bigints(1, 2n, []);
// @ts-expect-error
convertible.bigints(1n, 2n, [3]);
// @ts-expect-error
const sum: number = convertible.bigints(1n, 2n, []);
// @ts-expect-error
convertible.later(1000, 7);
// @ts-expect-error
const later: number = convertible.later(new Date(0), 7);
// @ts-expect-error
convertible.floats(1, 2);
// @ts-expect-error
convertible.texts('a', 'b', 'c', 'd', 'e', 'f', 7);
// @ts-expect-error
convertible.encodings('a', 'b', 'c', new URL('file:///d'), 'e');
// @ts-expect-error
convertible.systemTexts('a', new URL('file:///b'));
// @ts-expect-error
convertible.nothing(null, undefined, null);
// @ts-expect-error
const notNull: undefined = convertible.null();
// @ts-expect-error
convertible.flag(1);
// @ts-expect-error
const maybe: number = convertible.half(4);
// @ts-expect-error
convertible.firstOf('a');
// @ts-expect-error
convertible.arrays([1], ['a'], [1, 2], [[1]]);
// @ts-expect-error
const lengths: [number, number, number] = convertible.arrays([1], ['a'], [1, 2, 3], [[1]]);
// @ts-expect-error
const elements: number[] = convertible.optionalElements([1]);
// @ts-expect-error
convertible.tuples(['a', 'b'], [true]);
// @ts-expect-error
convertible.maps({ a: 'b' });
// @ts-expect-error
convertible.keyed({ a: 1 }, new Map(), new Set());
// @ts-expect-error
convertible.keyed(new Map([['a', 'b']]), new Map(), new Set());
// @ts-expect-error
convertible.keyed(new Map([['a', 1]]), new Map(), ['x']);
// @ts-expect-error
const sets: Map<string, Set<string>> = convertible.keyed(new Map(), new Map(), new Set());
// @ts-expect-error
convertible.unions(true, null, 'a');
// @ts-expect-error
convertible.unions(1, 'cell', 'a');
// @ts-expect-error
convertible.unions(1, null, [1]);
// @ts-expect-error
const union: string = convertible.unions(1, null, 'a');
// @ts-expect-error
convertible.callbacks((x: string) => true);
// @ts-expect-error
convertible.pattern('/a/', []);
// @ts-expect-error
convertible.firstError(['error']);
// @ts-expect-error
const failure: Error = convertible.firstError([]);
// @ts-expect-error
convertible.pointers(1, 2);
// @ts-expect-error
convertible.slices(new Uint16Array(1), new Uint32Array(1), new Float32Array(1), new BigInt64Array(1));
// @ts-expect-error
convertible.slices(new Uint8Array(1), new Uint32Array(1), new Float32Array(1), new Float64Array(1));
// @ts-expect-error
convertible.slices([1], new Uint32Array(1), new Float32Array(1), new BigInt64Array(1));
// @ts-expect-error
const failed: string = convertible.fails('no');
// @ts-expect-error
const otherwise: number = convertible.failsOtherwise(false);

// @ts-expect-error
const anything: string = handles.any('x');
// @ts-expect-error
handles.keep('text', [], Symbol('s'));
// @ts-expect-error
handles.keep({}, {}, Symbol('s'));
// @ts-expect-error
handles.keep({}, [], 's');
// @ts-expect-error
handles.primitives(1, 1, true);
// @ts-expect-error
handles.bigint(3);
// @ts-expect-error
handles.date('1970-01-01');
// @ts-expect-error
handles.collections({}, new Set());
// @ts-expect-error
handles.collections(new Map(), new Map());
// @ts-expect-error
handles.pattern('/a/', new Error());
// @ts-expect-error
handles.pattern(/a/, 'error');
// @ts-expect-error
handles.count(3);
// @ts-expect-error
handles.count({});
// @ts-expect-error
handles.counter().value;
// @ts-expect-error
handles.call(1);
// @ts-expect-error
handles.apply((x: string) => true, 2);
// @ts-expect-error
handles.apply((x: number) => 'true', 2);
// @ts-expect-error
handles.adder(2)('1');
// @ts-expect-error
handles.twice()((x: number) => 'x', 1);
// @ts-expect-error
handles.run(7);
// @ts-expect-error
handles.howMany(1, []);
// @ts-expect-error
handles.howMany(null, [1]);

// @ts-expect-error
functions.documented(1);
// @ts-expect-error
functions.unnamed([1], 0);
// @ts-expect-error
functions.indent('a', null);
// @ts-expect-error
functions.indent('a', 1, '-', 2);
// @ts-expect-error
functions.join('-', 1);
// @ts-expect-error
const name: number = functions.nameOf();
// @ts-expect-error
functions.area();
// @ts-expect-error
functions.area(1, 2, 3);
// @ts-expect-error
functions.ask((question: string) => true, () => {});
// @ts-expect-error
functions.ask((question: number) => 1, () => {});
// @ts-expect-error
functions.ask(() => true, (answer: number) => {});
// @ts-expect-error
functions.tell((name: number) => {});
// @ts-expect-error
functions.sum(1, () => {});

// @ts-expect-error
addon.delete();
// @ts-expect-error
quoted['with-dash'](1);
// @ts-expect-error
names.inner.new(1);
// @ts-expect-error
quoted.names['two words'](1);
// @ts-expect-error
names.VERSION = '2';
// @ts-expect-error
const limit: string = addon.limits[0];
// @ts-expect-error
addon.größe();
// @ts-expect-error
const kind: 'other' = addon.kind;
// @ts-expect-error
addon.absent;

// @ts-expect-error
named.outline([{ x: 1 }]);
// @ts-expect-error
named.outline([]).items[0]?.z;
// @ts-expect-error
named.lift({ x: 1, y: 2, z: 3 }, 3);
// @ts-expect-error
const seconds: number = named.lift({ x: 1, y: 2 }, 3).time.seconds;
// @ts-expect-error
named.leaf('root').children.name;
// @ts-expect-error
const zone: number = named.now().zone;
// @ts-expect-error
named.pages().items.items.items;

// @ts-expect-error
made.metres({ amount: '1' });
// @ts-expect-error
made.pieces({});
// @ts-expect-error
made.reversed([1]);

// @ts-expect-error
const text: string = conditional.width();
// @ts-expect-error
conditional.parameters(1, 3);
// @ts-expect-error
conditional.parameters('file', 1, 2);

const account = { displayName: 'a', signedIn: null, role: 'reader', code: 'A', street_name: 'b' } as const;
// @ts-expect-error
derived.signIn({ ...account, role: 'Reader' }, 0);
// @ts-expect-error
derived.signIn({ ...account, signedIn: undefined }, 0);
// @ts-expect-error
derived.signIn({ ...account, street_name: 7 }, 0);
// @ts-expect-error
derived.signIn({ ...account, code: 'a' }, 0);
// @ts-expect-error
derived.signIn(account, 1);
// @ts-expect-error
derived.describe({ name: 'a', depth: 1, street_name: 'Here' });
// @ts-expect-error
derived.describe({ name: 'a', width: 1, street_name: 'Here' });
// @ts-expect-error
const depth: addon.Tagged<addon.Depth> = { is: 'sized' };
// @ts-expect-error
const low: -1 = derived.highest();
// @ts-expect-error
derived.redraw([{ type: 'circle', note: 'a' }]);
// @ts-expect-error
derived.redraw([{ type: 'Circle', radius: 1, note: 'a' }]);
// @ts-expect-error
derived.repeat({ kind: 'key', data: [1, 2] }, 1);
// @ts-expect-error
derived.repeat({ kind: 'closed', data: 1 }, 1);
// @ts-expect-error
derived.double({ lengths: [true] });
// @ts-expect-error
derived.middle([1]);
// @ts-expect-error
derived.greet({ call: (text: number) => {} });

// @ts-expect-error
written.width('2px');
// @ts-expect-error
const width: `${number}em` = written.width('2rem');
// @ts-expect-error
const other: 'other' = written.identity('same');
// @ts-expect-error
const three: 3 = written.ONE;
// @ts-expect-error
written.open({ mode: 'append', label: '#1' });
// @ts-expect-error
written.open({ mode: 'read', label: '1' });
// @ts-expect-error
const weather: [string, number] = written.weather();

// @ts-expect-error
addon.imported('x');
// @ts-expect-error
const deeper: string = addon.deeper();

export {};
// @ts-expect-error
binary.lengths(new Uint8Array(1), new Uint8Array(1), new DataView(new ArrayBuffer(1)), new SharedArrayBuffer(1));
// @ts-expect-error
binary.lengths(new ArrayBuffer(1), new ArrayBuffer(1), new DataView(new ArrayBuffer(1)), new SharedArrayBuffer(1));
// @ts-expect-error
binary.lengths(new ArrayBuffer(1), new Uint8Array(1), new Uint8Array(1), new SharedArrayBuffer(1));
// @ts-expect-error
binary.typed([1], new Uint8ClampedArray(1), new Int16Array(1), new Float32Array(1), new BigUint64Array(1));
// @ts-expect-error
binary.typed(new Uint8Array(1), new Uint8ClampedArray(1), new Int16Array(1), new Float32Array(1), new BigInt64Array(1));
// @ts-expect-error
binary.copies([1], undefined, []);
// @ts-expect-error
const sums: Float64Array = binary.copies(new Int8Array(1), undefined, []);
// @ts-expect-error
binary.half(1n);
// @ts-expect-error
binary.halves(new Float32Array(1));
// @ts-expect-error
const shorts: Uint16Array = binary.halves(new Float16Array(1));

// @ts-expect-error
crates.dates([new Date(), new Date(), new Date(), 7], [new Date(), new Date()], new Date());
// @ts-expect-error
crates.json(undefined, {});
// @ts-expect-error
crates.json(1n, {});
// @ts-expect-error
crates.bytes([1], new Uint8Array(1));
// @ts-expect-error
crates.ordered({ a: 'x' });
// @ts-expect-error
crates.distinct(['a']);
// @ts-expect-error
crates.place({ full_name: 'Here' });
// @ts-expect-error
crates.turned('left');
// @ts-expect-error
errors.lookUp(7);
// @ts-expect-error
errors.plain(1);
// @ts-expect-error
new addon.PlainError();
// @ts-expect-error
new addon.LookupError();
declare const missing: InstanceType<typeof Error> & addon.MissingError;
// @ts-expect-error
missing.key = 'other';
// @ts-expect-error
const code: 'ERR_DENIED' = missing.code;
declare const lookup: addon.LookupError;
// @ts-expect-error
lookup.key;
declare const counter: addon.Counter;
declare const stack: addon.NumberStack;
// @ts-expect-error
new addon.Counter('10', null);
// With one argument it is the constructor that takes none.
// @ts-expect-error
new addon.Counter(10);
// @ts-expect-error
new addon.Counter(1, 'one', 2);
// @ts-expect-error
addon.Counter(1);
// @ts-expect-error
counter.limit = 3;
// @ts-expect-error
counter.unit = 'score';
// @ts-expect-error
counter.isFull = true;
// @ts-expect-error
addon.Counter.MOST = 1;
// @ts-expect-error
addon.Counter.UNIT === 'score';
// @ts-expect-error
addon.Counter.kinds = [];
// @ts-expect-error
addon.Counter.full(1).count();
// @ts-expect-error
counter.unlessFull().count();
// @ts-expect-error
addon.Counter.add(1);
// @ts-expect-error
counter.sum([]);
// @ts-expect-error
counter.add('1');
// @ts-expect-error
counter.add(1, 2, 3);
// @ts-expect-error
counter.number('1');
// @ts-expect-error
const tag: number = counter[Symbol.toStringTag];
// @ts-expect-error
counter.equals(null);
// @ts-expect-error
counter.equals(stack);
// @ts-expect-error
counter.equals({ ...counter, count: () => 1 });
// @ts-expect-error
const texts: addon.TextStack = stack;
// @ts-expect-error
const deque: addon.TextStack = new addon.NumberDeque();
// @ts-expect-error
const notThere: addon.NumberStack = { push: () => notThere, pop: () => 1, length: 1 };
// @ts-expect-error
stack.push('1');
// @ts-expect-error
const popped: number = stack.pop();
// @ts-expect-error
stack.length = 1;
// @ts-expect-error
new addon.NamedCounter();
// @ts-expect-error
class Renamed extends addon.NamedCounter {}
// @ts-expect-error
const ada: addon.NamedCounter = counter;
// @ts-expect-error
classes.named('Ada').name = 'Eve';
// @ts-expect-error
new classes.Lamp();
// @ts-expect-error
addon.Lamp.off();
// @ts-expect-error
const lamp: addon.classes.Lamp = counter;
// @ts-expect-error
classes.room(classes.Lamp.off(), [{ watts: 40 }]);
// @ts-expect-error
classes.room(classes.Lamp.off(), []).visitors.count();
// @ts-expect-error
classes.larger(counter, 1);
// @ts-expect-error
classes.each([counter], (each) => each);
// @ts-expect-error
const items: string[] = [...new addon.Countdown(3)];
// @ts-expect-error
const value: number = new addon.Countdown(3).next().value;
// @ts-expect-error
[...counter];
