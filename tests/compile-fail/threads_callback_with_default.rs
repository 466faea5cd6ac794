use napi_core::prelude::*;

#[export]
fn tell(#[default(|_| ())] #[threadsafe_callback] cb: impl Fn(i32)) {
//~ instead: fn tell(cb: Option<ThreadsafeCallback<(i32,)>>) {
    drop(cb);
}
//~ js: assert.strictEqual(t.tell(), undefined);

fn main() {}
