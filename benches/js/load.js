'use strict';
// The contestants and the instruments, from the folder $ADDONS; $CONTESTANTS has the names of some, if not all are wanted.

const path = require('node:path');
const fs = require('node:fs');

const folder = process.env.ADDONS;
const all = ['c', 'sys', 'core', 'napi-rs', 'neon', 'node-addon-api'];
const wanted = process.env.CONTESTANTS ? process.env.CONTESTANTS.split(',') : all;

const probe = require(path.join(folder, 'probe.node'));
const contestants = all
  .filter((name) => wanted.includes(name))
  .filter((name) => fs.existsSync(path.join(folder, `${name}.node`)))
  .map((name) => ({ name, exports: require(path.join(folder, `${name}.node`)) }));

module.exports = { probe, contestants };
