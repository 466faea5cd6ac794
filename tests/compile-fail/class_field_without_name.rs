use napi_core::prelude::*;

#[export]
struct Counter(
    #[export] u32,
    //~ instead: #[export(name = "count")] u32,
);
//~ js: assert.ok('count' in t.Counter.prototype);

fn main() {}
