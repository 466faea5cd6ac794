use napi_core::prelude::*;

struct Unknown;

#[export]
fn one(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    || Unknown
    //~ instead: || { drop(Unknown); 1 }
}
//~ js: assert.strictEqual(await new Promise((done) => t.one(done)), 1);

fn main() {}
