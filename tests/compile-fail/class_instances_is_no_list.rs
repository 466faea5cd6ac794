use napi_core::prelude::*;

#[export(instances = Stack<f64>)]
//~ instead: #[export(instances = [Listed = Stack<f64>])]
struct Stack<T>(Vec<T>);
//~ js: assert.strictEqual(t.Listed.name, 'Listed');

fn main() {}
