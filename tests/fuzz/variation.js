'use strict';
// Recipes made of other recipes: varied, and made smaller.

/** One of the recipes that `recipe` has in it, or itself, is replaced by what `change` makes of it. */
function changedSomewhere(recipe, random, change) {
  const inner = parts(recipe);
  if (inner.length === 0 || random.once(inner.length + 1)) return change(recipe);
  const path = random.pick(inner);
  return replacedAt(recipe, path, changedSomewhere(partAt(recipe, path), random, change));
}

/** The paths of the recipes directly in a recipe. */
function parts(recipe) {
  switch (recipe[0]) {
    case 'array':
    case 'set':
      return recipe[1].map((_, index) => [1, index]);
    case 'object':
      return recipe[1].map((_, index) => [1, index, 1]);
    case 'map':
      return recipe[1].flatMap((_, index) => [[1, index, 0], [1, index, 1]]);
    case 'times':
    case 'proxy':
    case 'promise':
      return [[1]];
    case 'inherits':
      return [[1]];
    case 'function':
    case 'getter':
      return [[1, 1]];
    case 'operated':
      return [[2]];
    case 'with':
      return [[1], [3]];
    case 'kept':
      return [[3]];
    case 'instance':
      return recipe[3].map((_, index) => [3, index]);
    case 'extends':
      return [[3, 1]];
    default:
      return [];
  }
}

function partAt(recipe, path) {
  return path.reduce((part, step) => part[step], recipe);
}

function replacedAt(recipe, [step, ...rest], part) {
  const copy = recipe.slice();
  copy[step] = rest.length === 0 ? part : replacedAt(recipe[step], rest, part);
  return copy;
}

/** Another recipe of the same kind, so that what took the one probably takes the other. */
function similar(recipe, recipes) {
  const { random } = recipes;
  const [kind, first, second] = recipe;
  switch (kind) {
    case 'number': {
      const fits = Number.isInteger(Number(first)) && random.once(2);
      return fits ? ['number', String(random.below(Math.abs(Number(first)) + 10))] : random.once(3) ? recipes.number() : recipe;
    }
    case 'string':
      if (random.once(3)) return recipe;
      return [...first].length === 1 ? recipes.character() : recipes.string();
    case 'long':
      return recipes.string();
    case 'bigint':
      return random.once(3) ? recipes.bigint() : ['bigint', String(random.below(1000))];
    case 'typed':
      return recipes.typed(1, first);
    case 'array':
      return ['array', similarList(first, recipes)];
    case 'object':
      return similarObject(first, second, recipes);
    case 'set':
      return [kind, similarList(first, recipes)];
    case 'map':
      return random.once(2) ? [kind, first.slice(random.below(first.length + 1))] : recipe;
    case 'function':
      return random.once(2) ? ['function', recipes.action(1)] : ['function', [recipes.action(0)[0], first[1]]];
    case 'instance':
    case 'kept':
    case 'constant':
      if (random.once(4)) return random.once(2) ? ['receiver'] : ['argument', random.below(2)];
      return random.once(2) ? recipe : recipes.instance(recipe[1]);
    case 'boolean':
    case 'date':
    case 'symbol':
    case 'registered':
    case 'wellKnown':
    case 'regexp':
    case 'error':
      return recipes[METHODS[kind] ?? kind](1);
    default:
      return recipe;
  }
}

const METHODS = { registered: 'symbol', wellKnown: 'symbol' };

/** As a list of the same elements, some of them twice, or one less. */
function similarList(elements, recipes) {
  const { random } = recipes;
  if (elements.length === 0 || random.once(2)) return elements;
  if (random.once(3)) return elements.filter((_, index) => index !== elements.length - 1);
  const again = random.pick(elements);
  const count = random.once(50) ? 100 : 1 + random.below(3);
  return [...elements, ...Array.from({ length: count }, () => similar(again, recipes))];
}

function similarObject(properties, shape, recipes) {
  const { random } = recipes;
  switch (random.below(5)) {
    case 0:
      return ['object', [...properties, [random.pick(recipes.keys), properties.length > 0 ? random.pick(properties)[1] : recipes.any(0)]], shape];
    case 1:
      return ['object', properties.filter((_, index) => index !== 0), shape];
    case 2:
      // The same values, by getters that do something else, too.
      return ['object', properties.map(([key, value]) => [key, random.once(2) ? guarded(value, recipes) : value]), shape];
    case 3:
      return ['proxy', ['object', properties, shape], null, ['returns', ['undefined']]];
    default:
      return ['object', properties, recipes.object(0)[2]];
  }
}

function guarded(value, recipes) {
  return value[0] === 'getter' ? value : ['getter', [recipes.action(0)[0].replace('calls', 'repeats'), value]];
}

/** A call like one that was accepted: mostly the same, or one value somewhere is similar, or any. */
function varied(call, recipes) {
  const { random } = recipes;
  if (call.length === 0) return random.once(3) ? recipes.some(1, 2) : call;
  const copy = call.slice();
  const position = random.below(copy.length);
  const change = random.below(10) < 7 ? (recipe) => similar(recipe, recipes) : () => recipes.any(1);
  copy[position] = changedSomewhere(copy[position], random, change);
  if (random.once(12)) copy.push(recipes.any(1));
  if (random.once(30)) copy.length -= 1;
  return copy;
}

/** Recipes smaller than this one, the smallest first. */
function* smaller(recipe) {
  if (recipe[0] !== 'undefined') yield ['undefined'];
  for (const path of parts(recipe)) yield partAt(recipe, path);
  if (['array', 'object', 'map', 'set'].includes(recipe[0])) {
    for (let index = 0; index < recipe[1].length; index += 1) {
      yield [recipe[0], recipe[1].filter((_, other) => other !== index), ...recipe.slice(2)];
    }
  }
  for (const path of parts(recipe)) {
    for (const part of smaller(partAt(recipe, path))) yield replacedAt(recipe, path, part);
  }
}

module.exports = { changedSomewhere, partAt, parts, replacedAt, smaller, varied };
