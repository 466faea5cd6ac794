use napi_core::prelude::*;

#[module]
fn init(env: &Env<'_>, #[default(None)] exports: Object<'_>) -> Result<()> {
    exports.set(env, "one", 1)
}
//~ no twin: a library has one module, and `twins` has its own

fn main() {}
