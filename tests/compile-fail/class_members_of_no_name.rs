use napi_core::prelude::*;

trait Count {
    fn count(&self) -> u32;
}

#[export]
struct Counter {
    count: u32,
}

#[export]
//~ instead:
impl Count for [Counter; 2] {
    fn count(&self) -> u32 {
        self[0].count + self[1].count
    }
}

#[export]
fn count(a: &Counter) -> u32 {
    a.count
}
//~ js: assert.strictEqual(typeof t.Counter, 'function');

fn main() {}
