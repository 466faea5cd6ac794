'use strict';
// The values with which the suites `threads*` call: the addon `threads` counts them.
const assert = require('node:assert');
const { addon, turn } = require('./harness.js');

const threads = addon('threads');

/** Every payload that was made was dropped, once; gives how many there were. */
async function assertAllDropped() {
  // Items run in time slices between the turns.
  for (let round = 0; round < 1000 && threads.payloadsAlive() > 0; round += 1) await turn();
  const [made, dropped] = threads.payloads();
  assert.strictEqual(dropped, made);
  return made;
}

module.exports = { assertAllDropped };
