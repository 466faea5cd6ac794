use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(name = "prototype")]
    //~ instead: #[export(name = "most")]
    const MOST: u32 = 5;

    fn is_full(&self) -> bool {
        self.count == Self::MOST
    }
}
//~ js: assert.strictEqual(t.Counter.most, 5);

fn main() {}
