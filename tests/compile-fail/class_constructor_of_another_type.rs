use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
struct Other {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor)]
    fn new(count: u32) -> Other {
    //~ instead: fn new(count: u32) -> Self {
        Other { count }
        //~ instead: Self { count }
    }
}
//~ js: assert.ok(new t.Counter(3) instanceof t.Counter);

fn main() {}
