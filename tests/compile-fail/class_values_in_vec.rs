use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
fn sum(counters: Vec<Counter>) -> u32 {
//~ instead: fn sum(counters: Vec<&Counter>) -> u32 {
    counters.iter().map(|counter| counter.count).sum()
}
//~ js: assert.strictEqual(t.sum([]), 0);

fn main() {}
