use napi_core::prelude::*;

use std::time::Duration;

#[export]
fn timeout(env: &Env<'_>, options: Object<'_>) -> Result<f64> {
    let timeout: Duration = options.get(env, "timeout")?;
    //~ instead: let timeout = Duration::from_secs_f64(options.get(env, "timeout")?);
    Ok(timeout.as_secs_f64())
}
//~ js: assert.strictEqual(t.timeout({ timeout: 5 }), 5);

fn main() {}
