use napi_core::prelude::*;

#[export]
fn wait(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    let work = (#[threadsafe_callback(callback)] move |cancel| cancel.is_cancelled())?;
    //~ instead: let work = (#[threadsafe_callback(callback)] move || false)?;
    Ok(work)
}
//~ js: assert.strictEqual(await new Promise((done) => t.wait(done)), false);

fn main() {}
