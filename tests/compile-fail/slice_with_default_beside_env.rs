use napi_core::prelude::*;

#[export]
fn length(env: &Env<'_>, #[default(&[])] bytes: &[u8]) -> Result<usize> {
//~ instead: fn length(env: &Env<'_>, #[default(Vec::new())] bytes: Vec<u8>) -> Result<usize> {
    env.global()?;
    Ok(bytes.len())
}
//~ js: assert.strictEqual(t.length(), 0);

fn main() {}
