//! The lifecycle of values, after OpenHarmony's guide "Performing Lifecycle Management Using Node-API".
//!
//! Each function shows one idea of the guide. What the guide keeps in global variables lives in the environment here, so
//! that workers do not share it; and its typical errors (a value used after its scope, scopes closed out of order, a handle
//! in a static) do not compile.

mod finalizer;
mod references;
mod scopes;

use napi_core::prelude::*;

#[module]
fn init() {}
