//! Closures under `#[threadsafe_callback(callback)]` in the body of an exported function.

use proc_macro2::Ident;
use syn::{Attribute, Error, Expr, ExprClosure};

use crate::message;
use crate::model::function::Function;
use crate::parse::callback;
use crate::parse::key::Attr;

/// Where a closure stands.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) attr: Attr,
    pub(crate) function: &'a Function<'a>,
    /// In an item of its own, inside of the body.
    pub(crate) in_item: bool,
    /// In a closure that itself has the attribute.
    pub(crate) in_work: bool,
}

/// What the closure is handed to: the function's name for its `Env`, and the JavaScript function.
pub(crate) fn request<'a>(place: Place<'a>, attr: &Attribute, closure: &ExprClosure) -> syn::Result<(&'a Ident, Expr)> {
    inside_export(place, attr)?;
    called_once(closure)?;
    let target = callback::target(attr)?;
    let env = env(place, attr)?;
    Ok((env, target))
}

/// Only `#[export]` rewrites closures, and only where its function's `Env` can be seen.
///
/// ```text
/// #[module] fn init(env: &Env<'_>) { #[threadsafe_callback(callback)] move || work(); }
/// #[export] fn f(env: &Env<'_>) { fn g() { #[threadsafe_callback(callback)] move || work(); } }
/// ```
pub(crate) fn inside_export(place: Place<'_>, attr: &Attribute) -> syn::Result<()> {
    match place {
        Place { attr: Attr::Export, in_item: false, .. } => Ok(()),
        Place { attr: Attr::Export, .. } => Err(Error::new_spanned(attr, message::WORK_IN_ITEM)),
        _ => Err(Error::new_spanned(attr, message::OUTSIDE_OF_EXPORT)),
    }
}

/// It runs once, on a thread of the pool, where nobody could poll a future.
///
/// ```text
/// #[threadsafe_callback(callback)] move |cancel| work(cancel)
/// #[threadsafe_callback(callback)] async move || work().await
/// ```
fn called_once(closure: &ExprClosure) -> syn::Result<()> {
    if !closure.inputs.is_empty() {
        return Err(Error::new_spanned(&closure.inputs, message::WORK_WITH_PARAMETERS));
    }
    match &closure.asyncness {
        Some(token) => Err(Error::new_spanned(token, message::ASYNC_WORK)),
        None => Ok(()),
    }
}

/// ```text
/// fn f(callback: Function<'_>) { #[threadsafe_callback(callback)] move || work(); }
/// fn f(_: &Env<'_>, callback: Function<'_>) { #[threadsafe_callback(callback)] move || work(); }
/// ```
fn env<'a>(place: Place<'a>, attr: &Attribute) -> syn::Result<&'a Ident> {
    if place.in_work {
        return Err(Error::new_spanned(attr, message::WORK_IN_WORK));
    }
    let env = place.function.env().ok_or_else(|| Error::new_spanned(attr, message::WORK_WITHOUT_ENV))?;
    env.ident.ok_or_else(|| Error::new_spanned(attr, message::WORK_WITH_UNNAMED_ENV))
}
