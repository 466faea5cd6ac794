use napi_core::prelude::*;

#[export]
//~ instead:
trait Count {
    fn count(&self) -> u32;
}

impl Count for u32 {
    fn count(&self) -> u32 {
        *self
    }
}

fn count(number: u32) -> u32 {
//~ instead: #[export]
//~ instead: fn count(number: u32) -> u32 {
    Count::count(&number)
}
//~ js: assert.strictEqual(t.count(1), 1);

fn main() {}
