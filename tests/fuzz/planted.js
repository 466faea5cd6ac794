// addons: scopes values
'use strict';
// Not a suite: what `cargo fuzz-addons --planted` runs on a napi-core with a bug.

const { test } = require('../js/harness.js');
const { fuzz, nothingIsLeft } = require('./run.js');

const packages = ['scopes', 'values'];

test('no fault', async () => {
  const { left } = await fuzz({ packages, seed: 1, calls: Number(process.env.CALLS), log: console.log });
  nothingIsLeft(left);
});
