use napi_core::prelude::*;

#[export]
fn one(env: &Env<'_>, callback: u32) -> Result<Work> {
//~ instead: fn one(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    || 1
}
//~ js: assert.strictEqual(await new Promise((done) => t.one(done)), 1);

fn main() {}
