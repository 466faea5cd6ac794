use napi_core::prelude::*;

type Answer<'s> = Result<Object<'s>>;

#[export]
fn point(env: &mut Env<'_>) -> Answer<'_> {
//~ instead: fn point<'s>(env: &mut Env<'s>) -> Answer<'s> {
    env.object()
}
//~ js: assert.deepStrictEqual(t.point(), {});

fn main() {}
