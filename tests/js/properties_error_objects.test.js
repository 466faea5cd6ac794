// addons: values
// npm: properties
'use strict';
const { types } = require('node:util');
const assert = require('node:assert');
const { addon, caught } = require('./harness.js');
const { agrees, anything, fc, FEW, holds, key, models, mostly, string, wellFormed, wrongType } = require('./properties.js');

const { errorObjects } = addon('values');

class Own extends RangeError {}

const ABSENT = Symbol('absent');
const maybe = (arbitrary) => fc.oneof(arbitrary, fc.constant(ABSENT));

const anError = fc.record({
  made: fc.constantFrom(Error, TypeError, RangeError, SyntaxError, EvalError, URIError, Own),
  message: string,
  code: maybe(fc.oneof({ weight: 3, arbitrary: string }, { weight: 1, arbitrary: anything })),
  cause: maybe(anything),
  name: maybe(string),
}).map(({ made, message, code, cause, name }) => {
  const error = new made(message, cause === ABSENT ? undefined : { cause });
  if (code !== ABSENT) error.code = code;
  if (name !== ABSENT) error.name = name;
  return error;
});

const error = (value, path) => (types.isNativeError(value) ? value : wrongType(path));
const textOrNone = (value) => (typeof value === 'string' ? wellFormed(value) : undefined);

/** The thing itself, in a box that compares by identity. */
const itself = (call) => Object.defineProperty((value, path) => new Map([[call(value, path), true]]), 'name', { value: call.name });

agrees('handle', itself(errorObjects.handle), itself(error), mostly(anError), FEW);
agrees('owned', itself(errorObjects.owned), itself(error), mostly(anError));
agrees('optional', itself(errorObjects.optional), itself(models.optional(error)), mostly(anError), FEW);
agrees('many', errorObjects.many, models.array(error), mostly(fc.array(mostly(anError), { maxLength: 4 })), FEW);
agrees('read', errorObjects.read, (value, path) => [wellFormed(error(value, path).message), textOrNone(value.code), 'Exception'], mostly(anError));

const asked = (value, path) => {
  const message = wellFormed(error(value, path).message);
  return [wellFormed(value.name), message, textOrNone(value.code), wellFormed(value.stack).includes(message)];
};
agrees('ask', errorObjects.ask, asked, mostly(anError));

holds('the cause is the one that was given, and what is thrown is the error', anError, (given) => {
  assert.ok(Object.is(errorObjects.cause(given), given.cause));
  assert.strictEqual(caught(() => errorObjects.rethrow(given)), given);
}, FEW);

holds('errors have properties like other objects', fc.tuple(anError, key, anything), ([given, name, value]) => {
  Object.defineProperty(given, wellFormed(name), { value, configurable: true });
  assert.ok(Object.is(errorObjects.property(given, name), value));
}, FEW);
