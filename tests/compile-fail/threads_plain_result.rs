use napi_core::prelude::*;

#[export]
fn ask(#[threadsafe_callback] cb: impl Fn(i32) -> bool + Send + 'static) {
//~ instead: fn ask(#[threadsafe_callback] cb: impl Fn(i32) -> Result<bool> + Send + 'static) {
    std::thread::spawn(move || println!("{:?}", cb(1)));
}
//~ js: assert.strictEqual(await new Promise((done) => t.ask(done)), 1);

fn main() {}
