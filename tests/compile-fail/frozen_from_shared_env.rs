use napi_core::prelude::*;

#[export]
fn sum(env: &Env<'_>, bytes: Buffer<'_>) -> Result<u32> {
//~ instead: fn sum(env: &mut Env<'_>, bytes: Buffer<'_>) -> Result<u32> {
    Ok(env.freeze()?.slice(bytes)?.iter().copied().map(u32::from).sum())
}
//~ js: assert.strictEqual(t.sum(Uint8Array.of(1, 2)), 3);

fn main() {}
