// addons: classes
'use strict';
// Classes that extend classes: of Rust, and of JavaScript.
const assert = require('node:assert');
const { addon, caught, test } = require('./harness.js');

const classes = addon('classes');
const { Animal, Countdown, Dog, Named, Puppy, Slot, animals } = classes;

test('a class inherits the members of its base', () => {
  const dog = new Dog('Rex', ['sit']);
  assert.strictEqual(dog.walk(2), dog);
  assert.deepStrictEqual([dog.steps, dog.name, dog.tricks], [2, 'Rex', ['sit']]);
  dog.steps = 5;
  dog.name = 'Max';
  assert.deepStrictEqual([dog.steps, dog.name, dog.walkTwice(), dog.steps], [5, 'Max', 7, 7]);
  assert.strictEqual(dog.teach('roll').walk().teach('beg'), dog);
  assert.deepStrictEqual([dog.tricks, dog.steps], [['sit', 'roll', 'beg'], 8]);
});

test('prototypes and constructors are chained as in JavaScript', () => {
  assert.strictEqual(Object.getPrototypeOf(Dog), Animal);
  assert.strictEqual(Object.getPrototypeOf(Dog.prototype), Animal.prototype);
  assert.strictEqual(Object.getPrototypeOf(Puppy.prototype), Dog.prototype);
  assert.deepStrictEqual(Object.getOwnPropertyNames(Dog.prototype).sort(), ['constructor', 'speak', 'teach', 'tricks', 'walkTwice']);
  const [dog, puppy] = [new Dog('Rex'), Puppy.of('Bo')];
  assert.deepStrictEqual(
    [Dog, Animal, Object, Puppy].map((Class) => dog instanceof Class),
    [true, true, true, false],
  );
  assert.deepStrictEqual(
    [Puppy, Dog, Animal].map((Class) => puppy instanceof Class),
    [true, true, true],
  );
  assert.ok(!(new Animal('x') instanceof Dog));
  assert.deepStrictEqual([dog.constructor, puppy.constructor], [Dog, Puppy]);
});

test('functions and constants of the class are inherited', () => {
  assert.deepStrictEqual([Dog.KINGDOM, Dog.kingdom(), Puppy.kingdom()], ['animalia', 'animalia', 'animalia']);
  assert.ok(!Object.hasOwn(Dog, 'kingdom'));
  // They make what their class is.
  const stray = Dog.stray();
  assert.ok(stray instanceof Animal && !(stray instanceof Dog));
});

test('a class of a generic type extends the one for the same arguments', () => {
  const { Numbers, Texts, DistinctNumbers, DistinctTexts } = animals;
  assert.deepStrictEqual([DistinctNumbers, DistinctTexts].map(Object.getPrototypeOf), [Numbers, Texts]);
  const numbers = new DistinctNumbers().add(1).add(2).add(1);
  assert.deepStrictEqual([numbers.items, numbers.refused, animals.total(numbers)], [[1, 2], 1, 3]);
  assert.deepStrictEqual(new DistinctTexts().add('a').add('a').items, ['a']);
  assert.throws(() => animals.total(new DistinctTexts()), {
    name: 'TypeError',
    message: 'total: argument 1 (numbers): expected Numbers, got DistinctTexts',
  });
});

test('a class overrides methods of its base', () => {
  const dog = new Dog('Rex');
  assert.strictEqual(dog.speak(), 'Rex barks');
  assert.strictEqual(Animal.prototype.speak.call(dog), 'Rex makes a noise');
  assert.strictEqual(Puppy.of('Bo').speak(), 'Bo barks');
  assert.strictEqual(new Animal('Al').speak(), 'Al makes a noise');
});

