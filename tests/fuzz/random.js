'use strict';
// Chance that can be repeated: the same seed gives the same numbers on every host.

class Random {
  /** Streams of one seed are independent of each other. */
  constructor(seed, stream = 0) {
    // sfc32, whose first numbers depend little on the seed.
    this.a = seed >>> 0;
    this.b = stream >>> 0;
    this.c = 0x9e3779b9;
    this.count = 1;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** An integer from 0 to 2^32 - 1. */
  next() {
    const sum = (this.a + this.b + this.count) | 0;
    this.count = (this.count + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** An integer from 0 to `limit - 1`. */
  below(limit) {
    return Math.floor((this.next() / 0x1_0000_0000) * limit);
  }

  /** True once in `times`, on average. */
  once(times) {
    return this.below(times) === 0;
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}

module.exports = { Random };
