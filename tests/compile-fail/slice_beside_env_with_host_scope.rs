use napi_core::prelude::*;

#[export(scope = "host")]
fn length(env: &Env<'_>, bytes: &[u8]) -> Result<usize> {
//~ instead: fn length(env: &Env<'_>, bytes: Vec<u8>) -> Result<usize> {
    env.global()?;
    Ok(bytes.len())
}
//~ js: assert.strictEqual(t.length([1]), 1);

fn main() {}
