use napi_core::prelude::*;

#[export]
fn tell(#[threadsafe_callback(wake)] cb: impl Fn(i32)) {
//~ instead: fn tell(#[threadsafe_callback(weak)] cb: impl Fn(i32)) {
    drop(cb);
}
//~ js: assert.strictEqual(t.tell(() => {}), undefined);

fn main() {}
