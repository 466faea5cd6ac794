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

    #[export(method)]
    //~ instead:
    fn plus(&self, #[default(1)] other: u32) -> u32 {
        self.count + other
    }
}
//~ js: assert.strictEqual(new t.Counter(3).plus(), 4);

fn main() {}
