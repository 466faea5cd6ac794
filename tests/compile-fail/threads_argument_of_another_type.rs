use napi_core::prelude::*;

struct Unknown;

#[export]
fn tell(#[threadsafe_callback] cb: impl Fn(Unknown) + Send + 'static) {
//~ instead: fn tell(#[threadsafe_callback] cb: impl Fn(u32) + Send + 'static) {
    cb(Unknown);
    //~ instead: let _: Unknown = Unknown; cb(1);
}
//~ js: assert.strictEqual(await new Promise((done) => t.tell(done)), 1);

fn main() {}
