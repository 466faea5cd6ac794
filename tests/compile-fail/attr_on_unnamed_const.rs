use napi_core::prelude::*;

#[export]
const _: u32 = 3;
//~ instead: const THREE: u32 = 3;
//~ js: assert.strictEqual(t.THREE, 3);

fn main() {}
