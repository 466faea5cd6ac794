use napi_core::prelude::*;

#[export]
fn tell(#[threadsafe_callback] cb: impl Fn(&str) + Send + 'static) {
//~ instead: fn tell(#[threadsafe_callback] cb: impl Fn(String) + Send + 'static) {
    std::thread::spawn(move || cb("text".into()));
}
//~ js: assert.strictEqual(await new Promise((done) => t.tell(done)), 'text');

fn main() {}
