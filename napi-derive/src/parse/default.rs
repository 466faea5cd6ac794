//! The parameter attribute `#[default(EXPR)]`.

use syn::{Attribute, Expr, FnArg, Meta, Signature};

use crate::ctxt::Ctxt;
use crate::message;

/// The value of a parameter that JavaScript left out.
pub(crate) struct DefaultValue {
    pub(crate) attr: Attribute,
    pub(crate) value: Expr,
}

/// Takes the `#[default(..)]` attributes off the parameters: one entry per parameter, in order.
///
/// They are gone from `sig` even where they are wrong, because rustc knows no such attribute.
pub(crate) fn take(cx: &Ctxt, sig: &mut Signature) -> Vec<Option<DefaultValue>> {
    sig.inputs.iter_mut().map(|input| take_from(cx, attributes(input))).collect()
}

fn attributes(input: &mut FnArg) -> &mut Vec<Attribute> {
    match input {
        FnArg::Receiver(receiver) => &mut receiver.attrs,
        FnArg::Typed(typed) => &mut typed.attrs,
    }
}

fn take_from(cx: &Ctxt, attrs: &mut Vec<Attribute>) -> Option<DefaultValue> {
    let mut found = attrs.extract_if(.., |attr| attr.path().is_ident("default"));
    let first = found.next()?;
    for again in found {
        cx.error_at(again, message::DUPLICATE_DEFAULT);
    }
    let value = value(cx, &first)?;
    Some(DefaultValue { attr: first, value })
}

fn value(cx: &Ctxt, attr: &Attribute) -> Option<Expr> {
    match &attr.meta {
        Meta::List(list) if !list.tokens.is_empty() => cx.ok(list.parse_args()),
        _ => {
            cx.error_at(attr, message::EMPTY_DEFAULT);
            None
        }
    }
}
