use napi_core::prelude::*;

#[derive(FromJs, TypeOf)]
struct Listener {
    //~ instead: struct Listener<'s> {
    object: Object<'static>,
    //~ instead: object: Object<'s>,
}

#[export]
fn keys(env: &Env<'_>, listener: Listener) -> Result<Vec<String>> {
    //~ instead: fn keys(env: &Env<'_>, listener: Listener<'_>) -> Result<Vec<String>> {
    listener.object.keys(env)
}
//~ js: assert.deepStrictEqual(t.keys({ object: { a: 1 } }), ['a']);

fn main() {}
