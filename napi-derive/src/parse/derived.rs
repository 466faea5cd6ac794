//! The type under `#[derive(FromJs)]`, `#[derive(IntoJs)]` and `#[derive(TypeOf)]`, which all read the same attributes.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Fields, GenericParam, Generics, Item, LitStr, Meta, Path, Type};

use super::args::{Args, Default};
use super::enums::{self, Enum};
use super::key::{Attr, Key};
use super::written::{Docs, Written, docs};
use crate::ctxt::Ctxt;
use crate::message;
use crate::model::handle;
use crate::model::name::Case;

/// What is derived.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Traits {
    pub(crate) from_js: bool,
    pub(crate) into_js: bool,
    pub(crate) type_of: bool,
}

impl Traits {
    /// Those of `#[derive(Js)]`.
    pub(crate) const ALL: Traits = Traits { from_js: true, into_js: true, type_of: true };

    /// A type that is told to declaration files in words is read for its conversions only.
    fn convert(self) -> bool {
        self.from_js || self.into_js
    }
}

pub(crate) struct Derived {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
    /// What declaration files say instead of the shape.
    pub(crate) written: Written,
    /// Keys of an object that no field has are refused.
    pub(crate) deny_unknown: bool,
    /// `crate = path`
    pub(crate) root: Option<Path>,
}

pub(crate) enum Shape {
    /// An object, of fields with names.
    Object(Vec<Field>),
    /// Without names: as the one field is, or as an array.
    Tuple(Vec<Type>),
    Enum(Enum),
    /// What is wrong; the error is on its way.
    Unknown,
}

pub(crate) struct Field {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) written: Written,
    /// The name of the property.
    pub(crate) name: String,
    pub(crate) role: Role,
}

/// How a field is read and written.
pub(crate) enum Role {
    Plain,
    /// Something stands for it if it is absent.
    Default(Default),
    /// Always there; `None` is null.
    Nullable,
    /// Its properties are those of the object around it.
    Flatten,
    /// JavaScript never sees it.
    Skip(Option<Default>),
    /// By functions of the user's.
    With(Path),
}

/// Reads the type; what is wrong goes to `cx`.
pub(crate) fn parse(cx: &Ctxt, item: TokenStream, traits: Traits) -> Option<Derived> {
    let (mut attrs, ident, generics, body) = match cx.ok(syn::parse2::<Item>(item))? {
        Item::Struct(item) => (item.attrs, item.ident, item.generics, Body::Struct(item.fields)),
        Item::Enum(item) => (item.attrs, item.ident, item.generics, Body::Enum(item.variants.into_iter().collect())),
        Item::Union(item) => (item.attrs, item.ident, item.generics, Body::Union),
        // rustc lets a derive stand on nothing else.
        _ => return None,
    };
    let written = Written::take(cx, &mut attrs);
    let args = args(cx, &attrs, Attr::JsType);
    let is_written = written.first().is_some();
    if traits.type_of {
        check_written(cx, &written, &generics);
    }
    let shape = match body {
        _ if is_written && !traits.convert() => Shape::Object(Vec::new()),
        Body::Struct(fields) => structure(cx, fields, &args, traits, !is_written),
        Body::Enum(variants) => enums::parse(cx, variants, &args, &ident, traits.type_of && !is_written),
        Body::Union => {
            cx.error_at(&ident, message::UNION_WITHOUT_SHAPE);
            Shape::Unknown
        }
    };
    if let (true, Some(second)) = (traits.from_js, generics.lifetimes().nth(1)) {
        cx.error_at(&second.lifetime, message::SECOND_SCOPE);
    }
    let deny_unknown = args.deny_unknown.is_some();
    Some(Derived { docs: docs(&attrs), attrs, ident, generics, shape, written, deny_unknown, root: args.root })
}

enum Body {
    Struct(Fields),
    Enum(Vec<syn::Variant>),
    Union,
}

/// What a declaration cannot say.
fn check_written(cx: &Ctxt, written: &Written, generics: &Generics) {
    match written.first() {
        Some(text) if generics.type_params().next().is_some() => cx.error_at(text, message::GENERIC_TEXT),
        Some(text) if written.ts.is_none() => cx.error_at(text, message::ARKTS_ALONE),
        _ => {}
    }
    for param in &generics.params {
        if let GenericParam::Const(param) = param {
            cx.error_at(param, message::CONST_PARAMETER);
        }
    }
}

