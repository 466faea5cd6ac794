use napi_core::prelude::*;

#[export(scope = "host")]
//~ instead: #[export]
const LIMIT: u32 = 10;
//~ js: assert.strictEqual(t.LIMIT, 10);

fn main() {}
