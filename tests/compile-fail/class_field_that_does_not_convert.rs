use napi_core::prelude::*;

struct Hidden;

#[export]
struct Counter {
    #[export]
    //~ instead:
    hidden: Hidden,
}
//~ js: assert.ok(!('hidden' in t.Counter.prototype));

fn main() {}
