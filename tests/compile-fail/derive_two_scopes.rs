use napi_core::prelude::*;

#[derive(FromJs, TypeOf)]
struct Handles<'a, 'b> {
    //~ instead: struct Handles<'a> {
    object: Object<'a>,
    array: Array<'b>,
    //~ instead: array: Array<'a>,
}

#[export]
fn length(env: &Env<'_>, handles: Handles<'_, '_>) -> Result<u32> {
    //~ instead: fn length(env: &Env<'_>, handles: Handles<'_>) -> Result<u32> {
    let _ = handles.object;
    handles.array.len(env)
}
//~ js: assert.strictEqual(t.length({ object: {}, array: [1] }), 1);

fn main() {}
