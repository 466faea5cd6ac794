use napi_core::prelude::*;

#[export]
fn is_callable(_callback: Function<'_, (Object<'_>,)>) -> bool {
//~ instead: fn is_callable(_callback: Function<'_, (js::Object,)>) -> bool {
    true
}
//~ js: assert.strictEqual(t.isCallable(() => 1), true);

fn main() {}
