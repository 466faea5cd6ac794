use napi_core::prelude::*;

#[export(overload = true)]
//~ instead: #[export(overload)]
fn three() -> u32 {
    3
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
