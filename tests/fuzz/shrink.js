'use strict';
// Smaller cases that fail still.

const { smaller } = require('./variation.js');

/** How many processes may be started to make a case smaller. */
const TRIES = 200;

/**
 * The shortest list of these cases that `fails`, with small recipes; undefined if not even all of them fail. The last case is the
 * one in which the process ended.
 */
async function shrunk(cases, fails) {
  const budget = { left: TRIES };
  const still = async (some) => {
    budget.left -= 1;
    return (await fails(some)) !== undefined;
  };
  let found = [cases.at(-1)];
  if (!(await still(found))) {
    if (!(await still(cases))) return undefined;
    found = await fewer(cases, still, budget);
  }
  for (let index = 0; index < found.length; index += 1) {
    found = await simpler(found, index, still, budget);
  }
  return found;
}

/** Leaves out ever smaller parts, but not the last case. */
async function fewer(cases, still, budget) {
  let found = cases;
  for (let size = found.length >> 1; size >= 1 && budget.left > 0; size >>= 1) {
    for (let begin = 0; begin + size < found.length && budget.left > 0; ) {
      const less = [...found.slice(0, begin), ...found.slice(begin + size)];
      if (await still(less)) found = less;
      else begin += size;
    }
  }
  return found;
}

/** Makes the recipes of one case smaller, as long as it goes. */
async function simpler(cases, index, still, budget) {
  let found = cases;
  for (let better = true; better && budget.left > 0; ) {
    better = false;
    for (const made of simplerCases(found[index])) {
      if (budget.left <= 0) break;
      const changed = [...found.slice(0, index), made, ...found.slice(index + 1)];
      if (!(await still(changed))) continue;
      found = changed;
      better = true;
      break;
    }
  }
  return found;
}

function* simplerCases(made) {
  const { call, ...rest } = made;
  if (made.receiver) yield { ...rest, call, receiver: undefined };
  if (made.construct !== undefined) yield { ...rest, call, construct: undefined };
  if (made.newTarget) yield { ...rest, call, newTarget: undefined };
  if (made.receiver) for (const receiver of smaller(made.receiver)) yield { ...rest, call, receiver };
  if (call.length > 0) yield { ...rest, call: call.slice(0, -1) };
  for (let position = 0; position < call.length; position += 1) {
    for (const recipe of smaller(call[position])) {
      yield { ...rest, call: [...call.slice(0, position), recipe, ...call.slice(position + 1)] };
    }
  }
}

module.exports = { shrunk };
