use napi_core::prelude::*;

#[export]
fn count(values: &[Value<'_>]) -> usize {
//~ instead: fn count(values: Vec<Value<'_>>) -> usize {
    values.len()
}
//~ js: assert.strictEqual(t.count([1, 'two']), 2);

fn main() {}
