use napi_core::prelude::*;

#[export]
fn nothing(env: &Env<'_>) -> Result<Value<'static>> {
//~ instead: fn nothing<'s>(env: &Env<'s>) -> Result<Value<'s>> {
    env.null()
}
//~ js: assert.strictEqual(t.nothing(), null);

fn main() {}
