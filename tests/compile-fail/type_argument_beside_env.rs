use napi_core::prelude::*;

#[derive(TypeOf)]
struct Point {
    x: f64,
}
//~ instead: }
//~ instead: impl<'s> FromJs<'s> for Point {
//~ instead:     fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
//~ instead:         Ok(Self { x: value.to::<Object>(env)?.get(env, "x")? })
//~ instead:     }
//~ instead: }

#[export]
fn abscissa(env: &Env<'_>, point: Point) -> Result<f64> {
    env.global()?;
    Ok(point.x)
}
//~ js: assert.strictEqual(t.abscissa({ x: 3 }), 3);

fn main() {}
