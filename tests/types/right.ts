// Uses every export as its type says, and checks that the addon does what the type says.
import * as addon from './types';
import * as quoted from './types-names';
import type { Account, Drawing, JsValue, Length, Level, Metres, Mode, Options, Role, Signal, Stamp, Tree } from './types';

type Point = Parameters<typeof addon.named.lift>[0];

function check<T>(got: T, expected: T): void {
  const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);
  const text = (value: T) => JSON.stringify(value, plain) ?? 'undefined';
  if (text(got) !== text(expected)) {
    throw new Error(`expected ${text(expected)}, got ${text(got)}`);
  }
}

function throws(call: () => void, message: string): void {
  let caught = '';
  try {
    call();
  } catch (error) {
    caught = error instanceof Error ? error.message : 'no error';
  }
  check(caught, message);
}

const { binary, classes, conditional, convertible, crates, derived, errors, functions, handles, made, named, names, written } = addon;

check<number>(convertible.small(-1, 2, -3, 4, -5, 6), 3);
check<number>(convertible.large(1, 2, 3, 4, 5, 6), 21);
check<bigint>(convertible.bigints(-1n, 2n, [3n, 4n]), 8n);
check<bigint>(convertible.bigints(-1n, 2n, [], 2n ** 64n), 3n);
check<Date>(convertible.later(new Date(1000), 7), new Date(1007));
check<Date>(convertible.later(new Date(-1000), 7, [new Date(0)]), new Date(-992));
check<number>(convertible.floats(0.5, 1, 2), 3.5);
check<string>(convertible.texts('a', 'b', 'c', 'd', 'e', 'f', 'g'), 'abcdefg');
check<string>(convertible.encodings('a', 'b', 'c', 'd', 'e'), 'd/e/c/2');
check<string>(convertible.systemTexts('a', 'b'), 'a/b/');
check<string>(convertible.systemTexts('a', 'b', 'c'), 'a/b/c');
check<void>(convertible.nothing(undefined, undefined, null), undefined);
check<null>(convertible.null(), null);
check<boolean>(convertible.flag(true), false);
check<number | undefined>(convertible.half(4), 2);
check<number | undefined>(convertible.half(null), undefined);
check<number | undefined>(convertible.half(), undefined);
check<string>(convertible.firstOf(undefined, 'b'), 'b');
check<string>(convertible.firstOf(null, 'b'), 'b');
const lengths: [number, number, number, number] = convertible.arrays([1], ['a', 'b'], [1, 2, 3], [[1], []]);
check(lengths, [1, 2, 3, 2]);
check<(number | undefined)[]>(convertible.optionalElements([1, undefined, null]), [1, undefined, undefined]);
const [second, [flag, first]]: [number, [boolean, string]] = convertible.tuples(['a', 1], [true]);
check([second, flag, first].join(), '1,true,a');
const numbered: Map<number, string | undefined | null> = new Map([[1, 'one'], [2, null]]);
const keyed: Map<string, Set<number>> = convertible.keyed(new Map([['a', 1]]), numbered, new Set(['x']));
check<[string, number[]][]>([...keyed].map(([key, numbers]) => [key, [...numbers]]), [['x', [3]]]);
check<string | null>(convertible.unions('2rem', undefined, 'a'), '2rem');
check<string | null>(convertible.unions(2, true, [1, 2]), null);
check<string | null>(convertible.unions(2, [1, new Date(0)], null), null);
check<boolean>(convertible.callbacks((x: number) => x > 1), true);
check<boolean>(convertible.callbacks([1, 'two']), false);
const pattern: RegExp = convertible.pattern(/a/, [/b/g]);
check(String(pattern), '/b/g');
const failure: Error | undefined = convertible.firstError([new RangeError('first')]);
check<string | undefined>(failure?.message, 'first');
check<Error | undefined>(convertible.firstError([], null), undefined);
const byName: Record<string, number[]> = convertible.maps({ a: 1 });
check(byName, { a: [1] });
check<number>(convertible.pointers(1, 2, 3), 6);
const words = new Uint32Array(2);
check<number>(convertible.slices(new Uint8Array(1), words, new Float32Array(1), new BigInt64Array(1)), 5);
check<number>(
  convertible.slices(new Uint8Array(0), words, new Float32Array(0), new BigInt64Array(0), new Float64Array(3)), 5);
