'use strict';
// The script of `inProcess` in harness.js.

const { body, data } = JSON.parse(process.env.NAPI_TEST_CHILD);
// Parentheses make an expression of every kind of function.
const run = (0, eval)(`(${body})`);

async function main() {
  await run(require('./harness.js'), data);
}

main();
