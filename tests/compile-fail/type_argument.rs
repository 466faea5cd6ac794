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
fn abscissa(scale: f64, point: Point) -> f64 {
    point.x * scale
}
//~ js: assert.strictEqual(t.abscissa(2, { x: 3 }), 6);

fn main() {}
