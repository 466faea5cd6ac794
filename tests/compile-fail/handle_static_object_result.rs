use napi_core::prelude::*;

#[export]
fn point(env: &mut Env<'_>) -> Result<Option<Object<'static>>> {
//~ instead: fn point<'s>(env: &mut Env<'s>) -> Result<Option<Object<'s>>> {
    env.object().map(Some)
}
//~ js: assert.deepStrictEqual(t.point(), {});

fn main() {}
