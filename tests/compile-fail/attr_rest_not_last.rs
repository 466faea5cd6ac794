use napi_core::prelude::*;

#[export]
fn last(_rest: Rest<f64>, last: f64) -> f64 {
//~ instead: fn last(last: f64, _rest: Rest<f64>) -> f64 {
    last
}
//~ js: assert.strictEqual(t.last(1, 2, 3), 1);

fn main() {}
