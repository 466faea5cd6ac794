use napi_core::prelude::*;

#[export]
fn point() -> Result<Object> {
//~ instead: fn point<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    Err("there is no Env to make it with")?
    //~ instead: env.object()
}
//~ js: assert.deepStrictEqual(t.point(), {});

fn main() {}
