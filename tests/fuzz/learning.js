'use strict';
// What an export takes is learned from its messages, which say where a value does not fit and what was expected there.

const { KNOWN, isNeverAccepted } = require('./fixtures.js');
const { classesIn } = require('./classes.js');
const { isExternal } = require('./prototypes.js');
const { changedSomewhere, replacedAt, varied } = require('./variation.js');

/** Accepted calls that are enough. */
const ENOUGH = 12;
const ATTEMPTS = 400;
/** Attempts at exports that are listed as refusing all. */
const FUTILE = 50;
/** Failures without a word about a value, after which an export is left. */
const SILENT = 60;

/** Recipes of instances of a class that are enough, and how many of them one export makes. */
const INSTANCES = 12;
const INSTANCES_OF_ONE = 4;
/** Accepted calls of a member that callbacks make. */
const CALLS_OF_ONE = 3;
/** A recipe with more in it would have instances in instances without end. */
const LONGEST = 1500;

/** Looks for calls that `target` accepts; `run` runs a case. */
function learn(target, recipes, run, classes) {
  const { random } = recipes;
  const attempts = isNeverAccepted(target.name) ? FUTILE : ATTEMPTS;
  let tried = { call: KNOWN[target.name] ?? [], receiver: undefined };
  let [stuck, last, silent] = [0, -1, 0];
  for (let attempt = 0; attempt < attempts && target.accepted.length < ENOUGH; attempt += 1) {
    recipes.about = [...target.about];
    // Whether an instance is of use is not told by the words for an argument.
    if (target.member !== undefined) tried = { ...tried, receiver: recipes.instance(target.member) };
    const made = target.made(tried.call, tried.receiver);
    const outcome = run(made);
    if (outcome.accepted) {
      note(target, made, outcome.value, recipes, classes);
      tried = { ...tried, call: varied(random.pick(target.accepted).call, recipes) };
      continue;
    }
    const reason = explained(outcome.message);
    if (reason === undefined && (silent += 1) > SILENT) return;
    if (reason?.position !== undefined && reason.path.length === 0 && /Array$/.test(reason.words)) target.lent.add(reason.position);
    // Who asks for another property is content with those before.
    stuck = reason?.position === last && !reason?.missing ? stuck + 1 : 0;
    last = reason?.position;
    if (stuck > 12 && random.once(4)) tried = { call: recipes.some(2), receiver: random.once(2) ? recipes.any(2) : undefined };
    else tried = reason ? mended(tried, reason, recipes) : { ...tried, call: random.once(2) ? varied(tried.call, recipes) : recipes.some(2) };
  }
}

function note(target, { name, call, receiver }, value, recipes, classes) {
  target.accepted.push({ call, receiver });
  if (target.member !== undefined) put(recipes.members, target.member, [name, call], CALLS_OF_ONE, ([other]) => other === name);
  for (const about of classesIn(call)) for (const each of classes.lineOf(about)) target.about.add(each);
  for (const instance of classes.in(value)) {
    const of = classes.of(instance);
    const recipe = ['instance', of, name, call, receiver ?? null, null];
    if (JSON.stringify(recipe).length > LONGEST || (recipes.instances.get(of)?.length ?? 0) >= INSTANCES) continue;
    put(recipes.instances, of, recipe, INSTANCES_OF_ONE, (known) => known[2] === name);
  }
  if (isExternal(value) && recipes.makers.length < 100) recipes.makers.push([name, call]);
}

/** Puts the item into the list, unless there are `most` that are `alike`. */
function put(lists, key, item, most, alike) {
  const list = lists.get(key) ?? [];
  if (list.filter(alike).length < most) lists.set(key, [...list, item]);
}

const STEP = String.raw`\.get\([^)]*\)|\.[^\s.[\]:]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\]`;
const ARGUMENT = new RegExp(String.raw`: argument (\d+)(?: \([^)]*\))?((?:${STEP})*): (.*)$`, 's');
/** Of the receiver, or of what JavaScript has given in the course of the call. */
const ELSEWHERE = new RegExp(String.raw`^(?:[^:]*: result)?((?:${STEP})*)(?:: )?expected (.*)$`, 's');

