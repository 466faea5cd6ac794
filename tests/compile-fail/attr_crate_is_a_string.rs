use napi_core::prelude::*;

#[export(crate = "napi_core")]
//~ instead: #[export(crate = napi_core)]
fn three() -> u32 {
    3
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
