use napi_core::prelude::*;

#[export(finalize = let_go)]
struct Counter {
    count: u32,
}

fn let_go(counter: &Counter) {
//~ instead: fn let_go(counter: Counter) {
    let _ = counter.count;
}
//~ js: assert.strictEqual(typeof t.Counter, 'function');

fn main() {}
