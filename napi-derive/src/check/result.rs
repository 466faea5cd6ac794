//! What a function returns.

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::borrow;
use crate::model::elision::Elision;
use crate::model::function::Function;
use crate::parse::key::Attr;

pub(crate) fn check(cx: &Ctxt, attr: Attr, function: &Function<'_>) {
    if owns(cx, attr, function) {
        names_scope(cx, function);
    }
}

/// What was lent for the call is gone when the result is converted.
///
/// ```text
/// fn f(text: &str) -> &str {}
/// fn f<'a>(bytes: &'a [u8]) -> Parts<'a> {}
/// ```
fn owns(cx: &Ctxt, attr: Attr, function: &Function<'_>) -> bool {
    let borrows = borrow::of_result(function);
    for borrow in &borrows {
        match function.sig.receiver() {
            Some(_) => cx.error_at(borrow, message::BORROWED_METHOD_RESULT),
            None => cx.error_at(borrow, message::borrowed_result(attr)),
        }
    }
    borrows.is_empty()
}

/// rustc does not know which of `Env`'s two lifetimes is meant, and its hint, `&'a mut Env<'a>`, is wrong here; and
/// where there is no `Env`, it suggests `'static`.
///
/// ```text
/// fn f(env: &mut Env<'_>) -> Result<Object> {}
/// fn f(env: &mut Env<'_>) -> Result<Object<'_>> {}
/// fn f() -> Result<Object> {}
/// ```
fn names_scope(cx: &Ctxt, function: &Function<'_>) {
    if let Some(elision) = Elision::of(function) {
        let text = message::elided_scope(function.env().is_some(), &elision.text(), elision.first.handle());
        cx.push(syn::Error::new(elision.first.span(), text));
    }
}
