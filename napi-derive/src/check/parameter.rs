//! The parameters of an exported function.

use syn::{Type, TypeReference};

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::{Env, Function, Param, Role};
use crate::model::{borrow, handle, lifetime};
use crate::render;

/// The runtime fetches the arguments of a call into an array of fixed length.
const MAX_ARGUMENTS: usize = 16;

pub(crate) fn check(cx: &Ctxt, function: &Function<'_>) {
    lent_for_the_call(cx, function);
    borrow_is_not_the_scope(cx, function);
    defaults_on_arguments(cx, function);
    rest_is_last(cx, function);
    one_this(cx, function);
    not_too_many(cx, function);
}

/// It is memory of JavaScript's, or of the call.
///
/// ```text
/// fn f(bytes: &'static [u8]) {}
/// fn f(text: Option<&'static str>) {}
/// ```
fn lent_for_the_call(cx: &Ctxt, function: &Function<'_>) {
    for reference in function.params.iter().filter_map(Param::lent) {
        let Some(lifetime) = reference.lifetime.as_ref().filter(|lifetime| lifetime.ident == "static") else {
            continue;
        };
        let what = if handle::is_slice(&reference.elem) { "slice" } else { "string" };
        cx.error_at(lifetime, message::static_argument(what, &render::elided(reference)));
    }
}

/// The scope is longer than the call borrows an argument: with one lifetime for both, the borrow would have to be as long.
/// Only the scope of other arguments can be shortened to it.
///
/// ```text
/// fn f<'s>(env: &mut Env<'s>, text: &'s str) {}
/// fn f<'s>(object: Object<'s>, text: &'s str) -> Object<'s> {}
/// ```
fn borrow_is_not_the_scope(cx: &Ctxt, function: &Function<'_>) {
    let kept = || exclusive_env(function).into_iter().chain(function.result());
    for reference in function.params.iter().filter_map(Param::lent) {
        let Some(borrow) = reference.lifetime.as_ref().filter(|borrow| borrow::is_scope(function, borrow)) else {
            continue;
        };
        if kept().any(|ty| lifetime::mentions(ty, borrow)) {
            let text = message::argument_borrow_as_scope(&borrow.to_string(), &render::elided(reference));
            cx.error_at(borrow, text);
        }
    }
}

/// `Env<'s>` behind `&mut`, where its scope cannot be shortened.
fn exclusive_env<'a>(function: &'a Function<'_>) -> Option<&'a Type> {
    match function.env()?.role {
        Role::Env(Env::Reference(TypeReference { mutability: Some(_), elem, .. })) => Some(elem),
        _ => None,
    }
}

/// What is no argument cannot be left out: `fn f(#[default(1)] env: &Env<'_>) {}`
fn defaults_on_arguments(cx: &Ctxt, function: &Function<'_>) {
    for param in &function.params {
        let Some(default) = &param.default else {
            continue;
        };
        match param.role {
            Role::Env(_) => cx.error_at(&default.attr, message::DEFAULT_ON_ENV),
            Role::This | Role::Receiver => cx.error_at(&default.attr, message::DEFAULT_ON_THIS),
            Role::Rest(_) => cx.error_at(&default.attr, message::DEFAULT_ON_REST),
            Role::Argument => {}
        }
    }
}

/// Nothing is left for the parameters after it: `fn f(rest: Rest<f64>, last: f64) {}`
fn rest_is_last(cx: &Ctxt, function: &Function<'_>) {
    let count = function.positional().count();
    for (i, param) in function.positional().enumerate() {
        let Role::Rest(element) = param.role else {
            continue;
        };
        if i + 1 < count {
            cx.error_at(param.ty, message::REST_NOT_LAST);
        }
        if element.is_none() {
            cx.error_at(param.ty, message::REST_WITHOUT_TYPE);
        }
    }
}

/// `fn f(this: This<'_>, that: This<'_>) {}`
fn one_this(cx: &Ctxt, function: &Function<'_>) {
    for second in function.inputs().filter(|param| matches!(param.role, Role::This)).skip(1) {
        cx.error_at(second.ty, message::SECOND_THIS);
    }
}

/// `fn f(a0: f64, a1: f64, .., a16: f64) {}`
fn not_too_many(cx: &Ctxt, function: &Function<'_>) {
    let count = function.positional().count();
    if let Some(param) = function.positional().nth(MAX_ARGUMENTS) {
        cx.error_at(param.ty, message::too_many_arguments(count, MAX_ARGUMENTS));
    }
}
