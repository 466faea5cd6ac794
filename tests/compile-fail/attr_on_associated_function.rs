use napi_core::prelude::*;

struct Counter;

impl Counter {
    #[export]
    //~ instead:
    fn three() -> u32 {
        3
    }
}

fn three() -> u32 {
//~ instead: #[export]
//~ instead: fn three() -> u32 {
    Counter::three()
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
