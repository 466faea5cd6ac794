use napi_core::prelude::*;

#[module]
fn init() {}

/// Greets somebody.
#[export]
fn greet(name: &str) -> String {
    format!("Hello, {name}!")
}
