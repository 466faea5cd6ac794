'use strict';
(() => {
  const method = (body) => Function.prototype.call.bind(body);
  const getter = (of, name) => method(Object.getOwnPropertyDescriptor(of.prototype, name).get);
  const answers = (ask, value) => {
    try {
      return ask(value) !== undefined;
    } catch {
      return false;
    }
  };
  const mapSize = getter(Map, 'size');
  const setSize = getter(Set, 'size');
  const eachOfMap = method(Map.prototype.forEach);
  const eachOfSet = method(Set.prototype.forEach);
  const setInMap = method(Map.prototype.set);
  const addToSet = method(Set.prototype.add);
  // RegExp.prototype has a source, and is no RegExp: its flags are undefined.
  const global = getter(RegExp, 'global');
  const sourceOf = getter(RegExp, 'source');
  const flags = ['hasIndices', 'global', 'ignoreCase', 'multiline', 'dotAll', 'unicode', 'unicodeSets', 'sticky']
    .map((name, index) => ({ flag: 'dgimsuvy'[index], name }))
    .filter(({ name }) => name in RegExp.prototype)
    .map(({ flag, name }) => ({ flag, isSet: getter(RegExp, name) }));
  return [
    function isMap(value) {
      return answers(mapSize, value);
    },
    function isSet(value) {
      return answers(setSize, value);
    },
    function isRegExp(value) {
      return answers(global, value);
    },
    function readMap(map) {
      const keys = [];
      const values = [];
      let count = 0;
      eachOfMap(map, (value, key) => {
        keys[count] = key;
        values[count++] = value;
      });
      return [keys, values];
    },
    function readSet(set) {
      const values = [];
      let count = 0;
      eachOfSet(set, (value) => {
        values[count++] = value;
      });
      return values;
    },
    function readRegExp(regexp) {
      let found = '';
      for (let index = 0; index < flags.length; index++) if (flags[index].isSet(regexp)) found += flags[index].flag;
      return [sourceOf(regexp), found];
    },
    function fillMap(map, keys, values) {
      for (let index = 0; index < keys.length; index++) setInMap(map, keys[index], values[index]);
    },
    function fillSet(set, values) {
      for (let index = 0; index < values.length; index++) addToSet(set, values[index]);
    },
  ];
})();
//# sourceURL=napi-core:intrinsics
