use napi_core::prelude::*;

#[module]
struct Addon;
//~ no twin: a library has one module, and `twins` has its own

fn main() {}
