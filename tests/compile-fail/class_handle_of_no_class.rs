use napi_core::prelude::*;

struct Counter(u32);
//~ instead: #[export]
//~ instead: struct Counter(u32);

#[export]
fn same<'s>(counter: Instance<'s, Counter>) -> Instance<'s, Counter> {
    counter
}
//~ js: assert.throws(() => t.same({}), TypeError);

fn main() {}
