//! Everything an addon usually names: `use napi_core::prelude::*;`.
//!
//! ```standalone_crate
//! use napi_core::prelude::*;
//!
//! #[module]
//! fn init() {}
//!
//! #[export]
//! fn greet(name: &str) -> String {
//!     format!("Hello, {name}!")
//! }
//! ```

pub use crate::{
    Array, Env, Error, Escape, External, FromJs, Function, Handle, IntoJs, JsBoolean, JsNumber, JsString, Null, Object,
    Ref, Rest, Result, Scope, Symbol, This, Undefined, Value, ValueType, WeakRef, export, js, module, scope,
};
