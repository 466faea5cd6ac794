use napi_core::prelude::*;

#[export(name = "Stack", instances = [Numbers = Stack<f64>])]
//~ instead: #[export(instances = [Numbers = Stack<f64>])]
struct Stack<T>(Vec<T>);
//~ js: assert.strictEqual(t.Numbers.name, 'Numbers');

fn main() {}
