use napi_core::prelude::*;

type Bytes<'a> = &'a [u8];
//~ instead: type Bytes = Vec<u8>;

#[export]
fn first(env: &Env<'_>, bytes: Bytes<'_>) -> Result<Option<u8>> {
//~ instead: fn first(env: &Env<'_>, bytes: Bytes) -> Result<Option<u8>> {
    env.global()?;
    Ok(bytes.first().copied())
}
//~ js: assert.strictEqual(t.first([1, 2]), 1);

fn main() {}
