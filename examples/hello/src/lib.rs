//! The first addon: functions with plain values, and one that returns a handle.

use napi_core::prelude::*;

#[module]
fn init() {}

/// Greets somebody.
#[export]
fn greet(name: &str) -> String {
    format!("Hello, {name}!")
}
