use napi_core::prelude::*;

#[export]
fn made_inside<'s>(env: &mut Env<'s>) -> Result<Object<'s>> {
    env.scope(|env| env.object())
    //~ instead: env.escapable_scope(|env, escape| escape.escape(env.object()?))
}
//~ js: assert.deepStrictEqual(t.madeInside(), {});

fn main() {}