check(words[0], 7);
throws(() => { const never: number = convertible.fails('no'); check(never, 0); }, 'no');
check<string>(convertible.failsOtherwise(false), 'ok');

check(handles.any('x'), 'x');
check<object>(handles.keep({ a: 1 }, [1, 'a'], Symbol('s')), { a: 1 });
const [text, number]: [string, number] = handles.primitives('a', 1, true);
check(text + number, 'a1');
check<bigint>(handles.bigint(7n), 7n);
check<Date>(handles.date(new Date(7)), new Date(7));
check<number>(handles.collections(new Map<JsValue, JsValue>([[1, 'a'], ['b', 2]]), new Set([1])).size, 2);
check(String(handles.pattern(/a/, new RangeError('b'))), '/a/');
check<number>(handles.count(handles.counter()), 3);
check(handles.call((first) => [first]), [1]);
check<boolean>(handles.apply((x: number, name?: string | null) => x > 1 && name === undefined, 2), true);
check<number>(handles.adder(2)(1), 3);
check<number>(handles.twice()((x) => x * 3, 1), 9);
check<number>(handles.howMany(undefined, [() => {}, () => undefined]), 2);
check<number>(handles.howMany(() => {}, []), 1);
check<void>(handles.run(() => 7), undefined);

const memory: ArrayBuffer = binary.arrayBuffer();
const bytes: Uint8Array = binary.buffer();
const view: DataView = binary.dataView(memory);
const sharedMemory: SharedArrayBuffer = binary.shared();
check<number>(binary.lengths(memory, bytes, view, sharedMemory), 11);
check<Uint8Array>(
  binary.typed(bytes, new Uint8ClampedArray(1), new Int16Array(1), new Float32Array(1), new BigUint64Array(1)), bytes);
const counted: BigInt64Array = binary.copies(new Int8Array(1), undefined, [new Uint32Array(2), new Uint32Array(3)]);
check(counted.join(), '1,0,5');
check(binary.copies(new Int8Array(0), new Float64Array(4), []).join(), '0,4,0');
const lent: DataView = binary.lender()(new Float32Array(2), memory);
check(lent.byteLength, 2);
check<number>(binary.half(3), 1.5);
// Hosts before Node 24 have none.
if (typeof Float16Array === 'function') {
  const halves: Float16Array = binary.halves(new Float16Array([3, -1]));
  check(halves.join(), '1.5,-0.5');
}

check<number>(functions.documented(1, 2), 1);
check<number>(functions.unnamed([1, 2], 0), 3);
check<string>(functions.indent('a'), '    a');
check<string>(functions.indent('a', 1), ' a');
check<string>(functions.indent('a', undefined, '-'), '----a');
check<string>(functions.join('-', 'a', 'b'), 'a-b');
check<string>(functions.join('-'), '');
check<string>(functions.nameOf.call({ name: 'n' }), 'n');
check<number>(functions.area(2), 4);
check<number>(functions.area(2, 3), 6);
functions.tell((name: string, count: number) => check(`${name}${count}`, 'one1'));
functions.ask((question: number) => question === 7, (answer: boolean) => check(answer, true));
check<void>(functions.sum([1, 2], (sum) => check(sum, 3)), undefined);

check<number>(addon.delete('abc'), 3);
check<boolean>(quoted['with-dash'](), true);
check<void>(quoted.names['two words'](), undefined);
check<number>(names.inner.new(undefined, 2), 3);
check<string>(names.VERSION.split('.').length === 3 ? 'version' : '', 'version');
check<number[]>(addon.limits, [1, 64]);
check<number>(addon.größe(1), 1);
const kind: 'fixture' = addon.kind;
check(kind, 'fixture');

const point: Point = { x: 1, y: 2 };
const page = named.outline([point]);
check<Point[]>(page.items, [point]);
check<number | undefined>(page.nextPage, undefined);
check<number>(page.total, 1);
const lifted = named.lift(point, 3);
check([lifted.x, lifted.y, lifted.z], [1, 2, 3]);
const time: Stamp | undefined = lifted.time;
check(time, undefined);
const tree: Tree = named.leaf('root');
check<string | undefined>(tree.children[0]?.name, 'child');
const now: Stamp = named.now();
check(now, { seconds: 0, zone: 'UTC' });
check<number>(named.pages().items.items, 1);

