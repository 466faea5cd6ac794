use napi_core::prelude::*;

#[export(nmae = "plus", scope = "own")]
//~ instead: #[export(name = "plus", scope = "host")]
fn add(_env: &Env<'_>, a: f64, b: f64) -> f64 {
    a + b
}
//~ js: assert.strictEqual(t.plus(1, 2), 3);

fn main() {}
