use napi_core::prelude::*;

#[export]
fn same(env: &Env<'_>, object: Object) -> Result<Object> {
//~ instead: fn same<'s>(env: &Env<'s>, object: Object<'s>) -> Result<Object<'s>> {
    object.keys(env)?;
    Ok(object)
}
//~ js: assert.deepStrictEqual(t.same({ a: 1 }), { a: 1 });

fn main() {}
