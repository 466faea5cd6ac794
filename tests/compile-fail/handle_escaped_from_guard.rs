use napi_core::prelude::*;

#[export]
fn deep<'s>(env: &mut Env<'s>) -> Result<Object<'s>> {
    env.escapable_scope(|env, escape| {
        scope!(let env = env);
        //~ instead:
        escape.escape(env.object()?)
    })
}
//~ js: assert.deepStrictEqual(t.deep(), {});

fn main() {}