test('an instance is an argument where its base is one', () => {
  const [animal, dog, puppy] = [new Animal('Al'), new Dog('Rex'), Puppy.of('Bo')];
  assert.deepStrictEqual([animal, dog, puppy].map(animals.name), ['Al', 'Rex', 'Bo']);
  assert.deepStrictEqual(animals.names([dog, animal, puppy]), ['Rex', 'Al', 'Bo']);
  animals.rename(dog, 'Max');
  animals.rename(puppy, 'Ty');
  assert.deepStrictEqual([dog.name, puppy.name, dog.speak()], ['Max', 'Ty', 'Max barks']);
  animals.swap(puppy, animal);
  assert.deepStrictEqual([puppy.name, animal.name], ['Al', 'Ty']);
  assert.deepStrictEqual([animals.tricks(dog), animals.tricks(puppy)], [0, 0]);
  assert.strictEqual(dog.meet(puppy), 'Max meets Al');
});

test('an instance of the base is none of the class', () => {
  const animal = new Animal('Al');
  assert.throws(() => animals.tricks(animal), {
    name: 'TypeError',
    message: 'tricks: argument 1 (dog): expected Dog, got Animal',
  });
  assert.throws(() => Dog.prototype.teach.call(animal, 'sit'), {
    name: 'TypeError',
    message: 'Dog.teach: this: expected Dog, got Animal',
  });
  assert.throws(() => Puppy.prototype.grow.call(new Dog('Rex')), {
    message: 'Puppy.grow: this: expected Puppy, got Dog',
  });
  assert.throws(() => animals.name(new Slot(1)), { message: 'name: argument 1 (animal): expected Animal, got Slot' });
});

test('the base is not moved out of an instance', () => {
  const dog = new Dog('Rex');
  assert.throws(() => dog.release(), {
    name: 'TypeError',
    message: 'Animal.release: this: expected Animal itself, got Dog, which extends it',
  });
  assert.strictEqual(dog.name, 'Rex');
  assert.strictEqual(new Animal('Al').release(), 'Al');
  const puppy = Puppy.of('Bo');
  const grown = puppy.grow();
  assert.deepStrictEqual([grown.constructor, grown.name], [Dog, 'Bo']);
  assert.throws(() => puppy.speak(), { code: 'ERR_CONSUMED', message: 'Dog.speak: this Dog was consumed by an earlier call' });
});

test('a part is borrowed with the whole', () => {
  const dog = new Dog('Rex');
  for (const twice of [() => animals.swap(dog, dog), () => dog.meet(dog)]) {
    const { code, message } = caught(twice);
    assert.strictEqual(code, 'ERR_BORROWED');
    assert.match(message, /this Animal is already borrowed: a call that uses it has not ended, or it is passed twice$/);
  }
  assert.deepStrictEqual(animals.names([dog, dog]), ['Rex', 'Rex']);
});

test('which class an instance is of can be asked', () => {
  const dog = new Dog('Rex');
  assert.deepStrictEqual(animals.either(dog), ['dog', dog]);
  const animal = new Animal('Al');
  assert.deepStrictEqual(animals.either(animal), ['animal', animal]);
  const [first, second] = animals.adopt();
  assert.deepStrictEqual([first.constructor, second.constructor], [Animal, Dog]);
});

test('a constructor of a class is checked as that of its base', () => {
  assert.throws(() => new Dog(''), { name: 'RangeError', message: 'an animal has a name' });
  assert.throws(() => Dog('x'), { code: 'ERR_ILLEGAL_CONSTRUCTOR', message: /^class constructor Dog / });
  assert.throws(() => new Puppy('x'), { code: 'ERR_ILLEGAL_CONSTRUCTOR', message: /^new Puppy: / });
  // As `super()` of a class of JavaScript would, were there one: Animal makes an animal, whatever it is the base of.
  const made = Reflect.construct(Animal, ['x'], Dog);
  assert.ok(made instanceof Dog);
  assert.throws(() => made.speak(), { message: 'Dog.speak: this: expected Dog, got Animal' });
  assert.strictEqual(made.name, 'x');
});

test('an iterator is inherited', () => {
  const named = new Named('n', 3);
  assert.deepStrictEqual([...named], [2, 1, 0]);
  assert.strictEqual(named.name, 'n');
  assert.ok(named instanceof Countdown);
});

// Classes of JavaScript.

