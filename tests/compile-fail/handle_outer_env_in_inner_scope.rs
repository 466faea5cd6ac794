use napi_core::prelude::*;

#[export]
fn inner_length(env: &mut Env<'_>, list: Array<'_>) -> Result<u32> {
    let outer = env;
    outer.scope(|_inner| list.len(outer))
    //~ instead: outer.scope(|inner| list.len(inner))
}
//~ js: assert.strictEqual(t.innerLength([1, 2, 3]), 3);

fn main() {}
