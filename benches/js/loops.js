'use strict';
// The loops that are timed: each from a source text of its own, or they would share the feedback of the JIT.

let next = 0;

// A function of `n` that makes the row's call `n` times.
function loopOf(row, contestant, exports, fn) {
  const isBase = contestant === 'c';
  const setup = (isBase && row.baseSetup) || row.setup;
  const { a, b } = setup(exports);
  const call = (isBase && row.baseCall) || row.call || `f(${row.args})`;
  const statement = row.throws ? `try { ${call}; } catch (error) { last = error; }` : `last = ${call};`;
  const source = `// ${next++} ${contestant} ${row.name}
    let last;
    return function (n) { for (let i = 0; i < n; i++) { ${statement} } return last; };`;
  return new Function('f', 'a', 'b', source)(exports[fn], a, b);
}

module.exports = { loopOf };
