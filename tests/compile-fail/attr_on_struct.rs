use napi_core::prelude::*;

#[export]
//~ instead:
struct Counter {
    count: u32,
}

fn count() -> u32 {
//~ instead: #[export]
//~ instead: fn count() -> u32 {
    Counter { count: 1 }.count
}
//~ js: assert.strictEqual(t.count(), 1);

fn main() {}
