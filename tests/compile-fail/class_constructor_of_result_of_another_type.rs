use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor)]
    fn new(count: u32) -> Result<u32> {
    //~ instead: fn new(count: u32) -> Result<Self> {
        Ok(count)
        //~ instead: Ok(Self { count })
    }

    fn count(&self) -> u32 {
        self.count
    }
}
//~ js: assert.strictEqual(new t.Counter(3).count(), 3);

fn main() {}
