'use strict';
// The rows of messages from threads: a sample lasts until the last message has arrived.

const { functionOf } = require('./rows.js');

function arrival(count, begin) {
  return new Promise((resolve) => {
    let left = count;
    begin(() => {
      if (--left === 0) resolve();
    });
  });
}

function messagesOf(row, contestants, probe, quick) {
  const clock = row.clock === 'thread' ? probe.threadNs : probe.processNs;
  const found = [];
  for (const { name, exports } of contestants) {
    const fn = functionOf(row, name, exports);
    if (fn === undefined) continue;
    const total = row.pings ? 2000 : quick ? 200000 : 1000000;
    const begin = row.pings
      ? (callback) => exports[fn](callback, total)
      : (callback) => exports[fn](callback, row.producers, total / row.producers);
    const sample = async () => {
      const start = clock();
      await arrival(total, begin);
      return (clock() - start) / total;
    };
    found.push({ name, sample });
  }
  return found;
}

module.exports = { messagesOf };
