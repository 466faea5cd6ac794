use napi_core::prelude::*;

#[export]
fn empty(env: &Env<'_>, other: &mut Env<'_>) -> Result<bool> {
//~ instead: fn empty(env: &Env<'_>) -> Result<bool> {
    other.array()?.is_empty(env)
    //~ instead: env.array()?.is_empty(env)
}
//~ js: assert.strictEqual(t.empty(), true);

fn main() {}
