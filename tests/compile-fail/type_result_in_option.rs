use napi_core::prelude::*;

use std::time::Duration;

#[export]
fn delay(set: bool) -> Option<Duration> {
//~ instead: fn delay(set: bool) -> Option<f64> {
    set.then(|| Duration::from_secs(1))
    //~ instead: set.then(|| 1.0)
}
//~ js: assert.strictEqual(t.delay(true), 1);

fn main() {}
