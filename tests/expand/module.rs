//! A module in its own file, registered both ways.

use napi_core::prelude::*;

#[module]
fn init(env: &mut Env<'_>, exports: Object<'_>) -> Result<()> {
    exports.set(env, "ready", true)
}
