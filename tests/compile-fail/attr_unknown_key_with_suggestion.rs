use napi_core::prelude::*;

#[export(nmae = "plus")]
//~ instead: #[export(name = "plus")]
fn add(a: f64, b: f64) -> f64 {
    a + b
}
//~ js: assert.strictEqual(t.plus(1, 2), 3);

fn main() {}
