use napi_core::prelude::*;

struct Listener(Ref<Object<'static>>);
//~ instead: struct Listener(Ref<js::Object>);

#[export]
fn is_small() -> bool {
    size_of::<Listener>() <= 64
}
//~ js: assert.strictEqual(t.isSmall(), true);

fn main() {}
