'use strict';
// Loads every addon of the process and of its workers through the personality: `node --require preload.js`, with the path of
// the personality in the variable PERSONALITY. What asks `require` for a `.node` file notices nothing.

const Module = require('node:module');

const host = { exports: {} };
process.dlopen(host, process.env.PERSONALITY);

function load(module, path) {
  host.exports.load(path, module.exports);
}

Module._extensions['.node'] = load;
process.dlopen = load;
