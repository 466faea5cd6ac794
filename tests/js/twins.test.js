// addons: twins
'use strict';
// Every program that the compiler refuses has a twin that it accepts: each line `//~ js:` of a case runs here with
// `t`, what the twin exports, and `addon`, what all twins export together.
const assert = require('node:assert');
const { addon, collect, test } = require('./harness.js');

const AsyncFunction = (async () => {}).constructor;
const twins = addon('twins');
const cases = new Map();
for (const line of twins.CASES.split('\n').filter(Boolean)) {
  const [, name, statement] = /^(\w+)\t(.*)$/.exec(line);
  cases.set(name, [...(cases.get(name) ?? []), statement]);
}

for (const [name, statements] of cases) {
  const run = new AsyncFunction('t', 'addon', 'assert', 'collect', statements.join('\n'));
  test(name, () => run(twins[name], twins, assert, collect));
}
