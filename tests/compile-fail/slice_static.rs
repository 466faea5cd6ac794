use napi_core::prelude::*;

#[export]
fn length(bytes: &'static [u8]) -> usize {
//~ instead: fn length(bytes: &[u8]) -> usize {
    bytes.len()
}
//~ js: assert.strictEqual(t.length(new Uint8Array(3)), 3);

fn main() {}
