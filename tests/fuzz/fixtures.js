'use strict';
// What is known of the fixtures beforehand: which are called, which are not and why, and what only looks like a fault.

const fs = require('node:fs');
const path = require('node:path');

/** The packages whose exports are called. The others start threads, end the process, or only load. */
const PACKAGES = ['calls', 'classes', 'crates', 'handed-over', 'misuse', 'scopes', 'types', 'values'];

/** Not called: the pattern of the name, and the reason. */
const LEFT_OUT = [
  [/^scopes\.references\.(keep|watch|addRef|unref|keepExternal|share|cycle)$/, 'keeps what it gets, for another call'],
  [/^classes\.pass\.keep$|^classes\.Node#keep$/, 'keeps what it gets, for another call, or for good'],
  [/^classes\.(guards|Origin)\.forget$/, 'keeps what it gets borrowed'],
  [/^classes\.Slot#another(IfPositive)?$/, 'leaves a value behind each time'],
  [/^classes\.Heavy(\.grow)?$/, 'makes as many megabytes as it is told'],
  [/^classes\.(stash|readStash)$/, 'uses what is private of napi-core, which panics where it is used out of turn'],
  [/^classes\.macros\.Bounded\.calls$/, 'calls back from a queue'],
  [/^classes\.Last$/, 'writes to the output, which is read'],
  [/^misuse\.keepEverywhere$/, 'keeps what it gets, for another call'],
  [/^misuse\.(bomb|panic)AtTheEnd$/, 'leaves something to be done at the end of the environment'],
];

/** Work grows with a number, or with the length of an array whose elements may be missing. */
const BOUNDED = [
  /\.bigints\.ones$/,
  /\.containers\.(count|made)$/,
  /\.calls\.(greet|descend\w*)$/,
  /\.functions\.closureCalledHere$/,
  /\.numberArrays\.withLarge$/,
  /\.keyed\.counted$/,
  /^crates\.(?!json\.(echo|map|many|text)$|times\.|maps\.)/,
  /^(classes|handed-over|misuse|scopes)\./,
  /^values\.(buffers|external\w*|rows|typedArrays)\./,
  /^types\.(derived|functions)\./,
];

/** Exports that take typed arrays as memory lent for the call: what was detached must be refused. */
const LENT = /^values\.slices\./;

/** Exports no call of which is accepted, and the reason. */
const NEVER_ACCEPTED = [
  [/\.(fails|panics)[A-Z]?\w*$|\.panicking$/, 'fails, or panics, whatever it gets'],
  [/\.throws$|\.errors\.(fail|own|text|throw|throwTwice|throwKeptFromThread)$/, 'throws whatever it gets'],
  [/tooLarge(Inside|InSet)?$|\.withLarge$/i, 'gives a number that JavaScript does not hold exactly'],
  [/^crates\.(causes\.(sources|set|setOverSource|by\w+|hostile)|errorClasses\.(find(?!ByCallback)\w*|hush|odd))$/, 'fails whatever it gets'],
  [/^types\.errors\.|^values\.errorObjects\.rethrow$/, 'fails whatever it gets'],
  [/^(crates|types)\.\w+Error$/, 'is a class whose objects only Rust makes'],
  [/^classes\.(Fields|Later|Nothing|Origin|Puppy|animals\.(Numbers|Texts))$|^types\.(NamedCounter|classes\.Lamp)$/, 'is a class without a constructor'],
  [/^classes\.animals\.(Numbers|Texts)#items$/, 'is called on instances of its own class, of which there are none'],
  [/^classes\.Heavy#/, 'needs an instance, which is not made'],
  [/^classes\.(Cell#panic|Careless\.pair|Slot\.(lose|panicWith))$/, 'fails, or panics, whatever it gets'],
  [/^crates\.serdes\.oddKeys$/, 'gives a map whose keys are none in JavaScript'],
  [/^values\.buffers\.sumSharedArrayBuffer$/, 'reads shared memory as if it were of one thread, which is refused'],
  [/^values\.enums\.endless$/, 'has no value that ends'],
  [/^values\.buffers\.madeAndDetached$/, 'asks for bytes that it has detached'],
  [/^values\.(slices|typedArrays)\.(\w+F16|halves)$|^types\.binary\.halves$/, 'Float16Array is not on every host'],
  [/^misuse\.(forgetAndFail|forgetInTryCatch|fragileArgument|ignoreAndFail|panicIn\w+)$/, 'fails, or panics, whatever it gets'],
  [/^misuse\.useOuter\w*$/, 'needs a token that is lent, and so is called by functions only'],
  [/^scopes\.letOutAndFailed$/, 'fails after it has let something out'],
  [/^scopes\.references\.typed$/, 'needs an array with a number under a symbol'],
  [/^scopes\.references\.(get|watched|upgrade|keptExternal|shared)$/, 'needs what an export keeps that is not called'],
];

const FUNCTION = ['function', ['returns', ['number', '1']]];
const BYTES = ['typed', 'Uint8Array', ['plain'], 1000, 0];

const PAIR = ['array', [['number', '1'], ['number', '2']]];
const NAMED = ['object', [['name', ['string', 'name']]], 'plain'];
const LARGE = [
  ['b', ['boolean', true]],
  ['c', ['string', 'c']],
  ['e', PAIR],
  ['f', PAIR],
  ...[...'aghjklmnopqr'].map((key) => [key, ['number', '1']]),
];

const DIGITS = [['string', '12']];

const DESCRIBED = [
  ['name', ['string', 'a']],
  ['depth', ['number', '1']],
  ['width', ['number', '2']],
  ['street_name', ['string', 'Road']],
];

const ROUND = [
  ['id', ['number', '1']],
  ['first', ['number', '1']],
  ['radius', ['string', 'r']],
];

const CELL = ['instance', 'classes.Cell', 'classes.Cell', [['object', [['value', ['number', '1']]], 'plain']], null, null];

const ODD_NAMES = [
  ['__proto__', ['number', '1']],
  ['a"b\\c\n\u2028é😀', ['string', 'text']],
  ['', ['boolean', true]],
];

/** Calls that chance would hardly find. */
const KNOWN = {
  'classes.Cell.twice': [['with', CELL, 'factor', ['function', ['returns', ['number', '2']]]]],
  'classes.animals.total': [['instance', 'classes.animals.DistinctNumbers', 'classes.animals.DistinctNumbers', [], null, null]],
  'classes.pass.gravity': [['string', 'earth'], ['null'], ['array', []]],
  'crates.serdes.chain': [['string', 'End']],
  'calls.calls.fifteenAndRest': Array(15).fill(['number', '1']),
  'misuse.answerAfterBytes': [BYTES, ['string', 'Date']],
  'misuse.answerAfterScope': [['string', 'Date']],
  'misuse.descend': [FUNCTION, ['string', 'plain'], ['number', '0'], FUNCTION],
  'misuse.forgetAndFail': [['boolean', false]],
  'misuse.forgetInTryCatch': [FUNCTION],
  'misuse.holdArguments': [['object', [['inner', ['object', [['deeper', NAMED]], 'plain']]], 'plain'], FUNCTION, NAMED],
  'misuse.keepPending': [['function', ['throws', ['undefined']]]],
  'misuse.lendEnv': [['object', [['function', FUNCTION]], 'plain'], ['function', ['calls', ['number', '1'], 'misuse.useOuter', [['string', 'get']]]]],
  'scopes.errors.byHand': [['object', [['list', PAIR]], 'plain'], ['string', 'list']],
  'scopes.escaped': [['string', 'external']],
  ...Object.fromEntries(['closure', 'escapable', 'guard'].map((name) => [`scopes.${name}`, [['string', 'end'], FUNCTION]])),
  // What is lent goes while a later argument is read.
  'values.slices.beforeList': [BYTES, ['array', [['getter', ['collects', ['number', '1']]]]]],
  'values.slices.beforeCall': [BYTES, ['function', ['collects', ['number', '1']]]],
  ...Object.fromEntries(['I64', 'U64', 'I128', 'U128'].map((type) => [`values.bigints.parse${type}`, DIGITS])),
  ...Object.fromEntries(
    ['8', '16', '32', '64', '128', 'size']
      .flatMap((size) => [`I${size}`, `U${size}`])
      .concat('F32', 'F64')
      .map((type) => [`values.numbers.parse${type}`, DIGITS]),
  ),
  // A method under any symbol.
  'values.objects.methodOfSymbol': [['proxy', ['object', [], 'plain'], 'get', ['returns', ['function', ['returns', ['string', 'a']]]]], ['symbol', 'a']],
  ...Object.fromEntries(['make', 'makeOwned'].map((name) => [`values.regexps.${name}`, [['string', 'a+'], ['string', 'g']]])),
  'values.buffers.readDataView': [['typed', 'DataView', ['plain'], 16, 0], ['number', '2'], ['number', '3']],
  'values.rows.oddNames': [['object', ODD_NAMES, 'plain']],
  'types.derived.describe': [['object', DESCRIBED, 'plain']],
  'values.structs.besideUntagged': [['object', [...ROUND, ['label', ['string', 'a']]], 'plain']],
  'values.structs.strictBesideUntagged': [['object', ROUND.slice(1), 'plain']],
  'values.structs.large': [['object', LARGE, 'plain']],
  'values.structs.with': [['object', [['color', ['string', '0x1f']]], 'plain']],
  'values.handles.arrayGetNumber': [['array', [['number', '1']]], ['number', '0']],
};

/** Codes of napi-core that no argument leads to. */
const NEVER_SEEN = {
  ERR_ARK_RUNTIME: 'of OpenHarmony only',
  ERR_CANCELLED: 'of work that waits for a thread',
  ERR_CLOSING: 'of the end of an environment',
  ERR_NODE_API: 'of calls that the host refuses, which are asked before',
  ERR_QUEUE_FULL: 'of calls from threads',
  ERR_WOULD_DEADLOCK: 'of calls from threads',
  ERR_WRONG_ENV: 'of references that went to another environment',
};

/** Codes that chance misses in a short run. */
const RARE = {
  ERR_EXCEPTION_LOST: 'of errors that are kept from another call',
  ERR_INVALID_STATE: 'of memory that is asked for while it is lent, or gone',
  ERR_TOO_DEEP: 'of documents deeper than chance mostly makes them',
};

/** Codes that occur on some hosts only. */
const ON_SOME_HOSTS = { ERR_NOT_SUPPORTED: 'of what a host lacks' };

/** The texts that the fixtures of these packages know: the patterns of their `match`. */
function wordsOf(packages) {
  const words = packages.flatMap((name) => {
    const folder = path.join(__dirname, '../fixtures', name, 'src');
    const files = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.rs'));
    const texts = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
    const patterns = texts.flatMap((text) => text.match(/^\s*"[^"]+"(?: \| "[^"]+")* =>/gm) ?? []);
    return patterns.flatMap((pattern) => pattern.match(/[^"]+(?="(?: \||\s=>))/g));
  });
  return [...new Set(words)];
}

/** Whether an export is in such a list, by its name. */
const isIn = (list) => (name) => list.some(([pattern]) => pattern.test(name));

const isLeftOut = isIn(LEFT_OUT);
const isNeverAccepted = isIn(NEVER_ACCEPTED);

module.exports = { BOUNDED, KNOWN, LEFT_OUT, LENT, NEVER_SEEN, ON_SOME_HOSTS, PACKAGES, RARE, isLeftOut, isNeverAccepted, wordsOf };
