'use strict';
// What is known of the fixtures beforehand: which are called, which are not and why, and what only looks like a fault.

/** The packages whose exports are called. */
const PACKAGES = ['calls', 'scopes', 'types', 'values'];

/** Not called: the pattern of the name, and the reason. */
const LEFT_OUT = [
  [/^scopes\.references\.(keep|watch|addRef|unref|keepExternal|share|cycle)$/, 'keeps what it gets, for another call'],
];

/** Work grows with a number, or with the length of an array whose elements may be missing. */
const BOUNDED = [
  /\.bigints\.ones$/,
  /\.containers\.(count|made)$/,
  /\.calls\.(greet|descend\w*)$/,
  /\.functions\.closureCalledHere$/,
  /\.numberArrays\.withLarge$/,
  /^scopes\./,
  /^types\.functions\./,
];

/** Exports that take typed arrays as memory lent for the call: what was detached must be refused. */
const LENT = /^values\.slices\./;

/** Exports no call of which is accepted, and the reason. */
const NEVER_ACCEPTED = [
];

/** Codes of napi-core that no argument leads to. */
const NEVER_SEEN = {
};

module.exports = { BOUNDED, LEFT_OUT, LENT, NEVER_ACCEPTED, NEVER_SEEN, PACKAGES };
