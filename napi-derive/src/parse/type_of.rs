//! The type under `#[derive(TypeOf)]`.

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Fields, GenericParam, Generics, Item, Path, Token, Type};

use super::written::{Docs, Written, docs};
use crate::ctxt::Ctxt;
use crate::message;

pub(crate) struct TypeOf {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
    /// `crate = path`
    pub(crate) root: Option<Path>,
}

pub(crate) enum Shape {
    /// As it is written.
    Written(Written),
    Object(Vec<Field>),
    /// Without names: as the one field is, or as a tuple.
    Tuple(Vec<Type>),
    /// What is wrong; the error is on its way.
    Unknown,
}

pub(crate) struct Field {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) written: Written,
}

/// Reads the type; what is wrong goes to `cx`.
pub(crate) fn parse(cx: &Ctxt, item: TokenStream) -> Option<TypeOf> {
    let item = cx.ok(syn::parse2::<Item>(item))?;
    let (mut attrs, ident, generics, fields) = match item {
        Item::Struct(item) => (item.attrs, item.ident, item.generics, Ok(item.fields)),
        Item::Enum(item) => (item.attrs, item.ident, item.generics, Err(message::ENUM_WITHOUT_TYPE)),
        Item::Union(item) => (item.attrs, item.ident, item.generics, Err(message::UNION_WITHOUT_TYPE)),
        // rustc lets a derive stand on nothing else.
        _ => return None,
    };
    let written = Written::take(cx, &mut attrs);
    let shape = match (written.first(), fields) {
        (Some(text), _) if generics.type_params().next().is_some() => {
            cx.error_at(text, message::GENERIC_TEXT);
            Shape::Unknown
        }
        (Some(text), _) if written.ts.is_none() => {
            cx.error_at(text, message::ARKTS_ALONE);
            Shape::Unknown
        }
        (Some(_), _) => Shape::Written(written),
        (None, Ok(fields)) => shape(cx, fields),
        (None, Err(message)) => {
            cx.error_at(&ident, message);
            Shape::Unknown
        }
    };
    for param in &generics.params {
        if let GenericParam::Const(param) = param {
            cx.error_at(param, message::CONST_PARAMETER);
        }
    }
    let root = root(cx, &attrs);
    Some(TypeOf { docs: docs(&attrs), attrs, ident, generics, shape, root })
}

fn shape(cx: &Ctxt, fields: Fields) -> Shape {
    let mut objects = Vec::new();
    let mut types = Vec::new();
    for mut field in fields {
        let written = Written::take(cx, &mut field.attrs);
        match field.ident {
            Some(ident) => objects.push(Field { docs: docs(&field.attrs), ident, ty: field.ty, written }),
            None => {
                if let Some(text) = written.first() {
                    cx.error_at(text, message::WRITTEN_TYPE_WITHOUT_NAME);
                }
                types.push(field.ty);
            }
        }
    }
    if types.is_empty() { Shape::Object(objects) } else { Shape::Tuple(types) }
}

/// The path in `#[type_of(crate = path)]`.
fn root(cx: &Ctxt, attrs: &[Attribute]) -> Option<Path> {
    let mut root = None;
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("type_of")) {
        let parsed = attr.parse_args_with(|input: syn::parse::ParseStream<'_>| {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            Path::parse_mod_style(input)
        });
        match parsed {
            Ok(path) => root = Some(path),
            Err(_) => cx.error_at(attr, message::TYPE_OF_KEYS),
        }
    }
    root
}
