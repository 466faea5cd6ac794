use napi_core::prelude::*;

#[export]
fn point(env: &Env) -> Result<Object<'_>> {
//~ instead: fn point<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    env.object()
}
//~ js: assert.deepStrictEqual(t.point(), {});

fn main() {}
