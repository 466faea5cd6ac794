use napi_core::prelude::*;

struct Hidden(u32);

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

    fn hidden(&self) -> Hidden {
    //~ instead: fn hidden(&self) -> u32 {
        Hidden(self.count)
        //~ instead: Hidden(self.count).0
    }
}
//~ js: assert.strictEqual(new t.Counter(3).hidden(), 3);

fn main() {}
