use napi_core::prelude::*;

#[export]
fn rest(bytes: &[u8]) -> &[u8] {
//~ instead: fn rest(bytes: &[u8]) -> Vec<u8> {
    &bytes[1..]
    //~ instead: bytes[1..].to_vec()
}
//~ js: assert.deepStrictEqual(t.rest(new Uint8Array([1, 2, 3])), [2, 3]);

fn main() {}
