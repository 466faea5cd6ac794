use napi_core::prelude::*;

#[export]
fn length(env: &Env<'_>, bytes: Option<&[u8]>) -> Result<usize> {
//~ instead: fn length(env: &Env<'_>, bytes: Option<Vec<u8>>) -> Result<usize> {
    env.global()?;
    Ok(bytes.map_or(0, |bytes| bytes.len()))
}
//~ js: assert.strictEqual(t.length(undefined), 0);

fn main() {}
