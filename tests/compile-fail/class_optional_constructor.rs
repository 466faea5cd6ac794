use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor)]
    fn new(count: u32) -> Option<Self> { Some(Self { count }) }
    //~ instead: fn new(count: u32) -> Result<Self> { Ok(Self { count }) }
}
//~ js: assert.ok(new t.Counter(3) instanceof t.Counter);

fn main() {}
