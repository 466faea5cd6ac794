use napi_core::prelude::*;

#[export]
fn getter<'s>(env: &Env<'s>, object: Object<'s>) -> Result<Function<'s, (String,)>> {
    let kept = object;
    //~ instead: let kept = object.to_ref(env)?;
    env.function::<(String,), js::Value>("get", move |env, (key,)| kept.get(env, key))
    //~ instead: env.function::<(String,), js::Value>("get", move |env, (key,)| kept.get(env)?.get(env, key))
}
//~ js: assert.strictEqual(t.getter({ a: 1 })('a'), 1);

fn main() {}
