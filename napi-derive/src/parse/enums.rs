//! Enums under the derives: strings, numbers, or variants with data and what tells them apart.

use proc_macro2::Ident;
use syn::{Expr, ExprLit, ExprUnary, Fields, Lit, LitStr, UnOp};

use super::args::Args;
use super::derived::{self, Shape};
use super::key::Attr;
use super::written::{Docs, docs};
use crate::ctxt::Ctxt;
use crate::message;
use crate::model::name::Case;

pub(crate) enum Enum {
    /// Each variant is a string.
    Strings(Vec<Variant>),
    /// Each variant is its discriminant.
    Numbers(Vec<(Variant, i64)>),
}

pub(crate) struct Variant {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// The string that it is, or the value of its tag.
    pub(crate) name: String,
}

/// Reads the variants; what is wrong goes to `cx`.
pub(super) fn parse(cx: &Ctxt, variants: Vec<syn::Variant>, args: &Args, ident: &Ident) -> Shape {
    if variants.is_empty() {
        cx.error_at(ident, message::NO_VARIANTS);
        return Shape::Unknown;
    }
    let case = args.rename_all.unwrap_or(Case::Camel);
    if let Some(deny) = &args.deny_unknown {
        cx.error_at(deny, message::DENY_UNKNOWN_WITHOUT_NAMES);
    }
    let mut named: Vec<Variant> = Vec::new();
    for variant in &variants {
        if !matches!(variant.fields, Fields::Unit) {
            let message = if args.number.is_some() { message::DATA_OF_NUMBER } else { message::DATA_WITHOUT_TAG };
            cx.error_at(&variant.ident, message);
            return Shape::Unknown;
        }
        let keys = derived::args(cx, &variant.attrs, Attr::JsVariant);
        let name = keys.rename.as_ref().map_or_else(|| case.variant(&variant.ident), LitStr::value);
        if args.number.is_none() && named.iter().any(|other| other.name == name) {
            cx.error_at(&variant.ident, message::same_name(&name));
        }
        named.push(Variant { docs: docs(&variant.attrs), ident: variant.ident.clone(), name });
    }
    if args.number.is_none() {
        return Shape::Enum(Enum::Strings(named));
    }
    let mut next = Some(0);
    let mut numbers = Vec::new();
    for (variant, named) in variants.iter().zip(named) {
        let number = match &variant.discriminant {
            Some((_, written)) => literal(written).or_else(|| {
                cx.error_at(written, message::DISCRIMINANT);
                None
            }),
            None => next,
        };
        next = number.and_then(|number: i64| number.checked_add(1));
        numbers.extend(number.map(|number| (named, number)));
    }
    Shape::Enum(Enum::Numbers(numbers))
}

fn literal(written: &Expr) -> Option<i64> {
    match written {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().ok(),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => literal(expr)?.checked_neg(),
        Expr::Group(group) => literal(&group.expr),
        Expr::Paren(paren) => literal(&paren.expr),
        _ => None,
    }
}
