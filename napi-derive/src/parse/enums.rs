//! Enums under the derives: strings, numbers, or variants with data and what tells them apart.

use proc_macro2::Ident;
use syn::{Expr, ExprLit, ExprUnary, Fields, Lit, LitStr, Type, UnOp};

use super::args::Args;
use super::derived::{self, Field, Role, Shape};
use super::key::{Attr, Key};
use super::written::{Docs, docs};
use crate::ctxt::Ctxt;
use crate::message;
use crate::model::name::Case;

pub(crate) enum Enum {
    /// Each variant is a string.
    Strings(Vec<Variant>),
    /// Each variant is its discriminant.
    Numbers(Vec<(Variant, i64)>),
    /// Each variant is an object, a property of which says which one.
    Tagged { tag: String, content: Option<String>, variants: Vec<Variant> },
    /// Each variant is its data, and the first one that fits is taken.
    Untagged(Vec<Variant>),
}

pub(crate) struct Variant {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// The string that it is, or the value of its tag.
    pub(crate) name: String,
    pub(crate) data: Data,
}

/// What a variant carries.
pub(crate) enum Data {
    Nothing,
    Object(Vec<Field>),
    /// One value, or an array of several.
    Tuple(Vec<Type>),
}

/// The largest integer that is a number of JavaScript as all below it are: 2^53 - 1.
const MAX_SAFE: u64 = 9_007_199_254_740_991;

/// Reads the variants; what is wrong goes to `cx`. `needs_type`: of a field that functions convert.
pub(super) fn parse(cx: &Ctxt, variants: Vec<syn::Variant>, args: &Args, ident: &Ident, needs_type: bool) -> Shape {
    if variants.is_empty() {
        cx.error_at(ident, message::NO_VARIANTS);
        return Shape::Unknown;
    }
    check_keys(cx, args);
    let case = args.rename_all.unwrap_or(Case::Camel);
    let discriminants: Vec<Option<Expr>> =
        variants.iter().map(|variant| variant.discriminant.as_ref().map(|(_, written)| written.clone())).collect();
    let has_names = args.number.is_none() && args.untagged.is_none();
    let mut read: Vec<Variant> = Vec::new();
    for variant in variants {
        let variant = self::variant(cx, variant, args, case, needs_type);
        if has_names && read.iter().any(|other| other.name == variant.name) {
            cx.error_at(&variant.ident, message::same_name(&variant.name));
        }
        read.push(variant);
    }
    Shape::Enum(match (&args.tag, &args.content) {
        _ if args.number.is_some() => Enum::Numbers(numbered(cx, read, discriminants)),
        (Some(tag), content) => {
            Enum::Tagged { tag: tag.value(), content: content.as_ref().map(LitStr::value), variants: read }
        }
        _ if args.untagged.is_some() => Enum::Untagged(read),
        _ => Enum::Strings(read),
    })
}

fn check_keys(cx: &Ctxt, args: &Args) {
    let keys = [
        (Key::Number, args.number.as_ref().map(Ident::span)),
        (Key::Untagged, args.untagged.as_ref().map(Ident::span)),
        (Key::Tag, args.tag.as_ref().map(LitStr::span)),
    ];
    let mut written = keys.into_iter().filter_map(|(key, span)| Some((key, span?)));
    if let (Some((first, _)), Some((second, span))) = (written.next(), written.next()) {
        cx.push(syn::Error::new(span, message::conflicting_keys(first, second)));
    }
    if let (None, Some(content)) = (&args.tag, &args.content) {
        cx.error_at(content, message::CONTENT_WITHOUT_TAG);
    }
    if let (Some(tag), Some(content)) = (&args.tag, &args.content)
        && tag.value() == content.value()
    {
        cx.error_at(content, message::same_name(&content.value()));
    }
    if let (Some(deny), None, None) = (&args.deny_unknown, &args.tag, &args.untagged) {
        cx.error_at(deny, message::DENY_UNKNOWN_WITHOUT_NAMES);
    }
}

fn variant(cx: &Ctxt, variant: syn::Variant, args: &Args, case: Case, needs_type: bool) -> Variant {
    let syn::Variant { attrs, ident, fields, .. } = variant;
    let keys = derived::args(cx, &attrs, Attr::JsVariant);
    let name = keys.rename.as_ref().map_or_else(|| case.variant(&ident), LitStr::value);
    let case = keys.rename_all.unwrap_or(Case::Camel);
    let data = data(cx, &ident, fields, args, (case, needs_type));
    Variant { docs: docs(&attrs), ident, name, data }
}

fn data(cx: &Ctxt, ident: &Ident, fields: Fields, args: &Args, (case, needs_type): (Case, bool)) -> Data {
    if matches!(fields, Fields::Unit) {
        return Data::Nothing;
    }
    if args.number.is_some() || args.tag.is_none() && args.untagged.is_none() {
        let message = if args.number.is_some() { message::DATA_OF_NUMBER } else { message::DATA_WITHOUT_TAG };
        cx.error_at(ident, message);
        return Data::Nothing;
    }
    match derived::fields(cx, fields, case, needs_type) {
        Shape::Object(fields) => {
            if let (Some(tag), None) = (&args.tag, &args.content) {
                for field in fields.iter().filter(|field| field.role.has_name() && field.name == tag.value()) {
                    cx.error_at(&field.ident, message::same_name(&field.name));
                }
            }
            if let Some(deny) = &args.deny_unknown
                && fields.iter().any(|field| matches!(field.role, Role::Flatten))
            {
                cx.error_at(deny, message::DENY_UNKNOWN_FLATTENED);
            }
            Data::Object(fields)
        }
        Shape::Tuple(types) => {
            if let (Some(_), None, [_, second, ..]) = (&args.tag, &args.content, &types[..]) {
                cx.error_at(second, message::TAG_OF_ARRAY);
            }
            Data::Tuple(types)
        }
        _ => Data::Nothing,
    }
}

fn numbered(cx: &Ctxt, variants: Vec<Variant>, discriminants: Vec<Option<Expr>>) -> Vec<(Variant, i64)> {
    let mut next = Some(0);
    let mut numbers = Vec::new();
    for (variant, discriminant) in variants.into_iter().zip(discriminants) {
        let number = match &discriminant {
            Some(written) => literal(written).or_else(|| {
                cx.error_at(written, message::DISCRIMINANT);
                None
            }),
            None => next,
        };
        next = number.and_then(|number: i64| number.checked_add(1));
        numbers.extend(number.map(|number| (variant, number)));
    }
    numbers
}

fn literal(written: &Expr) -> Option<i64> {
    match written {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => {
            number.base10_parse().ok().filter(|number: &i64| number.unsigned_abs() <= MAX_SAFE)
        }
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => literal(expr)?.checked_neg(),
        Expr::Group(group) => literal(&group.expr),
        Expr::Paren(paren) => literal(&paren.expr),
        _ => None,
    }
}
