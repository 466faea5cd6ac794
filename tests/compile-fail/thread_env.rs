use napi_core::prelude::*;

fn in_background(work: impl FnOnce() + Send) {
    work();
}

#[export]
fn work(env: &Env<'_>) -> Result<()> {
    in_background(|| drop(env.object()));
    //~ instead: drop(env.object());
    Ok(())
}
//~ js: assert.strictEqual(t.work(), undefined);

fn main() {}
