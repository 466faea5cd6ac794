use napi_core::prelude::*;

#[export]
fn keep(env: &Env<'_>, callback: ThreadsafeCallback<(bool,)>) -> Result<()> {
    let thread = env.js_thread()?;
    thread.post(move |_| callback.call((env.undefined().is_ok(),)))
    //~ instead: thread.post(move |env| callback.call((env.undefined().is_ok(),)))
}
//~ js: assert.strictEqual(await new Promise((done) => t.keep(done)), true);

fn main() {}
