use napi_core::prelude::*;

#[export]
union Bits {
//~ instead: struct Bits {
    whole: u32,
}
//~ js: assert.strictEqual(typeof t.Bits, 'function');

fn main() {}
