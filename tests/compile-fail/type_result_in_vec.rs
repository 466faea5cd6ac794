use napi_core::prelude::*;

use std::time::Duration;

#[export]
fn delays() -> Vec<Duration> {
//~ instead: fn delays() -> Vec<f64> {
    vec![Duration::from_secs(1)]
    //~ instead: vec![1.0]
}
//~ js: assert.deepStrictEqual(t.delays(), [1]);

fn main() {}
