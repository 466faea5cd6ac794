//! What rustc's test harness is told by attributes, read for the harness in a host: `#[ignore]` and `#[should_panic]`.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Token};

use crate::ctxt::Ctxt;
use crate::message;

/// What the attributes beside `#[napi_core::test]` say.
#[derive(Default)]
pub(crate) struct Expectations {
    /// `#[ignore = "why"]`, with an empty text if there is none.
    pub(crate) ignored: Option<LitStr>,
    /// `#[should_panic(expected = "..")]`, with an empty text if there is none.
    pub(crate) panics: Option<LitStr>,
}

/// Takes the attributes off: to rustc they are unused, because its own harness does not see the function.
pub(crate) fn take(cx: &Ctxt, attrs: &mut Vec<Attribute>) -> Expectations {
    let mut expectations = Expectations::default();
    for attr in attrs.extract_if(.., |attr| attr.path().is_ident("ignore") || attr.path().is_ident("should_panic")) {
        let ignore = attr.path().is_ident("ignore");
        let text = if ignore { reason(&attr.meta) } else { expected(&attr.meta) };
        match text {
            Some(text) if ignore => expectations.ignored = Some(text),
            Some(text) => expectations.panics = Some(text),
            None if ignore => cx.error_at(&attr, message::TEST_IGNORE),
            None => cx.error_at(&attr, message::TEST_SHOULD_PANIC),
        }
    }
    expectations
}

/// The text of `ignore = "why"`.
fn reason(meta: &Meta) -> Option<LitStr> {
    match meta {
        Meta::Path(path) => Some(empty(path)),
        Meta::NameValue(pair) => text(pair),
        Meta::List(_) => None,
    }
}

/// The text of `should_panic(expected = "..")` or `should_panic = ".."`.
fn expected(meta: &Meta) -> Option<LitStr> {
    let Meta::List(list) = meta else { return reason(meta) };
    let pairs = list.parse_args_with(Punctuated::<MetaNameValue, Token![,]>::parse_terminated).ok()?;
    let mut pairs = pairs.iter();
    match (pairs.next(), pairs.next()) {
        (Some(pair), None) if pair.path.is_ident("expected") => text(pair),
        _ => None,
    }
}

fn text(pair: &MetaNameValue) -> Option<LitStr> {
    match &pair.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
        _ => None,
    }
}

fn empty(path: &syn::Path) -> LitStr {
    use syn::spanned::Spanned as _;
    LitStr::new("", path.span())
}
