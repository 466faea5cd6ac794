//! A constant and a static.

use napi_core::prelude::*;

#[export]
const VERSION: &str = "1.0";

#[export(name = "limits")]
static LIMITS: [u32; 2] = [1, 64];
