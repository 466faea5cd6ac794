use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor)]
    //~ instead:
    fn next(&self) -> Self {
        Self { count: self.count + 1 }
    }
}
//~ js: assert.strictEqual(typeof t.Counter.prototype.next, 'function');

fn main() {}
