use napi_core::prelude::*;

#[export]
//~ instead:
type Count = u32;

fn count() -> Count {
//~ instead: #[export]
//~ instead: fn count() -> Count {
    1
}
//~ js: assert.strictEqual(t.count(), 1);

fn main() {}