const role: Role = 'senior-editor';
const account: Account = { displayName: 'Ann', signedIn: null, role, code: 'A', street_name: 'Road', number: 7 };
const signedIn = derived.signIn(account, 10);
check<Account>(signedIn, {
  displayName: 'Ann', signedIn: 10, attempts: 4, role, code: 'A', street_name: 'Road', number: 7,
});
check<number | null>(derived.signIn({ ...account, attempts: 1, 'e-mail': 'a@b' }, -1).signedIn, null);
const described: addon.Described<addon.Depth> = { name: 'a', depth: 1, width: 2, street_name: 'Here' };
const taken: addon.Tagged<addon.Sized> = derived.describe(described);
check(taken, { is: 'sized', width: 2 });
check(derived.describe({ name: 'a', depth: 1, height: 2, street_name: 'Here', number: 7 }), { is: 'sized', height: 2 });
const level: Level = derived.highest();
check(level, 10);
const drawings: Drawing<string>[] = [
  { type: 'circle', radius: 1, note: 'a' },
  { type: 'placed', street_name: 'b' },
  { type: 'nothing' },
];
check(derived.redraw(drawings), drawings);
const drawn = derived.redraw(drawings)[0];
check<number | undefined>(drawn?.type === 'circle' ? drawn.radius : undefined, 1);
const signals: Signal[] = [{ kind: 'key', data: { code: 1 } }, { kind: 'moved', data: [1, 2] }, { kind: 'text', data: 'a' }];
for (const signal of signals) {
  check(derived.repeat(signal, 2), [signal, { kind: 'closed' }]);
}
const sum: Length[] = [1, 'two', { lengths: [3, null] }];
check(derived.double({ lengths: sum }), { lengths: [2, 'two two', { lengths: [6, null] }] });
check<number>(derived.middle([1, 2]), 1.5);
derived.greet({ call: (text: string) => check(text, 'hello') });

const length: Metres = { amount: 1.5 };
check<number>(made.metres(length), 1.5);
check<number>(made.pieces({ amount: 2 }), 2);
check<(boolean | undefined)[]>(made.reversed([true, null]), [undefined, true]);

check(conditional.width(), 64);
check<number>(conditional.parameters(1), 3);
check<number>(conditional.parameters(1, 2), 3);

const width: `${number}px` = written.width('2rem');
check(width, '2px');
const same: 'same' = written.identity('same');
check(same, 'same');
check<1 | 2>(written.ONE, 1);
const mode: Mode = 'write';
const options: Options = { mode, label: '#1' };
check<string>(written.open(options), '#1+');
check<string>(written.open({ mode: 'read', label: '#1' }, 'read'), '#1');
check<[number, number]>(written.weather(), [80, 21.5]);

check<string>(addon.imported(), 'imported');
check<number>(addon.deeper(), 7);

const day = new Date(7);
const instants: [Date, Date, Date] = crates.dates([day, day, day, day], [day, day], day);
check(instants, [day, day, day]);
check(crates.json([1, 'a'], { b: null }), [[1, 'a'], { b: null }]);
const joined: Uint8Array = crates.bytes(new Uint8Array([1]), new Uint8Array([2]));
check(joined.length, 2);
check<Record<string, number>>(crates.ordered({ b: 1, a: 2 }), { b: 1, a: 2 });
const distinct: Set<string> = crates.distinct(new Set(['b', 'a']));
check<string[]>([...distinct], ['b', 'a']);
const place: addon.CratesPlace = crates.place({ fullName: 'Here' });
check(place, { fullName: 'Here' });
check<'up' | 'down'>(crates.turned('up'), 'down');

