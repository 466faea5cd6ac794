//! The type under `#[derive(JsError)]`.

use proc_macro2::{Ident, TokenStream};
use syn::meta::ParseNestedMeta;
use syn::spanned::Spanned as _;
use syn::{Attribute, Fields, Item, LitStr, Member, Path, Type};

use super::written::{Docs, Written, docs};
use crate::ctxt::Ctxt;
use crate::message;
use crate::model::name;

/// The classes of the language that a class of errors can extend.
const LANGUAGE: [&str; 7] =
    ["Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"];

pub(crate) struct JsError {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    pub(crate) is_enum: bool,
    /// The first is that of the type.
    pub(crate) classes: Vec<Class>,
    /// What there is, in the order of the source: the struct, or the variants.
    pub(crate) shapes: Vec<Shape>,
    /// `crate = path`
    pub(crate) root: Option<Path>,
}

/// A class in JavaScript.
pub(crate) struct Class {
    pub(crate) docs: Docs,
    pub(crate) name: LitStr,
    pub(crate) extends: LitStr,
    /// Whether it extends the class of the type.
    pub(crate) is_inner: bool,
    /// The struct, or the variant.
    pub(crate) ident: Ident,
}

/// A struct, or a variant of an enum.
pub(crate) struct Shape {
    pub(crate) ident: Ident,
    /// The place of its class.
    pub(crate) class: usize,
    pub(crate) code: Option<LitStr>,
    pub(crate) fields: Vec<Field>,
}

/// A field that JavaScript sees.
pub(crate) struct Field {
    pub(crate) docs: Docs,
    pub(crate) member: Member,
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) written: Written,
}

/// The keys of `#[js(..)]`.
#[derive(Default)]
struct Keys {
    class: Option<LitStr>,
    extends: Option<LitStr>,
    code: Option<LitStr>,
    root: Option<Path>,
    /// `field`, and the name after it.
    field: Option<Option<LitStr>>,
}

/// Reads the type; what is wrong goes to `cx`.
pub(crate) fn parse(cx: &Ctxt, item: TokenStream) -> Option<JsError> {
    match cx.ok(syn::parse2::<Item>(item))? {
        Item::Struct(item) => {
            no_parameters(cx, &item.generics);
            let keys = Keys::take(cx, &item.attrs, &["class", "extends", "code", "crate"]);
            let class = Class::of_type(cx, &item.ident, &item.attrs, &keys);
            let shape = Shape { ident: item.ident.clone(), class: 0, code: keys.code, fields: fields(cx, item.fields) };
            Some(JsError {
                attrs: item.attrs,
                ident: item.ident,
                is_enum: false,
                classes: vec![class],
                shapes: vec![shape],
                root: keys.root,
            })
        }
        Item::Enum(item) => {
            no_parameters(cx, &item.generics);
            let keys = Keys::take(cx, &item.attrs, &["class", "extends", "code", "crate"]);
            let mut classes = vec![Class::of_type(cx, &item.ident, &item.attrs, &keys)];
            let variants = item.variants.into_iter();
            let shapes = variants.map(|variant| self::variant(cx, variant, &keys, &mut classes)).collect();
            Some(JsError { attrs: item.attrs, ident: item.ident, is_enum: true, classes, shapes, root: keys.root })
        }
        Item::Union(item) => {
            cx.error_at(&item.ident, message::UNION_ERROR);
            None
        }
        // rustc lets a derive stand on nothing else.
        _ => None,
    }
}

fn no_parameters(cx: &Ctxt, generics: &syn::Generics) {
    if let Some(param) = generics.params.first() {
        cx.error_at(param, message::GENERIC_ERROR);
    }
}

/// A variant, whose class is its own or that of the enum; without a code it has that of the enum.
fn variant(cx: &Ctxt, variant: syn::Variant, of_enum: &Keys, classes: &mut Vec<Class>) -> Shape {
    let keys = Keys::take(cx, &variant.attrs, &["class", "extends", "code"]);
    let class = match &keys.class {
        Some(name) => {
            checked_name(cx, name);
            let is_inner = keys.extends.is_none();
            let extends = keys.extends.as_ref().map_or_else(|| classes[0].name.clone(), |base| checked_base(cx, base));
            let docs = docs(&variant.attrs);
            classes.push(Class { docs, name: name.clone(), extends, is_inner, ident: variant.ident.clone() });
            classes.len() - 1
        }
        None => {
            if let Some(extends) = &keys.extends {
                cx.error_at(extends, message::EXTENDS_WITHOUT_CLASS);
            }
            0
        }
    };
    let code = keys.code.or_else(|| of_enum.code.clone());
    Shape { ident: variant.ident, class, code, fields: fields(cx, variant.fields) }
}

