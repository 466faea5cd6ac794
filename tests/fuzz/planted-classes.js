// addons: classes
'use strict';
// Not a suite: what `cargo fuzz-addons --planted` runs on a napi-core with a bug in what classes stand on.

const { test } = require('../js/harness.js');
const { fuzz, nothingIsLeft } = require('./run.js');

test('no fault', async () => {
  const { left } = await fuzz({ packages: ['classes'], seed: 1, calls: Number(process.env.CALLS), log: console.log });
  nothingIsLeft(left);
});
