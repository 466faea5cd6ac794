use napi_core::prelude::*;

#[export]
struct Counter {
    #[export(configurable = true)]
    //~ instead: #[export]
    count: u32,
}
//~ js: assert.ok('count' in t.Counter.prototype);

fn main() {}
