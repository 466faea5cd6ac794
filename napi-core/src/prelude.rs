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

#[cfg(feature = "serde")]
pub use crate::Serde;
pub use crate::{
    Array, ArrayBuffer, Attributes, BigInt, BigWords, Binary, Buffer, Clamped, DataView, Either, Either3, Either4,
    Either5, Either6, Either7, Either8, Env, Error, ErrorObject, Escape, External, F16, FromJs, Function, Handle,
    Instance, IntoJs, Js, JsBigInt, JsBoolean, JsDate, JsError, JsMap, JsNumber, JsRegExp, JsSet, JsString, JsThread,
    KeyFilter, Latin1String, Map, Memory, Null, Object, Ref, RegExp, Rest, Result, Scope, SharedArrayBuffer, Symbol,
    This, ThreadsafeCallback, TypeOf, TypedArray, Undefined, Utf16String, Value, ValueType, WeakRef, WellKnownSymbol,
    Work, export, js, module, scope, threadsafe_callback,
};
