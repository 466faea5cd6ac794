use napi_core::prelude::*;

#[export]
fn one(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    #[threadsafe_callback(callback, weak)]
    //~ instead: #[threadsafe_callback(callback)]
    move || 1
}
//~ js: assert.strictEqual(await new Promise((done) => t.one(done)), 1);

fn main() {}
