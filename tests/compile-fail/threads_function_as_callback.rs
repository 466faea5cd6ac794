use napi_core::prelude::*;

#[export]
fn tell(#[threadsafe_callback] cb: Function<'_, (i32,)>) {
//~ instead: fn tell(#[threadsafe_callback] cb: ThreadsafeCallback<(i32,)>) {
    let _kept = cb;
}
//~ js: assert.strictEqual(t.tell(() => {}), undefined);

fn main() {}
