'use strict';
const path = require('node:path');

// ADDONS is where `cargo demo` has put the addons it built.
const addon = require(path.join(process.env.ADDONS, 'queue-work.node'));

function refused(...args) {
  try {
    addon.queueWork(...args);
  } catch (error) {
    console.log(`queueWork(${args})`.padEnd(29), '-> throws', `${error.name} ${error.code}: ${error.message}`);
  }
}

async function main() {
  refused();
  refused(7);
  console.log('queueWork(cb)'.padEnd(29), '->', await new Promise((resolve) => addon.queueWork(resolve)));
  console.log('queueWorkPool(cb)'.padEnd(29), '->', await new Promise((resolve) => addon.queueWorkPool(resolve)));
  const sum = await new Promise((resolve) => addon.sumOnThread([1, 2, 3.5], resolve));
  console.log('sumOnThread([1, 2, 3.5], cb)'.padEnd(29), '->', sum);

  const steps = await new Promise((resolve) => {
    const seen = [];
    addon.progress(100, (step, total) => {
      seen.push(`${step}/${total}`);
      if (step === 3) resolve(seen);
      return step < 3;
    });
  });
  console.log('progress(100, cb)'.padEnd(29), '->', steps.join(' '));

  const balls = await new Promise((resolve) => {
    const seen = [];
    addon.pingPong(4, (ball) => {
      if (seen.push(ball) === 4) resolve(seen);
      return ball + 1;
    });
  });
  console.log('pingPong(4, cb)'.padEnd(29), '->', balls.join(' '));
}

main();
