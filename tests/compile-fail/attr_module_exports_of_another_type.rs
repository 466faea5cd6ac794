use napi_core::prelude::*;

#[module]
fn init(env: &Env<'_>, exports: Array<'_>) -> Result<()> {
    exports.push(env, 1)
}
//~ no twin: a library has one module, and `twins` has its own

fn main() {}
