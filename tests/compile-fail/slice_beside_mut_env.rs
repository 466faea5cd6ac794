use napi_core::prelude::*;

#[export]
fn sum(bytes: &[u8], env: &mut Env<'_>) -> Result<u32> {
//~ instead: fn sum(bytes: Vec<u8>, env: &mut Env<'_>) -> Result<u32> {
    env.scope(|_env| Ok(bytes.iter().copied().map(u32::from).sum()))
}
//~ js: assert.strictEqual(t.sum([1, 2]), 3);

fn main() {}
