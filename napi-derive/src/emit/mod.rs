//! The generated code. All of it has spans of the macro's own, so that the lints of a user's crate, such as
//! `#![forbid(unsafe_code)]`, do not apply; only what the user wrote keeps its spans, so that errors point there.

mod callback;
pub(crate) mod cargo;
pub(crate) mod class;
mod class_types;
pub(crate) mod constant;
pub(crate) mod derived;
mod from_js;
pub(crate) mod function;
pub(crate) mod inert;
mod into_js;
pub(crate) mod js_error;
pub(crate) mod member;
pub(crate) mod module;
mod record;
pub(crate) mod split;
pub(crate) mod test;
mod type_of;
mod types;
mod variants;
pub(crate) mod work;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use syn::Path;

use crate::parse::args::Args;

/// The path of napi-core in the user's crate.
fn root(written: Option<&Path>) -> TokenStream {
    match written {
        Some(path) => path.to_token_stream(),
        None => quote_spanned!(Span::mixed_site()=> ::napi_core),
    }
}

/// The short name that generated items use for what they call.
fn import(args: &Args) -> TokenStream {
    let root = root(args.root.as_ref());
    quote_spanned!(Span::mixed_site()=> use #root::__private as __napi;)
}

/// A span of the macro's own that shows at the user's tokens, for calls whose errors are about those.
fn shown_at(tokens: impl ToTokens) -> Span {
    use syn::spanned::Spanned as _;
    Span::mixed_site().located_at(tokens.span())
}
