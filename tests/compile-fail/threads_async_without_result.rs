use napi_core::prelude::*;

#[export]
fn later(#[threadsafe_callback] cb: impl AsyncFn(i32)) {
//~ instead: fn later(#[threadsafe_callback] cb: impl AsyncFn(i32) -> Result<()>) {
    drop(async move || cb(1).await);
}
//~ js: assert.strictEqual(t.later(() => {}), undefined);

fn main() {}
