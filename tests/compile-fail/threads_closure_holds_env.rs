use napi_core::prelude::*;

#[export]
fn run(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    move || env.undefined().is_ok()
    //~ instead: move || true
}
//~ js: assert.strictEqual(await new Promise((done) => t.run(done)), true);

fn main() {}
