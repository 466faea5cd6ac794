use napi_core::prelude::*;

#[module(namespace = "math")]
fn init() {}
//~ no twin: a library has one module, and `twins` has its own

fn main() {}
