use napi_core::prelude::*;

#[export]
fn empty(#[default(1)] env: &Env<'_>) -> Result<bool> {
//~ instead: fn empty(env: &Env<'_>) -> Result<bool> {
    env.array()?.is_empty(env)
}
//~ js: assert.strictEqual(t.empty(), true);

fn main() {}
