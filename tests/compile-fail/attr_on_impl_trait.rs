use napi_core::prelude::*;

#[export]
fn sum(items: impl IntoIterator<Item = f64>) -> f64 {
//~ instead: fn sum(items: Vec<f64>) -> f64 {
    items.into_iter().sum()
}
//~ js: assert.strictEqual(t.sum([1, 2]), 3);

fn main() {}
