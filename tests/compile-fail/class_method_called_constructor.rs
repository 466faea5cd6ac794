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

    fn constructor(&self) -> u32 {
    //~ instead: fn count(&self) -> u32 {
        self.count
    }
}
//~ js: assert.strictEqual(new t.Counter(3).count(), 3);

fn main() {}
