use napi_core::prelude::*;

#[export]
fn constant<'s>(env: &Env<'s>) -> Result<Function<'s, (), js::Object>> {
    let object = env.object()?;
    //~ instead: let object = env.object()?.to_ref(env)?;
    env.function::<(), js::Object>("constant", move |_env, ()| Ok(object))
    //~ instead: env.function::<(), js::Object>("constant", move |env, ()| object.get(env))
}
//~ js: const constant = t.constant();
//~ js: assert.strictEqual(constant(), constant());

fn main() {}
