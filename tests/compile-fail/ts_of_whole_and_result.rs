use napi_core::prelude::*;

#[export(ts = "(a: number): number", ts_return = "number")]
//~ instead: #[export(ts = "(a: number): number")]
fn half(a: f64) -> f64 {
    a / 2.0
}
//~ js: assert.strictEqual(t.half(4), 2);

fn main() {}
