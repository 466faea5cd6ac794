use napi_core::prelude::*;

#[export]
fn deep<'s>(env: &mut Env<'s>) -> Result<Object<'s>> {
    env.escapable_scope(|env, escape| env.scope(|env| escape.escape(env.object()?)))
    //~ instead: env.escapable_scope(|env, outer| {
    //~ instead:     let object = env.escapable_scope(|env, inner| inner.escape(env.object()?))?;
    //~ instead:     outer.escape(object)
    //~ instead: })
}
//~ js: assert.deepStrictEqual(t.deep(), {});

fn main() {}
