use napi_core::prelude::*;

struct Counter(u32);
//~ instead: #[export]
//~ instead: struct Counter(u32);

#[export]
fn count(counter: &Counter) -> u32 {
    counter.0
}

#[export]
fn counter() -> Option<u32> {
    None
}
//~ js: assert.strictEqual(typeof t.Counter, 'function');

fn main() {}
