use napi_core::prelude::*;

#[export]
fn first<'s>(env: &mut Env<'s>, list: Array<'_>) -> Result<Object<'s>> {
    scope!(let env = env);
    //~ instead:
    list.get(env, 0)
}
//~ js: assert.deepStrictEqual(t.first([{ a: 1 }]), { a: 1 });

fn main() {}
