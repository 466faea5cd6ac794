//! The checks: each has a name, says why, and shows the program that it refuses.

mod callback;
pub(crate) mod class;
mod env;
mod key;
mod module;
mod parameter;
mod result;
mod signature;
mod test;
pub(crate) mod work;

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::Function;
use crate::parse::args::Args;
use crate::parse::item;
use crate::parse::key::Attr;
use crate::parse::test::Expectations;

/// Checks a function under `#[export]`.
pub(crate) fn exported_function(cx: &Ctxt, args: &Args, item: &item::Function, function: &Function<'_>) {
    let attr = Attr::Export;
    one_attribute(cx, &item.attrs);
    if signature::check(cx, attr, item, function) {
        env::check(cx, function);
        result::check(cx, attr, function);
        parameter::check(cx, function);
        callback::check(cx, function);
        key::scope_needs_env(cx, args, function);
        key::signature_written_once(cx, args, function);
        key::written_on_arguments(cx, function);
    }
}

/// Checks a function under `#[module]`.
pub(crate) fn module_function(cx: &Ctxt, item: &item::Function, function: &Function<'_>) {
    let attr = Attr::Module;
    one_attribute(cx, &item.attrs);
    if signature::check(cx, attr, item, function) {
        env::check(cx, function);
        result::check(cx, attr, function);
        module::check(cx, function);
    }
}

/// Checks a function under `#[napi_core::test]`.
pub(crate) fn test_function(cx: &Ctxt, item: &item::Function, function: &Function<'_>, expectations: &Expectations) {
    one_attribute(cx, &item.attrs);
    if signature::check(cx, Attr::Test, item, function) {
        env::check(cx, function);
        test::takes_env_only(cx, function);
        test::is_no_test_of_rust(cx, &item.attrs);
        test::panics_or_returns(cx, function, expectations);
    }
}

/// Checks a constant or static under `#[export]`.
pub(crate) fn exported_constant(cx: &Ctxt, args: &Args, constant: &item::Constant) {
    one_attribute(cx, &constant.attrs);
    key::fit_constant(cx, args);
    // const _: u32 = 1;      there is no name to export it by, nor to refer to it
    if constant.ident == "_" {
        cx.error_at(&constant.ident, message::UNNAMED_CONSTANT);
    }
    // static mut COUNT: u32 = 0;      reading it is unsafe, and a property would hold the first value for ever
    if let Some(mutable) = &constant.mutable {
        cx.error_at(mutable, message::MUTABLE_STATIC);
    }
}

/// Two attributes on one item would each re-emit it: the first strips what the second needs, such as `#[default]`.
///
/// ```text
/// #[export]
/// #[module]
/// fn init() {}
/// ```
fn one_attribute(cx: &Ctxt, attrs: &[syn::Attribute]) {
    for attr in Attr::ON_ITEMS {
        for again in attrs.iter().filter(|other| other.path().is_ident(attr.name())) {
            cx.error_at(again, message::SECOND_ATTRIBUTE);
        }
    }
}
