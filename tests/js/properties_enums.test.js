// addons: values
// npm: properties
'use strict';
const assert = require('node:assert');
const { addon } = require('./harness.js');
const { agrees, anything, fc, FEW, holds, isObject, models, mostly, number, Refused, string, wrongType } = require('./properties.js');

const { enums } = addon('values');

const { boolean, integer, number: real, optional, string: text, tuple } = models;
const u32 = integer(0, 2 ** 32 - 1);
const small = fc.integer({ min: 0, max: 255 });

/** Now and then anything. */
const field = (arbitrary) => fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: mostly(number) });
const missing = fc.constantFrom(undefined, null);

const tag = (known) => (value, path) => {
  if (typeof value !== 'string') wrongType(path);
  if (!known.includes(value)) throw new Refused('ERR_INVALID_ARG_VALUE', path);
  return value;
};

const fieldsOf = (fields) => (value, path) => {
  const read = Object.entries(fields).map(([key, model]) => [key, model(value[key], `${path}.${key}`)]);
  return Object.fromEntries(read.filter(([, inner]) => inner !== undefined));
};
const struct = (fields) => (value, path) => (isObject(value) ? fieldsOf(fields)(value, path) : wrongType(path));

/** The tag is among the fields; `strict` refuses properties that the variant does not have, whatever the others are. */
const internal = (key, variants, strict = false) => (value, path) => {
  if (!isObject(value)) wrongType(path);
  const name = tag(Object.keys(variants))(value[key], `${path}.${key}`);
  const known = (own) => own === key || own in variants[name];
  if (strict && !Object.keys(value).every(known)) throw new Refused('ERR_INVALID_ARG_VALUE', path);
  return { [key]: name, ...fieldsOf(variants[name])(value, path) };
};

/** The data, if there is any, is beside the tag. */
const adjacent = (key, content, variants) => (value, path) => {
  if (!isObject(value)) wrongType(path);
  const name = tag(Object.keys(variants))(value[key], `${path}.${key}`);
  const model = variants[name];
  return model === undefined ? { [key]: name } : { [key]: name, [content]: model(value[content], `${path}.${content}`) };
};

/** What may be among the fields besides. */
const more = fc.dictionary(fc.constantFrom('more', 'a', 'x', 'data'), number, { maxKeys: 1 });
const object = (fields, extra = more) => fc.tuple(extra, fc.record(fields)).map(([others, own]) => ({ ...others, ...own }));

const shape = internal('type', {
  circle: { radius: real },
  box: { WIDTH: real, HEIGHT: (value, path) => (value === undefined ? 1 : real(value, path)), NAME: optional(text) },
  named: { text, env: u32 },
  nothing: {},
});
const aShape = fc.oneof(
  object({ type: fc.constant('circle'), radius: field(number) }),
  object({ type: fc.constant('box'), WIDTH: field(number), HEIGHT: fc.oneof(field(number), missing), NAME: fc.oneof(field(string), missing) }),
  object({ type: fc.constant('named'), text: field(string), env: field(small) }),
  object({ type: fc.oneof(fc.constantFrom('nothing', 'Circle', '__proto__'), mostly(string)) }),
);
agrees('shape', enums.shape, shape, mostly(aShape));
agrees('shapes', enums.shapes, models.array(shape), mostly(fc.array(aShape, { maxLength: 4 })), FEW);

const event = adjacent('kind', 'data', {
  Key: struct({ code: u32, object: boolean }),
  Moved: tuple(real, real),
  Text: text,
  Closed: undefined,
});
const anEvent = fc.oneof(
  object({ kind: fc.constant('Key'), data: field(object({ code: field(small), object: field(fc.boolean()) })) }),
  object({ kind: fc.constant('Moved'), data: field(fc.array(field(number), { minLength: 1, maxLength: 3 })) }),
  object({ kind: fc.constant('Text'), data: field(string) }),
  object({ kind: fc.oneof(fc.constantFrom('Closed', 'key', 'constructor'), mostly(string)), data: anything }),
);
agrees('event', enums.event, event, mostly(anEvent));
agrees('events', enums.events, models.array(event), mostly(fc.array(anEvent, { maxLength: 4 })), FEW);

const reply = internal('status', { done: { value: text }, failed: { reason: text, last: optional(text) } });
const aReply = fc.oneof(
  object({ status: fc.constant('done'), value: field(string) }),
  object({ status: fc.constant('failed'), reason: field(string), last: fc.oneof(field(string), missing) }),
);
agrees('generic', enums.generic, reply, mostly(aReply), FEW);

const one = fc.record({ t: fc.constant('one'), a: field(small) });
const unknown = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: more });
const either = (...values) => fc.tuple(unknown, fc.oneof(...values)).map(([others, own]) => ({ ...others, ...own }));
const bare = fc.constantFrom({ t: 'two' }, { t: 'two', a: 1 }, { t: 'Two' }, {});

agrees('strict', enums.strict, internal('t', { one: { a: u32 }, two: {} }, true), either(one, bare), FEW);

/**
 * Without a tag the first variant that fits counts. What is refused is refused for a reason of any of the variants, and so with
 * the code of one.
 */
function untagged(name, exported, fits, arbitrary, runs) {
  holds(name, arbitrary, (value) => {
    const expected = fits(value);
    if (expected !== undefined) return assert.deepStrictEqual([exported(value)], expected);
    assert.throws(() => exported(value), (error) => {
      assert.match(error.message, new RegExp(`^${exported.name}: argument 1 \\(value\\)`));
      return ['ERR_INVALID_ARG_TYPE', 'ERR_OUT_OF_RANGE'].includes(error.code);
    });
  }, runs);
}

/** `[value]` of the first model that takes it, or undefined. */
const firstOf = (...given) => (value) => {
  for (const model of given) {
    try {
      return [model(value, '')];
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return undefined;
};

const nothing = (value, path) => (value === undefined || value === null ? null : wrongType(path));
const point = struct({ x: real, y: real });
const pair = tuple(u32, text);
const anEither = fc.oneof(
  number, string, fc.constantFrom(null, undefined), object({ x: field(number), y: field(number) }),
  fc.tuple(field(small), field(string)), fc.array(field(small), { maxLength: 3 }),
);
untagged('either', enums.either, firstOf(real, text, point, pair, nothing), mostly(anEither));

const expression = (value, path) => {
  const made = firstOf(real, tuple(expression, expression), struct({ negated: expression }))(value);
  return made === undefined ? wrongType(path) : made[0];
};
const { anExpression } = fc.letrec((tie) => ({
  anExpression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 6, arbitrary: number },
    { weight: 3, arbitrary: fc.tuple(tie('anExpression'), tie('anExpression')) },
    { weight: 3, arbitrary: fc.record({ negated: tie('anExpression') }) },
    { weight: 1, arbitrary: string },
  ),
}));
untagged('expression', enums.expression, firstOf(expression), mostly(anExpression), FEW);

const { aFolder } = fc.letrec((tie) => ({
  aFolder: fc.oneof({ maxDepth: 8 }, fc.constantFrom({ t: 'file' }, { t: 'File' }), fc.record({ t: fc.constant('inner'), inner: tie('aFolder') })),
}));
const folder = (value, path) => internal('t', { inner: { inner: folder }, file: {} })(value, path);
agrees('folder', enums.folder, folder, mostly(aFolder), FEW);
