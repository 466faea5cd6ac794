use napi_core::prelude::*;

#[export]
fn count(rest: Rest) -> usize {
//~ instead: fn count(rest: Rest<f64>) -> usize {
    rest.len()
}
//~ js: assert.strictEqual(t.count(1, 2, 3), 3);

fn main() {}
