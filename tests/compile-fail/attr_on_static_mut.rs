use napi_core::prelude::*;

#[export]
static mut COUNT: u32 = 0;
//~ instead: static COUNT: u32 = 0;
//~ js: assert.strictEqual(t.COUNT, 0);

fn main() {}
