//! What a user writes for declaration files instead of a type: `#[ts = ".."]` and `#[arkts = ".."]` on parameters and fields.

use syn::{Attribute, Expr, ExprLit, FnArg, Lit, LitStr, Meta, Signature};

use crate::ctxt::Ctxt;
use crate::message;

/// What is written instead of a type, in TypeScript and in ArkTS.
#[derive(Clone, Default)]
pub(crate) struct Written {
    pub(crate) ts: Option<LitStr>,
    pub(crate) arkts: Option<LitStr>,
}

impl Written {
    /// Any of them.
    pub(crate) fn first(&self) -> Option<&LitStr> {
        self.ts.as_ref().or(self.arkts.as_ref())
    }

    /// Takes the attributes of a parameter, a field or a type off `attrs`.
    pub(crate) fn take(cx: &Ctxt, attrs: &mut Vec<Attribute>) -> Self {
        let mut written = Self::default();
        for attr in attrs.extract_if(.., |attr| attr.path().is_ident("ts") || attr.path().is_ident("arkts")) {
            let (slot, name) =
                if attr.path().is_ident("ts") { (&mut written.ts, "ts") } else { (&mut written.arkts, "arkts") };
            match text(&attr) {
                Some(_) if slot.is_some() => cx.error_at(&attr, message::duplicate_type(name)),
                Some(text) => *slot = Some(text),
                None => cx.error_at(&attr, message::no_type_text(name)),
            }
        }
        written
    }
}

/// Takes the attributes off the parameters: one entry per parameter, in order.
pub(crate) fn take(cx: &Ctxt, sig: &mut Signature) -> Vec<Written> {
    let attributes = sig.inputs.iter_mut().map(|input| match input {
        FnArg::Receiver(receiver) => &mut receiver.attrs,
        FnArg::Typed(typed) => &mut typed.attrs,
    });
    attributes.map(|attrs| Written::take(cx, attrs)).collect()
}

/// The text in `#[ts = "text"]`, if there is one.
fn text(attr: &Attribute) -> Option<LitStr> {
    let Meta::NameValue(meta) = &attr.meta else { return None };
    match &meta.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if !text.value().trim().is_empty() => Some(text.clone()),
        _ => None,
    }
}

/// The documentation of an item.
#[derive(Clone)]
pub(crate) enum Docs {
    /// Doc comments, without the indentation that they share.
    Text(String),
    /// Lines of which some are known to the compiler only, such as `#[doc = include_str!("..")]`.
    Computed(Vec<Expr>),
}

/// The documentation in these attributes.
pub(crate) fn docs(attrs: &[Attribute]) -> Docs {
    let values = attrs.iter().filter(|attr| attr.path().is_ident("doc")).filter_map(|attr| match &attr.meta {
        Meta::NameValue(meta) => Some(&meta.value),
        _ => None,
    });
    let literal = |value: &Expr| match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    };
    let values: Vec<&Expr> = values.collect();
    match values.iter().map(|value| literal(value)).collect::<Option<Vec<_>>>() {
        Some(texts) => Docs::Text(unindented(&texts)),
        None => Docs::Computed(
            values
                .iter()
                .map(|value| match literal(value) {
                    Some(text) => {
                        let text = text.strip_prefix(' ').unwrap_or(&text);
                        syn::parse_quote!(#text)
                    }
                    None => (*value).clone(),
                })
                .collect(),
        ),
    }
}

fn unindented(texts: &[String]) -> String {
    let lines: Vec<String> = texts.iter().flat_map(|text| lines(text)).collect();
    let indentation = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let shared = lines.iter().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    let lines = lines.iter().map(|line| line.get(shared..).unwrap_or_default().trim_end());
    lines.collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

/// The lines of a doc comment. Those of `/** .. */` may begin with stars; of others a star is the text's own.
fn lines(text: &str) -> Vec<String> {
    if text.contains('\n') { text.split('\n').map(without_star).collect() } else { vec![text.to_owned()] }
}

/// A line of `/** .. */`, whose star is decoration.
fn without_star(line: &str) -> String {
    match line.trim_start().strip_prefix("* ") {
        Some(rest) if line.starts_with([' ', '\t']) && line.trim_start() != line => format!(" {rest}"),
        _ if line.trim() == "*" => String::new(),
        _ => line.to_owned(),
    }
}
