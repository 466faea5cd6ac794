use napi_core::prelude::*;

#[export]
fn half(
    #[ts] a: f64,
    //~ instead: #[ts = "number"] a: f64,
) -> f64 {
    a / 2.0
}
//~ js: assert.strictEqual(t.half(4), 2);

fn main() {}
