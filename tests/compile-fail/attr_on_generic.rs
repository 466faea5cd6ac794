use napi_core::prelude::*;

#[export]
fn first<T>(items: Vec<T>) -> Option<T> {
//~ instead: fn first(items: Vec<f64>) -> Option<f64> {
    items.into_iter().next()
}
//~ js: assert.strictEqual(t.first([1, 2]), 1);

fn main() {}
