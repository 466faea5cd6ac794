use napi_core::prelude::*;

#[module]
const NAME: &str = "addon";
//~ no twin: a library has one module, and `twins` has its own

fn main() {}
