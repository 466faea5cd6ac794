use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor)]
    fn new(_count: u32) {}
    //~ instead: fn new(count: u32) -> Self { Self { count } }
}
//~ js: assert.ok(new t.Counter(3) instanceof t.Counter);

fn main() {}
