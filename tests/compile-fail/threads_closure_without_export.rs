use napi_core::prelude::*;

use napi_core::threadsafe_callback;
//~ instead:

fn sum(env: &Env<'_>, numbers: Vec<f64>, callback: Function<'_>) -> Result<Work> {
//~ instead: #[export] fn sum(env: &Env<'_>, numbers: Vec<f64>, callback: Function<'_>) -> Result<Work> {
    let work = #[threadsafe_callback(callback)] move || numbers.iter().sum::<f64>();
    work
}
//~ js: assert.strictEqual(await new Promise((done) => t.sum([1, 2], done)), 3);

fn main() {}
