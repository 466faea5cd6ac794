//! Native addons in Rust for every host of Node-API: Node.js, Bun, Deno, Electron and OpenHarmony.
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
//!
//! # Features
//! | feature | what it adds |
//! |---|---|
//! | `types` (default) | type records, of which `cargo napi types` makes declaration files |
//! | `test` | tests that run inside of a host |
//! | `serde`, `serde_json` | `Serde<T>` for every type of serde; `serde_json::Value` |
//! | `chrono`, `chrono-local`, `time`, `jiff` | their dates and times as Dates |
//! | `bytes` | `Bytes` and `BytesMut`, copied to and from a `Uint8Array` |
//! | `indexmap` | `IndexMap<String, T>` as an object, `IndexSet<T>` as a Set |
//! | `anyhow`, `eyre` | errors with a [class](macro@JsError) keep it in their hands without a context too; all others convert anyway |
//! | `log` | a logger for OpenHarmony |

mod call;
mod class;
mod convert;
mod env;
mod error;
mod map;
mod module;
#[cfg(any(target_env = "ohos", napi_core_ohos))]
pub mod ohos;
pub mod prelude;
mod reference;
mod scope;
mod status;
mod sys;
#[cfg(feature = "test")]
pub mod testing;
mod thread;
mod types;
mod value;

