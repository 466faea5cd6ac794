use std::time::Duration;

use napi_core::prelude::*;

#[module]
fn init() -> Duration {
    Duration::from_secs(5)
}
//~ no twin: a library has one module, and `twins` has its own

fn main() {}
