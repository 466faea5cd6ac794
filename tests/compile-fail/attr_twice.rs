use napi_core::prelude::*;

#[export]
//~ instead:
#[export]
fn three() -> u32 {
    3
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
