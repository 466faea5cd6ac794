use napi_core::prelude::*;

#[export]
fn count(#[default(Rest(vec![]))] rest: Rest<f64>) -> usize {
//~ instead: fn count(rest: Rest<f64>) -> usize {
    rest.len()
}
//~ js: assert.strictEqual(t.count(), 0);

fn main() {}
