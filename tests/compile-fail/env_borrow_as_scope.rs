use napi_core::prelude::*;

#[export]
fn point<'a>(env: &'a mut Env<'a>) -> Result<Object<'a>> {
//~ instead: fn point<'a>(env: &mut Env<'a>) -> Result<Object<'a>> {
    env.object()
}
//~ js: assert.deepStrictEqual(t.point(), {});

fn main() {}
