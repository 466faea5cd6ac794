use napi_core::prelude::*;

#[export]
fn later<'s>(env: &mut Env<'s>) -> Result<Object<'s>> {
    let escape = env.escapable_scope(|_env, escape| Ok(escape))?;
    //~ instead:
    escape.escape(env.object()?)
    //~ instead: env.escapable_scope(|env, escape| escape.escape(env.object()?))
}
//~ js: assert.deepStrictEqual(t.later(), {});

fn main() {}
