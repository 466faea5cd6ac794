use napi_core::prelude::*;

#[export]
fn sum(env: &mut Env<'_>, bytes: Buffer<'_>, then: Function<'_, (), u32>) -> Result<u32> {
    let frozen = env.freeze()?;
    let sum: u32 = frozen.slice(bytes)?.iter().copied().map(u32::from).sum();
    Ok(sum + then.call(env, ())?)
    //~ instead: drop(frozen); Ok(sum + then.call(env, ())?)
}
//~ js: assert.strictEqual(t.sum(Uint8Array.of(1, 2), () => 7), 10);

fn main() {}
