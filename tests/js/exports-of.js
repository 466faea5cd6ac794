'use strict';
// Not a suite: prints what the addon ADDON exports, or why it does not load, for tests/link.

let result;
try {
  result = { exports: Object.keys(require(process.env.ADDON)) };
} catch (error) {
  result = { error: error.message };
}
console.log(JSON.stringify(result));
