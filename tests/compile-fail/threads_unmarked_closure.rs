use napi_core::prelude::*;

#[export]
fn tell(cb: impl Fn(i32) + Send + 'static) {
//~ instead: fn tell(#[threadsafe_callback] cb: impl Fn(i32) + Send + 'static) {
    std::thread::spawn(move || cb(1));
}
//~ js: assert.strictEqual(await new Promise((done) => t.tell(done)), 1);

fn main() {}
