use napi_core::prelude::*;

#[export]
fn keys(env: &Env<'_>, object: Object<'static>) -> Result<Vec<String>> {
//~ instead: fn keys(env: &Env<'_>, object: Object<'_>) -> Result<Vec<String>> {
    object.keys(env)
}
//~ js: assert.deepStrictEqual(t.keys({ a: 1 }), ['a']);

fn main() {}
