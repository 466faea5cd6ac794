use napi_core::prelude::*;

#[export]
fn sum(env: &Env<'_>, bytes: &[u8]) -> Result<u32> {
//~ instead: fn sum(env: &Env<'_>, bytes: Vec<u8>) -> Result<u32> {
    env.global()?;
    Ok(bytes.iter().copied().map(u32::from).sum())
}
//~ js: assert.strictEqual(t.sum([1, 2]), 3);

fn main() {}
