use napi_core::prelude::*;

#[export]
fn count(#[threadsafe_callback] mut cb: impl FnMut(i32) + Send + 'static) {
//~ instead: fn count(#[threadsafe_callback] cb: impl Fn(i32) + Send + 'static) {
    std::thread::spawn(move || (0..3).for_each(|number| cb(number)));
}
//~ js: assert.strictEqual(await new Promise((done) => t.count((n) => n === 2 && done(n))), 2);

fn main() {}
