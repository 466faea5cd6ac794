use napi_core::prelude::*;

use std::time::Duration;

#[export]
fn options<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let options = env.object()?;
    options.set(env, "timeout", Duration::from_secs(5))?;
    //~ instead: options.set(env, "timeout", Duration::from_secs(5).as_secs_f64())?;
    Ok(options)
}
//~ js: assert.deepStrictEqual(t.options(), { timeout: 5 });

fn main() {}
