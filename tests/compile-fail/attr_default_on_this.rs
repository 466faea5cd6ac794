use napi_core::prelude::*;

#[export]
fn has_name(env: &Env<'_>, #[default(1)] this: This<'_>) -> Result<bool> {
//~ instead: fn has_name(env: &Env<'_>, this: This<'_>) -> Result<bool> {
    this.to::<Object>(env)?.has(env, "hasName")
}
//~ js: assert.strictEqual(t.hasName(), true);

fn main() {}
