use napi_core::prelude::*;

#[export]
fn point(env: &mut Env<'_>, x: f64) -> Result<Object> {
//~ instead: fn point<'s>(env: &mut Env<'s>, x: f64) -> Result<Object<'s>> {
    let point = env.object()?;
    point.set(env, "x", x)?;
    Ok(point)
}
//~ js: assert.deepStrictEqual(t.point(1), { x: 1 });

fn main() {}
