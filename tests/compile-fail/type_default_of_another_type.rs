use napi_core::prelude::*;

#[export]
fn twice(#[default("1")] number: f64) -> f64 {
//~ instead: fn twice(#[default(1.0)] number: f64) -> f64 {
    number * 2.0
}
//~ js: assert.strictEqual(t.twice(), 2);

fn main() {}
