use napi_core::prelude::*;

#[derive(Js)]
struct Meters(#[js(default)] f64);
//~ instead: struct Meters(f64);

#[export]
fn meters(meters: Meters) -> Meters {
    meters
}
//~ js: assert.strictEqual(t.meters(1), 1);

fn main() {}
