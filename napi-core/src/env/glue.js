'use strict';
(scratch, oddPlace) => [
  function readNumbers(array, begin, end) {
    let count = 0;
    for (let index = begin; index < end; index++) {
      const value = array[index];
      if (typeof value !== 'number') {
        scratch[oddPlace] = count;
        return value;
      }
      scratch[count++] = value;
    }
    return count;
  },
  function writeNumbers(array, begin, end) {
    for (let index = begin; index < end; index++) array[index] = scratch[index - begin];
  },
  function writeIntegers(array, begin, end) {
    for (let index = begin; index < end; index++) array[index] = scratch[index - begin] | 0;
  },
];
//# sourceURL=napi-core:arrays
