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

    #[export(setter)]
    //~ instead:
    fn clear(&mut self) {
        self.count = 0;
    }
}
//~ js: assert.strictEqual(new t.Counter(3).clear(), undefined);

fn main() {}
