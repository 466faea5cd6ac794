//! The parameters of an exported function.

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::{Function, Role};

/// The runtime fetches the arguments of a call into an array of fixed length.
const MAX_ARGUMENTS: usize = 16;

pub(crate) fn check(cx: &Ctxt, function: &Function<'_>) {
    defaults_on_arguments(cx, function);
    rest_is_last(cx, function);
    one_this(cx, function);
    not_too_many(cx, function);
}

/// What is no argument cannot be left out: `fn f(#[default(1)] env: &Env<'_>) {}`
fn defaults_on_arguments(cx: &Ctxt, function: &Function<'_>) {
    for param in &function.params {
        let Some(default) = &param.default else {
            continue;
        };
        match param.role {
            Role::Env(_) => cx.error_at(&default.attr, message::DEFAULT_ON_ENV),
            Role::This => cx.error_at(&default.attr, message::DEFAULT_ON_THIS),
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
