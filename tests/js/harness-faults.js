// addons: leaky
'use strict';
// Not a suite: commits the fault named by FAULT, for `cargo sanitize`.
const { addon, test } = require('./harness.js');

test(`commits ${process.env.FAULT}`, () => addon('leaky')[process.env.FAULT]?.());
