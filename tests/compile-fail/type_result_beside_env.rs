use napi_core::prelude::*;

#[derive(TypeOf)]
struct Point {
    x: f64,
}
//~ instead: }
//~ instead: impl<'s> IntoJs<'s> for Point {
//~ instead:     fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
//~ instead:         env.value([self.x])
//~ instead:     }
//~ instead: }

#[export]
fn origin(env: &Env<'_>) -> Result<Point> {
    env.global()?;
    Ok(Point { x: 0.0 })
}
//~ js: assert.deepStrictEqual(t.origin(), [0]);

fn main() {}
