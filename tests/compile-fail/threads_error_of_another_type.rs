use napi_core::prelude::*;

#[export]
fn ask(#[threadsafe_callback] cb: impl Fn() -> std::result::Result<bool, String> + Send + 'static) {
//~ instead: fn ask(#[threadsafe_callback] cb: impl Fn() -> Result<bool> + Send + 'static) {
    std::thread::spawn(move || cb().is_ok());
}
//~ js: assert.strictEqual(await new Promise((done) => t.ask(() => (done(1), true))), 1);

fn main() {}
