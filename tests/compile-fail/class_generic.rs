use napi_core::prelude::*;

#[export]
//~ instead: #[export(instances = [Numbers = Stack<f64>])]
struct Stack<T>(Vec<T>);
//~ js: assert.strictEqual(t.Numbers.name, 'Numbers');

fn main() {}
