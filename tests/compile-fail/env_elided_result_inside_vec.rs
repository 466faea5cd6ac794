use napi_core::prelude::*;

#[export]
fn points(count: u32, env: &mut Env<'_>) -> Result<Vec<Value>> {
//~ instead: fn points<'s>(count: u32, env: &mut Env<'s>) -> Result<Vec<Value<'s>>> {
    (0..count).map(|x| env.value(x)).collect()
}
//~ js: assert.deepStrictEqual(t.points(2), [0, 1]);

fn main() {}
