use napi_core::prelude::*;

#[export(instances = [Stack<f64>])]
//~ instead: #[export(instances = [Stacked = Stack<f64>])]
struct Stack<T>(Vec<T>);
//~ js: assert.strictEqual(t.Stacked.name, 'Stacked');

fn main() {}
