use napi_core::prelude::*;

fn first<'a>(env: &'a mut Env<'_>, bytes: Buffer<'a>) -> Result<&'a [u8]> {
//~ instead: fn first<'a>(env: &'a mut Env<'_>, bytes: Buffer<'a>) -> Result<Vec<u8>> {
    env.freeze()?.slice(bytes)
    //~ instead: Ok(env.freeze()?.slice(bytes)?.to_vec())
}

#[export]
fn length(env: &mut Env<'_>, bytes: Buffer<'_>) -> Result<usize> {
    Ok(first(env, bytes)?.len())
}
//~ js: assert.strictEqual(t.length(Uint8Array.of(1, 2)), 2);

fn main() {}
