'use strict';
// The rows of messages from threads, and of work on the thread pool: a sample lasts until the last has arrived.

const { functionOf } = require('./rows.js');

function arrival(count, begin) {
  return new Promise((resolve) => {
    let left = count;
    begin(() => {
      if (--left === 0) resolve();
    });
  });
}

// `total` calls, each of which calls back, or returns a promise.
function works(start, total, callback) {
  for (let i = 0; i < total; i++) start(callback)?.then(callback);
}

function beginOf(row, start, total) {
  if (row.works) return (callback) => works(start, total, callback);
  if (row.pings) return (callback) => start(callback, total);
  return (callback) => start(callback, row.producers, total / row.producers);
}

function messagesOf(row, contestants, probe, quick) {
  const clock = row.clock === 'thread' ? probe.threadNs : probe.processNs;
  const found = [];
  for (const { name, exports } of contestants) {
    const fn = functionOf(row, name, exports);
    if (fn === undefined) continue;
    const total = row.pings || row.works ? 2000 : quick ? 200000 : 1000000;
    const begin = beginOf(row, exports[fn], total);
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
