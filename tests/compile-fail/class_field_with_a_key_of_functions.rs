use napi_core::prelude::*;

#[export]
struct Counter {
    #[export(getter)]
    //~ instead: #[export(readonly)]
    count: u32,
}
//~ js: assert.ok('count' in t.Counter.prototype);

fn main() {}
