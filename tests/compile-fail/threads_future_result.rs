use napi_core::prelude::*;

#[export]
fn ask(#[threadsafe_callback] cb: impl Fn(i32) -> impl Future<Output = Result<bool>>) {
//~ instead: fn ask(#[threadsafe_callback] cb: ThreadsafeCallback<(i32,), bool>) {
    let answer = cb(1);
    //~ instead: let answer = cb.call_async((1,));
    drop(async move { answer.await });
}
//~ js: assert.strictEqual(t.ask(() => true), undefined);

fn main() {}
