use napi_core::prelude::*;

#[export(strict)]
//~ instead: #[export]
fn add(a: f64, b: f64) -> f64 {
    a + b
}
//~ js: assert.strictEqual(t.add(1, 2), 3);

fn main() {}
