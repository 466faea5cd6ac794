use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor, enumerable, configurable = false, symbol = "iterator", ts_return = "Counter")]
    //~ instead: #[export(constructor)]
    fn new(count: u32) -> Self {
        Self { count }
    }

    #[export(getter, enumerable)]
    fn count(&self) -> u32 {
        self.count
    }

    #[export(setter, ts_return = "1 | 2")]
    //~ instead: #[export(setter)]
    fn set_count(&mut self, value: u32) {
        //~ instead: fn set_count(&mut self, #[ts = "1 | 2"] value: u32) {
        self.count = value;
    }
}
//~ js: const counter = new t.Counter(1);
//~ js: counter.count = 2;
//~ js: assert.strictEqual(counter.count, 2);

fn main() {}
