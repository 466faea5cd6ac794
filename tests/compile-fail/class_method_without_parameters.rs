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
    fn plus(_: &Env<'_>) -> u32 {
        //~ instead: fn plus(_: Instance<'_, Self>) -> u32 {
        4
    }
}
//~ js: assert.strictEqual(new t.Counter(3).plus(), 4);

fn main() {}