/// The examples of the guide to classes compile.
#[cfg(doctest)]
#[doc = include_str!("../../docs/classes.md")]
mod guide_to_classes {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use call::{Rest, This};
pub use class::{Class, Instance, Lent, LentMut};
#[cfg(feature = "serde")]
pub use convert::Serde;
pub use convert::{
    BigInt, BigInteger, BigWords, Binary, Either, Either3, Either4, Either5, Either6, Either7, Either8, FromArgs,
    FromJs, IntoArgs, IntoJs, Latin1String, Map, RegExp, Utf16String,
};
pub use env::{CleanupHook, Env, Frozen};
pub use error::{Error, ErrorKind, Result, code};
/// ```
/// use napi_core::prelude::*;
///
/// #[derive(FromJs, TypeOf)]
/// struct Options {
///     path: String,
///     #[js(default)]
///     is_hidden: bool,
/// }
///
/// #[export]
/// fn open(options: Options) -> bool {
///     options.is_hidden && !options.path.is_empty()
/// }
/// ```
pub use napi_core_derive::FromJs;
/// ```
/// use napi_core::prelude::*;
///
/// #[derive(IntoJs, TypeOf)]
/// struct Version<'a> {
///     major: u32,
///     name: &'a str,
/// }
///
/// #[export]
/// fn version() -> Version<'static> {
///     Version { major: 1, name: "first" }
/// }
/// ```
pub use napi_core_derive::IntoJs;
/// ```
/// use napi_core::prelude::*;
///
/// /// Seen as `{ name: string, eMail?: string, role: Role }`.
/// #[derive(Js)]
/// struct User {
///     name: String,
///     e_mail: Option<String>,
///     role: Role,
/// }
///
/// /// Seen as `'reader' | 'seniorEditor'`.
/// #[derive(Js)]
/// enum Role {
///     Reader,
///     SeniorEditor,
/// }
///
/// /// Seen as `{ type: 'circle', radius: number } | { type: 'nothing' }`.
/// #[derive(Js)]
/// #[js(tag = "type")]
/// enum Shape {
///     Circle { radius: f64 },
///     Nothing,
/// }
///
/// #[export]
/// fn promote(user: User) -> User {
///     User { role: Role::SeniorEditor, ..user }
/// }
/// ```
pub use napi_core_derive::Js;
/// ```
/// use napi_core::prelude::*;
///
/// #[derive(Debug, JsError)]
/// #[js(class = "StoreError")]
/// enum StoreError {
///     /// In JavaScript: `error instanceof addon.NotFoundError`, and `error.key` says which.
///     #[js(class = "NotFoundError", code = "ERR_NOT_FOUND")]
///     NotFound {
///         #[js(field)]
///         key: String,
///     },
///     /// In JavaScript its source is the `cause`.
///     #[js(code = "ERR_STORE_IO")]
///     Io(std::io::Error),
/// }
///
/// // What thiserror would derive.
/// impl std::fmt::Display for StoreError {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         match self {
///             Self::NotFound { key } => write!(f, "there is no {key}"),
///             Self::Io(_) => f.write_str("the store cannot be read"),
///         }
///     }
/// }
///
/// impl std::error::Error for StoreError {
///     fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
///         match self {
///             Self::NotFound { .. } => None,
///             Self::Io(error) => Some(error),
///         }
///     }
/// }
///
/// #[export]
/// fn fetch(key: String) -> Result<String> {
///     Err(StoreError::NotFound { key })?
/// }
/// ```
pub use napi_core_derive::JsError;
/// ```
/// use napi_core::prelude::*;
///
/// /// A page of results.
/// #[derive(TypeOf)]
/// struct Page<T> {
///     /// What is on it.
///     items: Vec<T>,
///     next_page: Option<u32>,
/// }
/// ```
pub use napi_core_derive::TypeOf;
/// ```
/// use napi_core::prelude::*;
///
/// /// Seen as `addAll(1, 2, 3)`.
/// #[export]
/// fn add_all(numbers: Rest<f64>) -> f64 {
///     numbers.iter().sum()
/// }
///
/// /// Seen as `geometry.point(1)`: `y` is 0 if it is left out.
/// #[export(namespace = "geometry")]
/// fn point<'s>(env: &mut Env<'s>, x: f64, #[default(0.0)] y: f64) -> Result<Object<'s>> {
///     let point = env.object()?;
///     point.set(env, "x", x)?;
///     point.set(env, "y", y)?;
///     Ok(point)
/// }
///
/// /// Seen as `area(2)` and `area(2, 3)`.
/// #[export(name = "area", overload)]
/// fn square(side: f64) -> f64 {
///     side * side
/// }
///
/// #[export(name = "area", overload)]
/// fn rectangle(width: f64, height: f64) -> f64 {
///     width * height
/// }
///
/// #[export(name = "version")]
/// const VERSION: &str = env!("CARGO_PKG_VERSION");
/// ```
///
/// A class, seen as `new Counter(1).add(2).count`:
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// struct Counter {
///     #[export(readonly)]
///     count: u32,
/// }
///
/// #[export]
/// impl Counter {
///     #[export(constructor)]
///     fn new(count: u32) -> Self {
///         Self { count }
///     }
///
///     fn add(&mut self, by: u32) -> &mut Self {
///         self.count += by;
///         self
///     }
/// }
/// ```
pub use napi_core_derive::export;
/// ```standalone_crate
/// use napi_core::prelude::*;
///
/// #[module]
/// fn init(env: &mut Env<'_>, exports: Object<'_>) -> Result<()> {
///     exports.set(env, "ready", true)
/// }
/// ```
///
/// A value that is returned replaces the exports object, where the host honours it (Node does):
///
/// ```standalone_crate
/// use napi_core::prelude::*;
///
/// #[module]
/// fn init<'s>(env: &mut Env<'s>) -> Result<Function<'s, (f64,), f64>> {
///     env.function::<(f64,), f64>("double", |_env, (x,)| Ok(x * 2.0))
/// }
/// ```
pub use napi_core_derive::module;
#[cfg(feature = "test")]
/// ```no_run
/// use napi_core::prelude::*;
///
/// #[napi_core::test]
/// fn objects_keep_what_is_set(env: &mut Env<'_>) -> Result<()> {
///     let object = env.object()?;
///     object.set(env, "answer", 42)?;
///     assert_eq!(object.get::<u32>(env, "answer")?, 42);
///     Ok(())
/// }
///
/// napi_core::test_main!();
/// ```
pub use napi_core_derive::test;
/// ```
/// use std::thread;
/// use napi_core::prelude::*;
///
/// /// Seen as `each(names, (name) => name.length > 3, (done) => ..)`: `keep` is called by a thread, which waits for the answer.
/// #[export]
/// fn each(
///     names: Vec<String>,
///     #[threadsafe_callback] keep: impl Fn(String) -> Result<bool> + Send + 'static,
///     #[threadsafe_callback(weak, bound = 16)] done: impl Fn(u32) + Send + 'static,
/// ) {
///     thread::spawn(move || done(names.into_iter().filter(|name| keep(name.clone()).unwrap_or(false)).count() as u32));
/// }
///
/// /// Seen as `sum(numbers, (sum) => ..)`: the closure runs on the thread pool.
/// #[export]
/// fn sum(env: &Env<'_>, numbers: Vec<f64>, callback: Function<'_>) -> Result<()> {
///     (#[threadsafe_callback(callback)] move || numbers.iter().sum::<f64>())?;
///     Ok(())
/// }
/// ```
pub use napi_core_derive::threadsafe_callback;
pub use reference::{Ref, WeakRef};
pub use scope::{Escape, Exception, Scope};
pub use sys::{ArrayElement, Clamped, Element, F16};
pub use thread::{Answer, Cancel, JsThread, ThreadsafeCallback, TryCallError, Work};
pub use types::TypeOf;
pub use value::{
    Array, ArrayBuffer, Attributes, Buffer, DataView, ErrorObject, External, Family, Function, Handle, HandleFamily,
    IntoMemory, JsBigInt, JsBoolean, JsDate, JsMap, JsNumber, JsRegExp, JsSet, JsString, KeyFilter, Memory, Null,
    Object, PropertyKey, SharedArrayBuffer, Symbol, TypedArray, Undefined, Value, ValueType, WellKnownSymbol, js,
};