try {
  errors.lookUp('it');
} catch (error) {
  if (!(error instanceof addon.MissingError)) throw error;
  const code: 'ERR_MISSING' = error.code;
  const places: number[] | undefined = error.triedPlaces;
  check([code, error.key, error.name, places], ['ERR_MISSING', 'it', 'MissingError', undefined]);
  const general: addon.LookupError & TypeError = error;
  check(general.code, 'ERR_MISSING');
}
try {
  errors.lookUp('denied');
} catch (error) {
  if (!(error instanceof addon.LookupError)) throw error;
  const since: `${number}s` | undefined = error.since;
  check([error.code, since], ['ERR_DENIED', '7s']);
}
throws(errors.plain, 'plain');
check(addon.PlainError.name, 'PlainError');

const counter: addon.Counter = new addon.Counter(10, null);
check<number>(counter.add(1).add(2, 3).count(), 7);
check<string | undefined>(counter.label, undefined);
counter.label = 'first';
counter.unit = 'dozen';
check([counter.label, counter.unit, counter.limit], ['first', 'dozen', 10]);
counter.label = null;
counter.left = 4;
check<boolean>(counter.isFull, false);
check<addon.Counter | undefined>(counter.unlessFull(), counter);
check<number | undefined>(counter.checked()?.left, 4);
check<addon.Counter | undefined>(addon.Counter.full(5)?.unlessFull(), undefined);
check([counter.left, addon.Counter.MOST], [4, 1000]);
check<'one' | 'dozen'>(addon.Counter.UNIT, 'one');
check<number>(new addon.Counter(9, null).ask((count) => count + 2).ask((count) => count).count(), 4);
check<string[]>(addon.Counter.kinds, ['Counter', 'NamedCounter']);
check<number>(new addon.Counter().limit, 1000);
check<string | undefined>(new addon.Counter(1, 'one').label, 'one');
check<number | undefined>(addon.Counter.full(5)?.left, 0);
check<addon.Counter | undefined>(addon.Counter.full(), undefined);
throws(() => new addon.Counter(1001, undefined), 'the limit is too high');
check<string>(counter[Symbol.toStringTag], 'Counter');
check<`#${number}`>(counter.number('#'), '#6');
const other = new addon.Counter();
check<boolean>(counter.equals(other), false);
other.absorb(counter);
check([other.count(), counter.reset().count()], [6, 0]);
check<number>(addon.Counter.sum([other, counter]), 6);
check<number>(addon.Counter.countOf(other) + addon.Counter.countOf(null) + addon.Counter.countOf(), 6);
check<addon.Counter>(classes.larger(counter, other), other);
check<number>(other.finish(), 6);

const ada: addon.NamedCounter = classes.named('Ada');
const base: addon.Counter = ada;
check<addon.NamedCounter>(ada.add(2), ada);
check<addon.NamedCounter | undefined>(ada.unlessFull(), ada);
check([ada.name, base.count(), ada instanceof addon.Counter], ['Ada', 2, true]);
class Loud extends addon.Counter {
  shout(): string {
    return `${this.add(1).count()}!`;
  }
}
check<string>(new Loud(5, null).add(1).shout(), '2!');

const down: addon.Countdown = new addon.Countdown(3);
const step: IteratorResult<number, undefined> = down.next();
check(step.done === true ? 'done' : step.value, 2);
const below: number[] = [...down];
check(below, [1, 0]);
const iterable: Iterable<number> = new addon.Countdown(1);
for (const number of iterable) check<number>(number, 0);
const end = down.next();
const last: undefined = end.done === true ? end.value : undefined;
check([end.done, last], [true, undefined]);

check<number | undefined>(new addon.NumberStack().push(1).push(2).pop(), 2);
check<string | undefined>(new addon.TextStack().push('a').pop(), 'a');
check<number>(new addon.TextStack().length, 0);
check<number | undefined>(new addon.NumberDeque().push(1).push(2).shift(), 1);
const texts: addon.TextStack = new addon.TextDeque().push('a');
check<number>(texts.length, 1);

const lamp: addon.classes.Lamp = classes.Lamp.on(40);
const room: addon.Room = classes.room(lamp, [classes.Lamp.off(), lamp]);
check(room.lights.map((light) => light.watts), [0, 40, 40]);
const visitors: addon.Counter | undefined = room.visitors;
check<string[]>([classes.Lamp.DARK, `${visitors}`], ['dark', 'undefined']);
check<number>(classes.each([counter, ada], (each) => (each === ada ? lamp : classes.Lamp.off())), 40);