/// What the `#[js(..)]` among the attributes say, as if they were one.
pub(super) fn args(cx: &Ctxt, attrs: &[Attribute], place: Attr) -> Args {
    let mut written = TokenStream::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("js")) {
        match &attr.meta {
            Meta::List(list) => {
                let tokens = &list.tokens;
                let separator = (!written.is_empty()).then(|| quote!(,));
                written.extend(quote!(#separator #tokens));
            }
            _ => cx.error_at(attr, message::not_a_key(place)),
        }
    }
    Args::parse(cx, place, written)
}

fn structure(cx: &Ctxt, fields: Fields, args: &Args, traits: Traits, is_declared: bool) -> Shape {
    let keys = [(Key::Number, args.number.as_ref()), (Key::Untagged, args.untagged.as_ref())];
    for (key, written) in keys {
        if let Some(written) = written {
            cx.error_at(written, message::only_on_enum(key));
        }
    }
    for (key, written) in [(Key::Tag, &args.tag), (Key::Content, &args.content)] {
        if let Some(written) = written {
            cx.error_at(written, message::only_on_enum(key));
        }
    }
    let needs_type = traits.type_of && is_declared;
    let shape = self::fields(cx, fields, args.rename_all.unwrap_or(Case::Camel), needs_type);
    if let Some(deny) = &args.deny_unknown {
        match &shape {
            Shape::Object(fields) if fields.iter().any(|field| matches!(field.role, Role::Flatten)) => {
                cx.error_at(deny, message::DENY_UNKNOWN_FLATTENED);
            }
            Shape::Object(_) | Shape::Unknown => {}
            _ => cx.error_at(deny, message::DENY_UNKNOWN_WITHOUT_NAMES),
        }
    }
    shape
}

/// The fields of a struct, or of a variant.
pub(super) fn fields(cx: &Ctxt, fields: Fields, case: Case, needs_type: bool) -> Shape {
    let mut named: Vec<Field> = Vec::new();
    let mut types = Vec::new();
    for mut field in fields {
        let written = Written::take(cx, &mut field.attrs);
        match field.ident {
            Some(ident) => {
                let keys = args(cx, &field.attrs, Attr::JsField);
                let name = keys.rename.as_ref().map_or_else(|| case.field(&ident), LitStr::value);
                let role = role(cx, keys);
                if let (Role::With(with), true, None) = (&role, needs_type, &written.ts) {
                    cx.error_at(with, message::WITH_WITHOUT_TYPE);
                }
                if matches!(role, Role::Flatten) && handle::named(&field.ty, "Option").is_some() {
                    cx.error_at(&field.ty, message::FLATTENED_OPTION);
                }
                if role.has_name() && named.iter().any(|other| other.role.has_name() && other.name == name) {
                    cx.error_at(&ident, message::same_name(&name));
                }
                named.push(Field { docs: docs(&field.attrs), ident, ty: field.ty, written, name, role });
            }
            None => {
                if let Some(text) = written.first() {
                    cx.error_at(text, message::WRITTEN_TYPE_WITHOUT_NAME);
                }
                if let Some(attr) = field.attrs.iter().find(|attr| attr.path().is_ident("js")) {
                    cx.error_at(attr, message::KEYS_WITHOUT_NAME);
                }
                types.push(field.ty);
            }
        }
    }
    match types.get(8) {
        Some(ninth) => {
            cx.error_at(ninth, message::TOO_MANY_ELEMENTS);
            Shape::Unknown
        }
        None if types.is_empty() => Shape::Object(named),
        None => Shape::Tuple(types),
    }
}

fn role(cx: &Ctxt, args: Args) -> Role {
    let Args { rename, default, nullable, flatten, skip, with, .. } = args;
    let keys = [
        (Key::Skip, skip.as_ref()),
        (Key::Flatten, flatten.as_ref()),
        (Key::Nullable, nullable.as_ref()),
        (Key::With, with.as_ref().and_then(|path| path.segments.last()).map(|segment| &segment.ident)),
        // What is skipped has to come from somewhere.
        (Key::Default, default.as_ref().map(|default| &default.key).filter(|_| skip.is_none())),
    ];
    let written: Vec<_> = keys.into_iter().filter_map(|(key, ident)| Some((key, ident?))).collect();
    let first = written.first().map(|&(key, _)| key);
    if let Some(first) = first {
        for &(second, ident) in &written[1..] {
            cx.error_at(ident, message::conflicting_keys(first, second));
        }
        if let (Key::Skip | Key::Flatten, Some(rename)) = (first, rename) {
            cx.error_at(rename, message::conflicting_keys(first, Key::Rename));
        }
    }
    match (first, default, with) {
        (Some(Key::Skip), default, _) => Role::Skip(default),
        (Some(Key::Flatten), ..) => Role::Flatten,
        (Some(Key::Nullable), ..) => Role::Nullable,
        (_, _, Some(with)) => Role::With(with),
        (_, Some(default), _) => Role::Default(default),
        _ => Role::Plain,
    }
}

impl Role {
    /// Whether JavaScript sees the field at all.
    pub(crate) fn is_converted(&self) -> bool {
        !matches!(self, Role::Skip(_))
    }

    /// Whether the field is a property of its own.
    pub(crate) fn has_name(&self) -> bool {
        !matches!(self, Role::Flatten | Role::Skip(_))
    }
}
