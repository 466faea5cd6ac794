'use strict';
const path = require('node:path');

// ADDONS is where `cargo demo` has put the addons it built.
const hello = require(path.join(process.env.ADDONS, 'hello.node'));

console.log("greet('Ada')  ->", hello.greet('Ada'));
console.log("user('Ada')   ->", hello.user('Ada'));

try {
  hello.greet(42);
} catch (error) {
  console.log('greet(42)     -> throws', `${error.name}: ${error.message}`);
}
