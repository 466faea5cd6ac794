use napi_core::prelude::*;

#[export]
fn clear(samples: &mut [f32], env: &Env<'_>) -> Result<()> {
//~ instead: fn clear(samples: &mut [f32]) -> Result<()> {
    env.global()?;
    //~ instead:
    samples.fill(0.0);
    Ok(())
}
//~ js: const samples = new Float32Array([1, 2]);
//~ js: t.clear(samples);
//~ js: assert.deepStrictEqual([...samples], [0, 0]);

fn main() {}
