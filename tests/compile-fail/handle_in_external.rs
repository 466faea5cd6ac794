use napi_core::prelude::*;

#[export]
fn wrap<'s>(env: &Env<'s>, object: Object<'s>) -> Result<Value<'s>> {
    Ok(env.external(object)?.value())
    //~ instead: Ok(env.external(object.to_ref(env)?)?.value())
}
//~ js: assert.strictEqual(typeof t.wrap({}), 'object');

fn main() {}
