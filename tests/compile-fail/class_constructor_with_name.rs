use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor, name = "Count")]
    //~ instead: #[export(constructor)]
    fn new(count: u32) -> Self {
        Self { count }
    }
}
//~ js: assert.ok(new t.Counter(3) instanceof t.Counter);

fn main() {}
