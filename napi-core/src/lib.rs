//! Native addons in Rust for every host of Node-API: Node.js, Bun, Deno, Electron and OpenHarmony.
//!
//! ```
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
//!
//! The crate type is `cdylib`; the library, renamed to end in `.node`, is what `require` loads.
//!
//! # Handles and scopes
//! JavaScript values are [handles](Value): they name the scope `'s` they live in, and what works with them takes the
//! [`Env`] of the innermost scope. A function that returns a handle names its scope:
//!
//! ```
//! use napi_core::prelude::*;
//!
//! #[export]
//! fn user<'s>(env: &mut Env<'s>, name: &str) -> Result<Object<'s>> {
//!     let user = env.object()?;
//!     user.set(env, "name", name)?;
//!     Ok(user)
//! }
//! ```
//!
//! [`Env::scope`], [`Env::escapable_scope`] and [`scope!`] open inner scopes; [`Ref`] and [`WeakRef`] keep values beyond them.

mod call;
mod convert;
mod env;
mod error;
mod module;
pub mod prelude;
mod reference;
mod scope;
mod status;
mod sys;
mod value;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use call::{Rest, This};
pub use convert::{FromArgs, FromJs, IntoArgs, IntoJs};
pub use env::{CleanupHook, Env};
pub use error::{Error, ErrorKind, Result, code};
pub use napi_core_derive::{export, module};
pub use reference::{Ref, WeakRef};
pub use scope::{Escape, Exception, Scope};
pub use value::{
    Array, External, Family, Function, Handle, HandleFamily, JsBoolean, JsNumber, JsString, Null, Object, PropertyKey,
    Symbol, Undefined, Value, ValueType, js,
};