class Cat extends Animal {
  #lives = 9;
  mood = 'calm';
  static made = 0;
  static make(name) {
    this.made += 1;
    return new this(name, 'made');
  }
  constructor(name, mood) {
    super(name);
    if (mood) this.mood = mood;
  }
  get lives() {
    return this.#lives;
  }
  speak() {
    return `${super.speak()}: meow`;
  }
  get steps() {
    return super.steps * 4;
  }
  set steps(steps) {
    super.steps = steps;
  }
  walk(steps) {
    super.walk(steps);
    return super.walk(steps);
  }
  fall() {
    this.#lives -= 1;
    return this;
  }
}

test('a class of JavaScript extends one of Rust', () => {
  const cat = new Cat('Tom');
  assert.deepStrictEqual([cat instanceof Cat, cat instanceof Animal, cat.constructor], [true, true, Cat]);
  assert.deepStrictEqual([cat.name, cat.mood, cat.lives], ['Tom', 'calm', 9]);
  assert.strictEqual(cat.fall().walk(1), cat);
  assert.deepStrictEqual([cat.lives, cat.steps], [8, 8]);
  cat.steps = 1;
  assert.strictEqual(cat.steps, 4);
  assert.strictEqual(cat.speak(), 'Tom makes a noise: meow');
  assert.deepStrictEqual(Object.keys(cat), ['mood']);
});

test('it inherits functions of the class, which make instances of the base', () => {
  assert.deepStrictEqual([Cat.kingdom(), Cat.KINGDOM], ['animalia', 'animalia']);
  const cat = Cat.make('Tom');
  assert.deepStrictEqual([cat instanceof Cat, cat.mood, Cat.made], [true, 'made', 1]);
  assert.ok(!(Cat.stray() instanceof Cat));
});

test('Rust takes its instances, and calls what it overrides', () => {
  const cat = new Cat('Tom');
  assert.deepStrictEqual([animals.name(cat), animals.names([cat, new Animal('Al')])], ['Tom', ['Tom', 'Al']]);
  assert.strictEqual(animals.speak(cat), 'Tom makes a noise: meow');
  assert.deepStrictEqual(animals.either(cat), ['animal', cat]);
  animals.rename(cat, 'Jim');
  assert.strictEqual(cat.name, 'Jim');
  assert.strictEqual(cat.meet(new Dog('Rex')), 'Jim meets Rex');
});

test('it extends a class that extends another', () => {
  class Terrier extends Dog {
    teach(trick) {
      return super.teach(`${trick}!`);
    }
  }
  const dog = new Terrier('Rex', ['sit']);
  assert.deepStrictEqual(dog.teach('roll').walk().tricks, ['sit', 'roll!']);
  assert.strictEqual(animals.tricks(dog), 2);
  assert.strictEqual(dog.speak(), 'Rex barks');
});

test('a constructor that fails below `super` makes nothing', () => {
  assert.throws(() => new Cat(''), { name: 'RangeError', message: 'an animal has a name' });
  assert.throws(() => new Cat(), { message: 'new Animal: argument 1 (name): expected string, got undefined' });
  class Silent extends Animal {
    constructor() {}
  }
  assert.throws(() => new Silent(), ReferenceError);
});

test('a class without a constructor is not made by a subclass either', () => {
  class Pup extends Puppy {}
  assert.throws(() => new Pup('x'), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
});

test('a mixin and a class without a name extend one, too', () => {
  const loud = (Base) =>
    class extends Base {
      speak() {
        return super.speak().toUpperCase();
      }
    };
  assert.strictEqual(new (loud(Animal))('Al').speak(), 'AL MAKES A NOISE');
  assert.strictEqual(animals.speak(new (loud(loud(Dog)))('Rex')), 'REX BARKS');
});

test('constructors of the time before classes extend one by Reflect.construct', () => {
  function Old(name) {
    return Reflect.construct(Animal, [name], new.target ?? Old);
  }
  Old.prototype = Object.create(Animal.prototype, { constructor: { value: Old } });
  Object.setPrototypeOf(Old, Animal);
  for (const old of [new Old('Ol'), Old('Ol')]) {
    assert.ok(old instanceof Old && old instanceof Animal);
    assert.strictEqual(old.speak(), 'Ol makes a noise');
  }
});
