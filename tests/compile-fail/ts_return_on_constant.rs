use napi_core::prelude::*;

#[export(ts_return = "1")]
//~ instead: #[export(ts = "1")]
const ONE: u32 = 1;
//~ js: assert.strictEqual(t.ONE, 1);

fn main() {}
