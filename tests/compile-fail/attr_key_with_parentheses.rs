use napi_core::prelude::*;

#[export(name("three"))]
//~ instead: #[export(name = "three")]
fn three() -> u32 {
    3
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
