//! What declaration files say of Rust types: see napi-meta/FORMAT.md.

mod convertible;
mod crates;
mod handles;
mod record;

pub use record::{IteratorResult, Named, Nullable, Of, Parameter, Terms, This, Types, Union, named};

pub use napi_core_meta::term::Cat;

use napi_core_meta::Term;

/// The type that declaration files give a Rust type: what `cargo napi types` writes for TypeScript and ArkTS.
///
/// Every type in the signature of an exported item has one: those that convert have it here, and a type of your own
/// derives it, or takes that of another:
///
/// ```
/// use napi_core::prelude::*;
///
/// /// A point, as an object with these properties.
/// #[derive(TypeOf)]
/// struct Point {
///     x: f64,
///     y: f64,
/// }
///
/// /// As the type that is inside.
/// #[derive(TypeOf)]
/// struct Port(u16);
///
/// /// As it is written.
/// #[derive(TypeOf)]
/// #[ts = "'read' | 'write'"]
/// enum Mode {
///     Read,
///     Write,
/// }
///
/// /// As another type.
/// struct Celsius(std::num::Wrapping<i32>);
///
/// impl TypeOf for Celsius {
///     type Term = <f64 as TypeOf>::Term;
///     const TERM: Self::Term = f64::TERM;
/// }
/// ```
///
/// A parameter, a field or an item whose type says too little is told what it is by `#[ts = ".."]`, and `#[arkts = ".."]` where
/// ArkTS has no such type:
///
/// ```
/// # use napi_core::prelude::*;
/// #[export(ts_return = "`${number}px`", arkts_return = "string")]
/// fn width(#[ts = "`${number}rem`"] #[arkts = "string"] of: &str) -> String {
///     format!("{of}: 1px")
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no type in declaration files",
    label = "write `#[derive(Js)]` on it if the type is your own; if it converts already, derive `TypeOf` too, or write `#[ts = \"..\"]` before the parameter or field, `ts_return = \"..\"` for a result",
    note = "types that convert by themselves, such as numbers, `String`, `Option<T>`, `Vec<T>` and handles, have one"
)]
pub trait TypeOf {
    /// The type of the term.
    type Term: Term;
    /// The term, as napi-meta's FORMAT.md describes it.
    const TERM: Self::Term;
}
