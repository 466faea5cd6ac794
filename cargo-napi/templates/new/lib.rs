use napi_core::prelude::*;

#[module]
fn init() {}

/// Greets somebody.
#[export]
pub fn greet(name: &str) -> String {
    format!("Hello, {name}!")
}
