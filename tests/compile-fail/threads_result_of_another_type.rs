use napi_core::prelude::*;

struct Unknown;

#[export]
fn ask(#[threadsafe_callback] cb: impl Fn() -> Result<Unknown> + Send + 'static) {
//~ instead: fn ask(#[threadsafe_callback] cb: impl Fn() -> Result<bool> + Send + 'static) {
    let _: Unknown = Unknown;
    std::thread::spawn(move || cb().is_ok());
}
//~ js: assert.strictEqual(await new Promise((done) => t.ask(() => (done(1), true))), 1);

fn main() {}
