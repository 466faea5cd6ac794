use napi_core::prelude::*;

#[export(name = 3)]
//~ instead: #[export(name = "three")]
fn three() -> u32 {
    3
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
