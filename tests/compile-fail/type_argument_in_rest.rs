use napi_core::prelude::*;

struct Point {
    x: f64,
}

#[export]
fn sum(points: Rest<Point>) -> f64 {
//~ instead: fn sum(points: Rest<f64>) -> f64 {
    points.iter().map(|point| point.x).sum()
    //~ instead: points.iter().sum()
}
//~ js: assert.strictEqual(t.sum(1, 2), 3);

fn main() {}
