use napi_core::prelude::*;

#[export]
fn sum(env: &mut Env<'_>, bytes: Buffer<'_>) -> Result<u32> {
    let lent = env.freeze()?.slice(bytes)?;
    //~ instead: let lent = env.freeze()?.slice(bytes)?.to_vec();
    Ok(lent.iter().copied().map(u32::from).sum())
}
//~ js: assert.strictEqual(t.sum(Uint8Array.of(1, 2)), 3);

fn main() {}