impl Class {
    fn of_type(cx: &Ctxt, ident: &Ident, attrs: &[Attribute], keys: &Keys) -> Self {
        let name = keys.class.clone().unwrap_or_else(|| LitStr::new(&name::plain(ident), ident.span()));
        checked_name(cx, &name);
        let extends = keys.extends.as_ref().map(|base| checked_base(cx, base));
        let extends = extends.unwrap_or_else(|| LitStr::new("Error", ident.span()));
        Self { docs: docs(attrs), name, extends, is_inner: false, ident: ident.clone() }
    }
}

fn checked_name(cx: &Ctxt, name: &LitStr) {
    let text = name.value();
    let is_name = syn::parse_str::<Ident>(&text).is_ok() && !LANGUAGE.contains(&&*text);
    if !is_name {
        cx.error_at(name, message::CLASS_NAME);
    }
}

fn checked_base(cx: &Ctxt, base: &LitStr) -> LitStr {
    if !LANGUAGE.contains(&&*base.value()) {
        cx.error_at(base, message::extends_what(&LANGUAGE));
    }
    base.clone()
}

/// The fields under `#[js(field)]`.
fn fields(cx: &Ctxt, fields: Fields) -> Vec<Field> {
    let mut seen: Vec<Field> = Vec::new();
    for (index, mut field) in fields.into_iter().enumerate() {
        let written = Written::take(cx, &mut field.attrs);
        let Some(key) = Keys::take(cx, &field.attrs, &["field"]).field else {
            if let Some(text) = written.first() {
                cx.error_at(text, message::WRITTEN_TYPE_OF_HIDDEN_FIELD);
            }
            continue;
        };
        let member = match &field.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(syn::Index { index: index as u32, span: field.ty.span() }),
        };
        let name = match (key, &field.ident) {
            (Some(name), _) => name.value(),
            (None, Some(ident)) => name::camel_case(ident),
            (None, None) => {
                cx.error_at(&field.ty, message::FIELD_WITHOUT_NAME);
                continue;
            }
        };
        if ["code", "cause", "message", "name", "stack"].contains(&&*name) {
            cx.error_at(&field.ty, message::field_of_every_error(&name));
        } else if seen.iter().any(|other| other.name == name) {
            cx.error_at(&field.ty, message::duplicate_field(&name));
        }
        seen.push(Field { docs: docs(&field.attrs), member, name, ty: field.ty, written });
    }
    seen
}

impl Keys {
    /// Reads every `#[js(..)]` among `attrs`, which may have the keys of `allowed`.
    fn take(cx: &Ctxt, attrs: &[Attribute], allowed: &[&str]) -> Self {
        let mut keys = Self::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("js")) {
            let read = attr.parse_nested_meta(|meta| {
                let Some(key) = allowed.iter().find(|key| meta.path.is_ident(key)) else {
                    return Err(meta.error(message::js_error_keys(allowed)));
                };
                keys.read(key, &meta)
            });
            cx.ok(read);
        }
        keys
    }

    fn read(&mut self, key: &str, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let slot = match key {
            "crate" => {
                self.root = Some(Path::parse_mod_style(meta.value()?)?);
                return Ok(());
            }
            "field" if self.field.is_some() => return Err(meta.error(message::written_twice(key))),
            "field" => {
                let has_name = meta.input.peek(syn::Token![=]);
                self.field = Some(if has_name { Some(meta.value()?.parse()?) } else { None });
                return Ok(());
            }
            "class" => &mut self.class,
            "extends" => &mut self.extends,
            _ => &mut self.code,
        };
        match slot.replace(meta.value()?.parse()?) {
            Some(_) => Err(meta.error(message::written_twice(key))),
            None => Ok(()),
        }
    }
}
