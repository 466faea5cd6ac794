//! The functions of the contest, as napi-core's documentation teaches.

mod boxes;
mod buffers;
mod classes;
mod data;
mod plain;
mod scopes;
mod structs;
mod threads;

use napi_core::prelude::*;

#[module]
fn init() {}
