use napi_core::prelude::*;

#[export]
fn sum(env: &mut Env<'_>, bytes: Buffer<'_>, then: Function<'_, (), u32>) -> Result<u32> {
    let frozen = env.freeze()?;
    let bytes = frozen.slice(bytes)?;
    //~ instead: let bytes = frozen.slice(bytes)?.to_vec();
    let more = then.call(env, ())?;
    Ok(bytes.iter().copied().map(u32::from).sum::<u32>() + more)
}
//~ js: assert.strictEqual(t.sum(Uint8Array.of(1, 2), () => 7), 10);

fn main() {}
