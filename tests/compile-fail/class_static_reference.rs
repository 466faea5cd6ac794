use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
fn count(counter: &'static Counter) -> u32 {
//~ instead: fn count(counter: &Counter) -> u32 {
    counter.count
}
//~ js: assert.throws(() => t.count({}), TypeError);

fn main() {}
