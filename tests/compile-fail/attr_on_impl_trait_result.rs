use napi_core::prelude::*;

#[export]
fn numbers() -> impl Iterator<Item = f64> {
//~ instead: fn numbers() -> Vec<f64> {
    [1.0, 2.0].into_iter()
    //~ instead: vec![1.0, 2.0]
}
//~ js: assert.deepStrictEqual(t.numbers(), [1, 2]);

fn main() {}
