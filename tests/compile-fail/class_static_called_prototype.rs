use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(name = "prototype")]
    //~ instead: #[export(name = "first")]
    fn first() -> Self {
        Self { count: 1 }
    }
}
//~ js: assert.ok(t.Counter.first() instanceof t.Counter);

fn main() {}
