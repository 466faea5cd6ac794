use napi_core::prelude::*;

#[export]
fn sum<const N: usize>(items: [f64; N]) -> f64 {
//~ instead: fn sum(items: Vec<f64>) -> f64 {
    items.iter().sum()
}
//~ js: assert.strictEqual(t.sum([1, 2]), 3);

fn main() {}
