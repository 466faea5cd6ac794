'use strict';
// The rows of loading that are wanted: `node load-rows.js` writes them to $RESULT without measuring. Building addons
// of 1,000 exports takes minutes: a quick run has none, unless it asks for them by name.

const fs = require('node:fs');

const pattern = new RegExp(process.env.ROWS || '', 'i');
const rows = [
  { name: 'load, 1 export', count: 1 },
  { name: 'load, 1,000 exports', count: 1000 },
].filter(({ name }) => pattern.test(name) && (process.env.ROWS || process.env.QUICK !== '1'));

module.exports = { rows };

if (require.main === module) fs.writeFileSync(process.env.RESULT, JSON.stringify(rows));
