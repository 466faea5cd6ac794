use napi_core::prelude::*;

#[export]
fn counter<'s>(env: &Env<'s>) -> Result<Function<'s, (js::Array,), u32>> {
    let outer = env;
    //~ instead:
    env.function::<(js::Array,), u32>("count", move |_env, (list,)| list.len(outer))
    //~ instead: env.function::<(js::Array,), u32>("count", move |env, (list,)| list.len(env))
}
//~ js: assert.strictEqual(t.counter()([1, 2]), 2);

fn main() {}
