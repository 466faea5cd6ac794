use napi_core::prelude::*;

#[export]
fn one(env: &Env<'_>, callback: Function<'_>) -> Result<()> {
    (#[threadsafe_callback] || 1)?;
    //~ instead: (#[threadsafe_callback(callback)] || 1)?;
    Ok(())
}
//~ js: assert.strictEqual(await new Promise((done) => t.one(done)), 1);

fn main() {}
