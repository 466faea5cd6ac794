use napi_core::prelude::*;

fn in_background(work: impl FnOnce() + Send) {
    work();
}

#[export]
fn work(env: &mut Env<'_>) -> Result<()> {
    in_background(|| drop(env.scope(|env| env.global().map(drop))));
    //~ instead: drop(env.scope(|env| env.global().map(drop)));
    Ok(())
}
//~ js: assert.strictEqual(t.work(), undefined);

fn main() {}
