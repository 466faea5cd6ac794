use napi_core::prelude::*;

#[export]
fn one(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    fn inner(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    //~ instead: let inner = |env: &Env<'_>, callback: Function<'_>| -> Result<Work> {
        #[threadsafe_callback(callback)]
        move || 1
    }
    //~ instead: };
    inner(env, callback)
}
//~ js: assert.strictEqual(await new Promise((done) => t.one(done)), 1);

fn main() {}
