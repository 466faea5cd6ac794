use napi_core::prelude::*;

struct Point {
    x: f64,
}

#[export]
fn abscissa(#[default(Point { x: 0.0 })] point: Point) -> f64 {
//~ instead: fn abscissa(#[default(0.0)] point: f64) -> f64 {
    point.x
    //~ instead: point
}
//~ js: assert.strictEqual(t.abscissa(), 0);

fn main() {}
