use napi_core::prelude::*;

#[export]
async fn three() -> u32 {
//~ instead: fn three() -> u32 {
    3
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
