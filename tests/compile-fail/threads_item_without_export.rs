use napi_core::prelude::*;

use napi_core::threadsafe_callback;
//~ instead:

#[threadsafe_callback]
//~ instead: #[export]
fn add(a: f64, b: f64) -> Result<f64> {
    Ok(a + b)
}
//~ js: assert.strictEqual(t.add(1, 2), 3);

fn main() {}
