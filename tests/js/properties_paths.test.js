// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, arrayOf, fc, FEW, holds, models, mostly, outOfRange, string, wellFormed, wrongType } = require('./properties.js');

const { paths } = addon('values');

/** Nothing is replaced: what is not well-formed is refused. */
const text = (value, path) => {
  if (typeof value !== 'string') wrongType(path);
  return value === wellFormed(value) ? value : outOfRange(path);
};

agrees('text', paths.text, text, mostly(string));
agrees('path', paths.path, text, mostly(string));
agrees('optional', paths.optional, models.optional(text), mostly(fc.oneof(string, fc.constantFrom(null, undefined))), FEW);
agrees('list', paths.list, models.array(text), mostly(arrayOf(mostly(string), 6)), FEW);

/** What a folder may be called; the system has no other names. */
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .map((given) => given.replaceAll('/', '|'))
  .filter((given) => given !== '.' && given !== '..');
const names = fc.array(name, { maxLength: 5 });
const root = fc.constantFrom('', '/');

if (process.platform !== 'win32') {
  agrees('bytes', paths.bytes, (value, path) => [...Buffer.from(text(value, path))], mostly(string), FEW);

  const bytes = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 12 }),
    string.map((given) => [...Buffer.from(given)]),
    fc.tuple(fc.string({ unit: 'binary', maxLength: 5 }), fc.nat(8)).map(([given, at]) => [...Buffer.from(given)].slice(at)),
  );
  holds('bytes are text or refused', bytes, (given) => {
    let expected;
    try {
      expected = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(given));
    } catch {
      assert.throws(() => paths.fromBytes(given), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
      return;
    }
    assert.strictEqual(paths.fromBytes(given), expected);
  });

  holds('names are joined, and what they are joined to is the parent', fc.tuple(root, names, name), ([start, folders, last]) => {
    const base = start + folders.join('/');
    const joined = paths.join(base, last);
    assert.strictEqual(joined, base === '' || base === '/' ? base + last : `${base}/${last}`);
    assert.strictEqual(paths.parent(joined), base);
    assert.strictEqual(paths.join(base, `/${last}`), `/${last}`);
  }, FEW);

  const extension = paths.extension();
  holds('the extension is what follows the last dot of the name', fc.tuple(root, names, name, name), ([start, folders, stem, end]) => {
    const given = start + [...folders, `${stem}.${end}`].join('/');
    assert.strictEqual(extension(given), end.slice(end.lastIndexOf('.') + 1));
  }, FEW);
}
