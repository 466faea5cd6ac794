use napi_core::prelude::*;

#[export]
fn tell(#[threadsafe_callback(bound = 0)] cb: impl Fn(i32)) {
//~ instead: fn tell(#[threadsafe_callback(bound = 1)] cb: impl Fn(i32)) {
    drop(cb);
}
//~ js: assert.strictEqual(t.tell(() => {}), undefined);

fn main() {}
