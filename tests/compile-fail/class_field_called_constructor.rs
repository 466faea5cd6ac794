use napi_core::prelude::*;

#[export]
struct Machine {
    #[export]
    //~ instead: #[export(name = "maker")]
    constructor: String,
}
//~ js: assert.ok('maker' in t.Machine.prototype);

fn main() {}
