//! The struct or enum under `#[export]`: a class.

use std::iter;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::{Attribute, Fields, Generics, Index, Item, ItemEnum, LitStr, Member, Meta, Type};

use super::args::Args;
use super::cfg;
use super::key::Attr;
use super::written::{Docs, Written, docs};
use crate::ctxt::Ctxt;
use crate::message;

/// A class, and what becomes of its type.
pub(crate) struct Class {
    /// The type as it was written, without the attributes on its fields.
    pub(crate) item: TokenStream,
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// Those that JavaScript sees.
    pub(crate) fields: Vec<Field>,
    /// The field that is what it extends.
    pub(crate) base: Option<Member>,
}

/// A field that is a property.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) args: Rc<Args>,
    /// Whether it exists depends on a `#[cfg]`.
    pub(crate) is_conditional: bool,
    /// The attributes that its accessors need too.
    pub(crate) inherited: Vec<TokenStream>,
    pub(crate) docs: Docs,
    pub(crate) written: Written,
    pub(crate) member: Member,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
}

/// Reads the type; what is wrong goes to `cx`.
pub(crate) fn parse(cx: &Ctxt, args: &Args, tokens: TokenStream) -> Option<Class> {
    let mut item = cx.ok(syn::parse2::<Item>(tokens))?;
    let fields = match &mut item {
        Item::Struct(item) => self::fields(cx, &mut item.fields),
        Item::Enum(item) => {
            no_members(cx, item);
            Vec::new()
        }
        _ => Vec::new(),
    };
    let (attrs, ident, generics, all) = match &item {
        Item::Struct(item) => (item.attrs.clone(), item.ident.clone(), item.generics.clone(), Some(&item.fields)),
        Item::Enum(item) => (item.attrs.clone(), item.ident.clone(), item.generics.clone(), None),
        _ => return None,
    };
    let base = args.extends.as_ref().and_then(|base| base_field(cx, base, all));
    let docs = docs(&attrs);
    Some(Class { item: item.to_token_stream(), attrs, docs, ident, generics, fields, base })
}

/// Takes the attributes off the variants and their fields, where they are wrong.
fn no_members(cx: &Ctxt, item: &mut ItemEnum) {
    for variant in &mut item.variants {
        let of_fields = variant.fields.iter_mut().map(|field| &mut field.attrs);
        for attrs in iter::once(&mut variant.attrs).chain(of_fields) {
            for attr in attrs.extract_if(.., |attr| attr.path().is_ident("export")) {
                cx.error_at(attr, message::MEMBER_OF_VARIANT);
            }
        }
    }
}

/// Takes the attributes off the fields.
fn fields(cx: &Ctxt, fields: &mut Fields) -> Vec<Field> {
    let mut exported = Vec::new();
    for (index, field) in fields.iter_mut().enumerate() {
        let taken: Vec<_> = field.attrs.extract_if(.., |attr| attr.path().is_ident("export")).collect();
        let Some(attr) = taken.first() else { continue };
        if let Some(again) = taken.get(1) {
            cx.error_at(again, message::SECOND_ATTRIBUTE);
        }
        let args = Args::parse(cx, Attr::ExportField, arguments(attr));
        let written = Written::take(cx, &mut field.attrs);
        let (docs, inherited) = (docs(&field.attrs), cfg::inherited(&field.attrs));
        let is_conditional = cfg::is_conditional(&field.attrs);
        let ty = field.ty.clone();
        let (member, ident) = match &field.ident {
            Some(ident) => (Member::Named(ident.clone()), ident.clone()),
            None => {
                if args.name.is_none() {
                    cx.error_at(attr, message::NAMELESS_FIELD);
                }
                (Member::Unnamed(Index::from(index)), Ident::new("_0", attr.path().segments[0].ident.span()))
            }
        };
        exported.push(Field { args: Rc::new(args), is_conditional, inherited, docs, written, member, ident, ty });
    }
    exported
}

/// The first field of the type that the class extends.
fn base_field(cx: &Ctxt, base: &Type, fields: Option<&Fields>) -> Option<Member> {
    let written = base.to_token_stream().to_string();
    let found =
        fields.into_iter().flatten().enumerate().find(|(_, field)| field.ty.to_token_stream().to_string() == written);
    let Some((index, field)) = found else {
        cx.error_at(base, message::no_base_field(&written));
        return None;
    };
    Some(field.ident.clone().map_or_else(|| Member::Unnamed(Index::from(index)), Member::Named))
}

/// What stands between the parentheses.
pub(super) fn arguments(attr: &Attribute) -> TokenStream {
    match &attr.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    }
}

/// The name of a property.
pub(crate) fn js_name(written: Option<&LitStr>, ident: &Ident, default: impl FnOnce(&Ident) -> String) -> LitStr {
    written.cloned().unwrap_or_else(|| LitStr::new(&default(ident), proc_macro2::Span::mixed_site()))
}
