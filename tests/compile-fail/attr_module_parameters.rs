use napi_core::prelude::*;

#[module]
fn init(exports: Object<'_>, name: String) {
    println!("{name}: {exports:?}");
}
//~ no twin: a library has one module, and `twins` has its own

fn main() {}
