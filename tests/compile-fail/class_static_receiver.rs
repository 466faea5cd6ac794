use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor)]
    fn new(count: u32) -> Self {
        Self { count }
    }

    fn count(&'static self) -> u32 {
    //~ instead: fn count(&self) -> u32 {
        self.count
    }

    fn reset(self: &'static mut Self) {
    //~ instead: fn reset(self: &mut Self) {
        self.count = 0;
    }
}
//~ js: const counter = new t.Counter(3); counter.reset(); assert.strictEqual(counter.count(), 0);

fn main() {}
