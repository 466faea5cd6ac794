//! How a function takes its `Env`.

use syn::TypeReference;

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::{Env, Function, Role};
use crate::model::lifetime;
use crate::render;

pub(crate) fn check(cx: &Ctxt, function: &Function<'_>) {
    one_env(cx, function);
    env_is_lent(cx, function);
    scope_is_not_the_borrow(cx, function);
    no_static_handles(cx, function);
}

/// Two tokens for one scope would be two `&mut` to it: `fn f(a: &mut Env<'_>, b: &mut Env<'_>) {}`
fn one_env(cx: &Ctxt, function: &Function<'_>) {
    for second in function.params.iter().filter(|param| param.is_env()).skip(1) {
        cx.error_at(second.ty, message::SECOND_ENV);
    }
}

/// Whoever owned an `Env` could keep it beyond its scope.
///
/// ```text
/// fn f(env: Env<'_>) {}
/// fn f(env: &'static Env<'_>) {}
/// ```
fn env_is_lent(cx: &Ctxt, function: &Function<'_>) {
    for param in &function.params {
        match &param.role {
            Role::Env(Env::Value) => cx.error_at(param.ty, message::ENV_IS_LENT),
            Role::Env(Env::Reference(TypeReference { lifetime: Some(borrow), .. })) if borrow.ident == "static" => {
                cx.error_at(borrow, message::ENV_IS_LENT);
            }
            _ => {}
        }
    }
}

/// The borrow of the token is shorter than the scope: with one lifetime for both, nothing made in the scope could be
/// returned, and the token could be used only once.
///
/// ```text
/// fn f<'a>(env: &'a mut Env<'a>) -> Result<Object<'a>> {}
/// fn f<'a>(env: &'a mut Env<'_>) -> Result<Object<'a>> {}
/// ```
fn scope_is_not_the_borrow(cx: &Ctxt, function: &Function<'_>) {
    for param in &function.params {
        let Role::Env(Env::Reference(reference)) = param.role else {
            continue;
        };
        let Some(borrow) = reference.lifetime.as_ref().filter(|borrow| lifetime::is_named(borrow)) else {
            continue;
        };
        let in_env = lifetime::mentions(&reference.elem, borrow);
        let in_result = function.result().is_some_and(|result| lifetime::mentions(result, borrow));
        if in_env || in_result {
            cx.error_at(borrow, message::env_borrow_as_scope(&borrow.to_string(), render::borrow(reference)));
        }
    }
}

/// A handle is valid until its scope is closed, so `'static` would be a lie.
///
/// ```text
/// fn f(object: Object<'static>) {}
/// fn f(env: &Env<'static>) -> Vec<Value<'static>> {}
/// ```
fn no_static_handles(cx: &Ctxt, function: &Function<'_>) {
    let types = function.params.iter().map(|param| param.ty).chain(function.result());
    for (name, lifetime) in types.flat_map(lifetime::static_handles) {
        cx.error_at(lifetime, message::static_handle(&name));
    }
}
