use napi_core::prelude::*;

#[export(clone)]
//~ instead: #[export(clone)]
//~ instead: #[derive(Clone)]
struct Counter {
    count: u32,
}
//~ js: assert.strictEqual(typeof t.Counter, 'function');

fn main() {}
