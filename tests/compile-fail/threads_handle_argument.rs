use napi_core::prelude::*;

#[export]
fn tell(#[threadsafe_callback] cb: impl Fn(Object<'_>) -> Result<bool>) {
//~ instead: fn tell(#[threadsafe_callback] cb: impl Fn(Vec<String>) -> Result<bool>) {
    drop(cb);
}
//~ js: assert.strictEqual(t.tell(() => true), undefined);

fn main() {}
