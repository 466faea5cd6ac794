use napi_core::prelude::*;

#[export]
fn same<'s>(env: &Env<'s>, object: Object<'_>) -> Result<Object<'s>> {
//~ instead: fn same<'s>(env: &Env<'s>, object: Object<'s>) -> Result<Object<'s>> {
    object.keys(env)?;
    Ok(object)
}
//~ js: assert.deepStrictEqual(t.same({ a: 1 }), { a: 1 });

fn main() {}
