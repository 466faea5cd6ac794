//! Every kind of parameter, and every key.

use napi_core::prelude::*;

#[export(name = "joinAll", namespace = "text")]
fn join(this: This<'_>, env: &Env<'_>, #[default(", ")] separator: &str, parts: Rest<String>) -> Result<String> {
    let _ = this.type_of(env)?;
    Ok(parts.join(separator))
}

#[export(scope = "host", overload)]
fn depth(env: &Env<'_>) -> Result<u32> {
    env.undefined().map(|_| 0)
}
