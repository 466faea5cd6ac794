// addons: crates
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { fc, holds } = require('./properties.js');

const { json } = addon('crates');

/** Documents that survive being written as text: without -0. */
const document = fc.jsonValue({ stringUnit: 'binary', noUnicodeString: false, maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)));

holds('documents arrive and return', document, (value) => assert.deepStrictEqual(json.echo(value), value), 5000);

holds('serde_json writes what JSON.stringify writes', document, (value) => {
  assert.deepStrictEqual(JSON.parse(json.text(value)), value);
}, 5000);

holds('lists of documents', fc.array(document, { maxLength: 4 }), (values) => assert.deepStrictEqual(json.many(values), values));
