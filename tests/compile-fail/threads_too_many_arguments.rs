use napi_core::prelude::*;

#[export]
fn tell(#[threadsafe_callback] cb: impl Fn(u8, u8, u8, u8, u8, u8, u8, u8, u8)) {
//~ instead: fn tell(#[threadsafe_callback] cb: impl Fn(Vec<u8>)) {
    drop(cb);
}
//~ js: assert.strictEqual(t.tell(() => {}), undefined);

fn main() {}
