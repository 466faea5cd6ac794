use napi_core::prelude::*;

use std::time::Duration;

#[export]
static TIMEOUT: Duration = Duration::from_secs(5);
//~ instead: static TIMEOUT: f64 = 5.0;
//~ js: assert.strictEqual(t.TIMEOUT, 5);

fn main() {}
