//! A module that is registered by the constructor everywhere.

use napi_core::prelude::*;

#[module(name = "MyModule", register = "constructor")]
fn init() {}
