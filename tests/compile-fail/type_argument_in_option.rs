use napi_core::prelude::*;

use std::time::Duration;

#[export]
fn seconds(time: Option<Duration>) -> f64 {
//~ instead: fn seconds(time: Option<f64>) -> f64 {
    time.map_or(0.0, |time| time.as_secs_f64())
    //~ instead: time.unwrap_or(0.0)
}
//~ js: assert.strictEqual(t.seconds(1.5), 1.5);

fn main() {}