/** Serde's words for a property that is not there, and for one that should not be. */
const MISSING = /^missing field `(.*)`$/s;
const UNKNOWN = /^unknown field `/;

/**
 * What a message of a conversion says: which argument if it names one, the path into it, and what was expected there; undefined
 * words say that nothing may be there.
 */
function explained(message) {
  const [, number, path, reason] = ARGUMENT.exec(message) ?? [undefined, undefined, ...(ELSEWHERE.exec(message) ?? []).slice(1)];
  if (reason === undefined) return undefined;
  const words = reason.replace(/^expected /, '').replace(/, (got|not) .*$/s, '');
  const position = number === undefined ? undefined : Number(number) - 1;
  const keys = (path.match(new RegExp(STEP, 'g')) ?? []).map(keyOf);
  const missing = MISSING.exec(reason);
  if (missing) return { position, path: [...keys, missing[1]], words: '', missing: true };
  return { position, path: keys, words: UNKNOWN.test(reason) ? undefined : words };
}

function keyOf(step) {
  if (step.startsWith('.get(')) return unquoted(step.slice(5, -1));
  if (step.startsWith('.')) return step.slice(1);
  return unquoted(step.slice(1, -1));
}

function unquoted(text) {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The call with what the message asks for at the place that it names, or where it may be if the message names none. */
function mended({ call, receiver }, { position, path, words }, recipes) {
  const { random } = recipes;
  for (const key of path) if (!recipes.keys.includes(key) && recipes.keys.length < 500) recipes.keys.push(key);
  const wanted = words === undefined ? undefined : recipes.expected(words) ?? recipes.any(2);
  const copy = call.slice();
  if (position !== undefined) {
    while (copy.length <= position) copy.push(['undefined']);
    copy[position] = placed(copy[position], path, wanted);
    return { call: copy, receiver };
  }
  const place = random.below(copy.length + 2) - 1;
  if (place === copy.length) copy.push(['undefined']);
  if (place < 0) return { call, receiver: placed(receiver ?? ['object', [], 'plain'], path, wanted) };
  copy[place] = path.length > 0 ? placed(copy[place], path, wanted) : giving(copy[place], wanted, recipes);
  return { call: copy, receiver };
}

/** A value that gives what is wanted when it is called, asked for a property, or looked into. */
function giving(recipe, wanted, recipes) {
  switch (recipe[0]) {
    case 'function':
      return ['function', ['returns', wanted]];
    case 'object':
    case 'proxy':
      return ['proxy', recipe[0] === 'proxy' ? recipe[1] : recipe, 'get', ['returns', wanted]];
    default:
      return changedSomewhere(recipe, recipes.random, () => wanted);
  }
}

/** The recipe with `wanted` at the end of the path, or with nothing there. */
function placed(recipe, path, wanted) {
  if (path.length === 0) return wanted ?? ['undefined'];
  const [key, ...rest] = path;
  if (recipe[0] === 'object') {
    const index = recipe[1].findLastIndex(([name]) => name === key);
    const property = [key, placed(index >= 0 ? recipe[1][index][1] : ['undefined'], rest, wanted)];
    const properties = recipe[1].slice();
    if (path.length === 1 && wanted === undefined) properties.splice(index, index >= 0 ? 1 : 0);
    else properties.splice(index >= 0 ? index : properties.length, 1, property);
    return ['object', properties, recipe[2]];
  }
  if (recipe[0] === 'array' && Number(key) < recipe[1].length) {
    return replacedAt(recipe, [1, Number(key)], placed(recipe[1][Number(key)], rest, wanted));
  }
  if (recipe[0] === 'map') {
    return ['map', recipe[1].map(([name, value]) => [name, placed(value, rest, wanted)])];
  }
  if (recipe[0] === 'set') return ['set', []];
  if (recipe[0] === 'times') return ['times', placed(recipe[1], rest, wanted), recipe[2]];
  return /^\d+$/.test(key) ? ['array', []] : ['object', [[key, placed(['undefined'], rest, wanted)]], 'plain'];
}

module.exports = { learn };
