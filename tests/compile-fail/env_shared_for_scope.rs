use napi_core::prelude::*;

#[export]
fn length(env: &Env<'_>, list: Array<'_>) -> Result<u32> {
//~ instead: fn length(env: &mut Env<'_>, list: Array<'_>) -> Result<u32> {
    env.scope(|env| list.len(env))
}
//~ js: assert.strictEqual(t.length([1]), 1);

fn main() {}
