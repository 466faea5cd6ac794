use napi_core::prelude::*;

#[export]
fn copy(env: &mut Env<'_>, to: Buffer<'_>, from: Buffer<'_>) -> Result<()> {
    let mut frozen = env.freeze()?;
    let from = frozen.slice(from)?;
    //~ instead: let from = frozen.slice(from)?.to_vec();
    let to = frozen.slice_mut(to)?;
    to.copy_from_slice(&from);
    Ok(())
}
//~ js: const bytes = Uint8Array.of(1, 2); t.copy(bytes.subarray(1), bytes.subarray(0, 1)); assert.strictEqual(bytes[1], 1);

fn main() {}
