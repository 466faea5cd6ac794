use napi_core::prelude::*;

#[export]
fn point<'a>(env: &'a Env<'_>) -> Result<Object<'a>> {
//~ instead: fn point<'a>(env: &Env<'a>) -> Result<Object<'a>> {
    env.object()
}
//~ js: assert.deepStrictEqual(t.point(), {});

fn main() {}
