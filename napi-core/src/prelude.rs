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
    Array, Attributes, BigInt, BigWords, Either, Either3, Either4, Either5, Either6, Either7, Either8, Env, Error,
    ErrorObject, Escape, External, FromJs, Function, Handle, IntoJs, Js, JsBigInt, JsBoolean, JsDate, JsError, JsMap,
    JsNumber, JsRegExp, JsSet, JsString, JsThread, KeyFilter, Latin1String, Map, Null, Object, Ref, RegExp, Rest,
    Result, Scope, Symbol, This, ThreadsafeCallback, TypeOf, Undefined, Utf16String, Value, ValueType, WeakRef,
    WellKnownSymbol, Work, export, js, module, scope, threadsafe_callback,
};
