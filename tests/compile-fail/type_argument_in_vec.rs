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
fn sum(points: Vec<Point>) -> f64 {
    points.iter().map(|point| point.x).sum()
}
//~ js: assert.strictEqual(t.sum([{ x: 1 }, { x: 2 }]), 3);

fn main() {}
