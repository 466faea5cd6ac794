//! The arguments of an attribute: `#[export(name = "add", overload)]`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, LitBool, LitStr, Path, Token, Type, bracketed};

use super::key::{Attr, Key};
use super::split_commas;
use super::written::Written as WrittenType;
use crate::ctxt::Ctxt;
use crate::message;
use crate::model::name::{self, Case};

/// What an attribute says. Keys that are flags in effect hold their token, for errors to point at.
#[derive(core::default::Default)]
pub(crate) struct Args {
    pub(crate) name: Option<LitStr>,
    pub(crate) namespace: Option<LitStr>,
    /// `scope = "host"`
    pub(crate) host_scope: Option<Ident>,
    pub(crate) overload: Option<Ident>,
    /// `register = "constructor"`
    pub(crate) constructor: Option<Ident>,
    /// `crate = path`
    pub(crate) root: Option<Path>,
    pub(crate) weak: Option<Ident>,
    /// `bound = 100`
    pub(crate) bound: Option<Expr>,
    /// `ts = ".."` and `arkts = ".."`, for the item.
    pub(crate) written: WrittenType,
    /// `ts_return = ".."` and `arkts_return = ".."`
    pub(crate) returned: WrittenType,
    pub(crate) keeps_references: Option<Ident>,
    /// `rename = ".."`
    pub(crate) rename: Option<LitStr>,
    /// `rename_all = "camelCase"`
    pub(crate) rename_all: Option<Case>,
    pub(crate) deny_unknown: Option<Ident>,
    pub(crate) number: Option<Ident>,
    /// `tag = ".."`
    pub(crate) tag: Option<LitStr>,
    /// `content = ".."`
    pub(crate) content: Option<LitStr>,
    pub(crate) untagged: Option<Ident>,
    /// `default`, or `default = 1`
    pub(crate) default: Option<Default>,
    pub(crate) nullable: Option<Ident>,
    pub(crate) flatten: Option<Ident>,
    pub(crate) skip: Option<Ident>,
    /// `with = path`
    pub(crate) with: Option<Path>,
    /// `extends = path`
    pub(crate) extends: Option<Type>,
    pub(crate) clone: Option<Ident>,
    /// `finalize = path`
    pub(crate) finalize: Option<Path>,
    /// `external_bytes = path`
    pub(crate) external_bytes: Option<Path>,
    /// `instances = [Name = Type, Type]`
    pub(crate) instances: Vec<Instance>,
    pub(crate) new: Option<Ident>,
    pub(crate) method: Option<Ident>,
    pub(crate) getter: Option<Ident>,
    pub(crate) setter: Option<Ident>,
    /// `symbol = "iterator"`
    pub(crate) symbol: Option<LitStr>,
    pub(crate) readonly: Option<Ident>,
    pub(crate) enumerable: Option<Ident>,
    /// `configurable = false`
    pub(crate) fixed: Option<Ident>,
}

/// One class of a generic type.
pub(crate) struct Instance {
    /// Its name in JavaScript.
    pub(crate) name: Option<Ident>,
    pub(crate) ty: Type,
}

impl Parse for Instance {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = if input.peek2(Token![=]) { Some(input.parse()?) } else { None };
        if name.is_some() {
            input.parse::<Token![=]>()?;
        }
        Ok(Instance { name, ty: input.parse()? })
    }
}

/// What stands for a field that is left out.
pub(crate) struct Default {
    pub(crate) key: Ident,
    /// Of its type, if nothing is written.
    pub(crate) value: Option<Expr>,
}

impl Args {
    /// Reads what can be read; mistakes go to `cx`, each at the smallest token that is wrong.
    pub(crate) fn parse(cx: &Ctxt, attr: Attr, tokens: TokenStream) -> Args {
        let mut args = <Args as core::default::Default>::default();
        let mut seen = Vec::new();
        for part in parts(tokens) {
            let Some(written) = Written::parse(cx, attr, part) else {
                continue;
            };
            let Some(key) = written.known(cx, attr) else {
                continue;
            };
            if seen.contains(&key) {
                cx.error_at(&written.key, message::duplicate_key(key));
                continue;
            }
            seen.push(key);
            args.set(cx, key, written);
        }
        args
    }

    fn set(&mut self, cx: &Ctxt, key: Key, written: Written) {
        match key {
            Key::Name => self.name = written.text(cx, key),
            Key::Namespace => self.namespace = written.text(cx, key),
            Key::Scope => self.host_scope = written.choice(cx, key, "host"),
            Key::Register => self.constructor = written.choice(cx, key, "constructor"),
            Key::Overload => self.overload = written.flag(cx, key),
            Key::Crate => self.root = written.path(cx, key),
            Key::Weak => self.weak = written.flag(cx, key),
            Key::Bound => self.bound = written.number(cx, key),
            Key::Ts => self.written.ts = written.text(cx, key),
            Key::Arkts => self.written.arkts = written.text(cx, key),
            Key::TsReturn => self.returned.ts = written.text(cx, key),
            Key::ArktsReturn => self.returned.arkts = written.text(cx, key),
            Key::KeepsReferences => self.keeps_references = written.flag(cx, key),
            Key::Rename => self.rename = written.name(cx, key),
            Key::RenameAll => self.rename_all = written.case(cx, key),
            Key::DenyUnknown => self.deny_unknown = written.flag(cx, key),
            Key::Number => self.number = written.flag(cx, key),
            Key::Tag => self.tag = written.name(cx, key),
            Key::Content => self.content = written.name(cx, key),
            Key::Untagged => self.untagged = written.flag(cx, key),
            Key::Default => self.default = written.default(cx, key),
            Key::Nullable => self.nullable = written.flag(cx, key),
            Key::Flatten => self.flatten = written.flag(cx, key),
            Key::Skip => self.skip = written.flag(cx, key),
            Key::With => self.with = written.path(cx, key),
            Key::Extends => self.extends = written.parsed(cx, key),
            Key::Clone => self.clone = written.flag(cx, key),
            Key::Finalize => self.finalize = written.path(cx, key),
            Key::ExternalBytes => self.external_bytes = written.path(cx, key),
            Key::Instances => self.instances = written.instances(cx, key),
            Key::Constructor => self.new = written.flag(cx, key),
            Key::Method => self.method = written.flag(cx, key),
            Key::Getter => self.getter = written.flag(cx, key),
            Key::Setter => self.setter = written.flag(cx, key),
            Key::Symbol => self.symbol = written.symbol(cx, key),
            Key::Readonly => self.readonly = written.flag(cx, key),
            Key::Enumerable => self.enumerable = written.flag(cx, key),
            Key::Configurable => self.fixed = written.no(cx, key),
        }
    }
}

/// One argument as it stands: `key` or `key = value`.
struct Written {
    key: Ident,
    value: Option<TokenStream>,
}

impl Written {
    fn parse(cx: &Ctxt, attr: Attr, part: TokenStream) -> Option<Written> {
        // `#[export("add")]` is what users of other crates write first.
        if let (Some(_), Ok(literal)) = (Key::find(attr, "name"), syn::parse2::<LitStr>(part.clone())) {
            cx.error_at(&literal, message::bare_string(attr, &literal.value()));
            return None;
        }
        let written = Self::key_and_value.parse2(part.clone());
        if written.is_err() {
            let (key, rest) = split_first(part);
            let known = key.and_then(|key| Key::find(attr, &key.to_string()));
            cx.error_at(rest, known.map_or_else(|| message::not_a_key(attr), message::wrong_shape));
        }
        written.ok()
    }

    fn key_and_value(input: ParseStream<'_>) -> syn::Result<Written> {
        let key = input.call(Ident::parse_any)?;
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Written { key, value })
    }

    fn known(&self, cx: &Ctxt, attr: Attr) -> Option<Key> {
        let text = self.key.to_string();
        let key = Key::find(attr, &text);
        if key.is_none() {
            let owner = Attr::ALL.into_iter().find(|&other| Key::find(other, &text).is_some());
            let message = match owner {
                Some(owner) => message::misplaced_key(attr, &text, owner),
                None => message::unknown_key(attr, &text, Key::closest(attr, &text)),
            };
            cx.error_at(&self.key, message);
        }
        key
    }

    fn value(&self, cx: &Ctxt, key: Key) -> Option<&TokenStream> {
        let value = self.value.as_ref().filter(|value| !value.is_empty());
        if value.is_none() {
            cx.error_at(&self.key, message::missing_value(key));
        }
        value
    }

    /// `key = "text"`, where dotted text has no empty part.
    fn text(&self, cx: &Ctxt, key: Key) -> Option<LitStr> {
        let value = self.value(cx, key)?;
        let Ok(text) = syn::parse2::<LitStr>(value.clone()) else {
            cx.error_at(value, message::wrong_value(key));
            return None;
        };
        let holds_parts = key == Key::Namespace;
        if text.value().is_empty() || holds_parts && text.value().split('.').any(str::is_empty) {
            cx.error_at(&text, message::empty_text(key));
            return None;
        }
        Some(text)
    }

    /// `key = "name"`, where the name is one that hosts take: without a zero byte.
    fn name(&self, cx: &Ctxt, key: Key) -> Option<LitStr> {
        let value = self.value(cx, key)?;
        match syn::parse2::<LitStr>(value.clone()) {
            Ok(text) if text.value().contains('\0') => cx.error_at(&text, message::NAME_WITH_ZERO),
            Ok(text) => return Some(text),
            Err(_) => cx.error_at(value, message::wrong_value(key)),
        }
        None
    }

    /// `key = "iterator"`
    fn symbol(&self, cx: &Ctxt, key: Key) -> Option<LitStr> {
        let text = self.text(cx, key)?;
        let value = text.value();
        if name::SYMBOLS.contains(&value.as_str()) {
            return Some(text);
        }
        cx.error_at(&text, message::unknown_symbol(&value, name::closest_symbol(&value)));
        None
    }

    /// `key = "camelCase"`
    fn case(&self, cx: &Ctxt, key: Key) -> Option<Case> {
        let value = self.value(cx, key)?;
        let case = syn::parse2::<LitStr>(value.clone()).ok().and_then(|text| Case::find(&text.value()));
        if case.is_none() {
            cx.error_at(value, message::wrong_value(key));
        }
        case
    }

    /// `key`, or `key = expression`
    fn default(self, cx: &Ctxt, key: Key) -> Option<Default> {
        let value = match &self.value {
            Some(value) => match syn::parse2::<Expr>(value.clone()) {
                Ok(value) => Some(value),
                Err(_) if value.is_empty() => {
                    cx.error_at(&self.key, message::missing_value(key));
                    return None;
                }
                Err(error) => {
                    cx.push(error);
                    return None;
                }
            },
            None => None,
        };
        Some(Default { key: self.key, value })
    }

    /// `key = "only"`
    fn choice(self, cx: &Ctxt, key: Key, only: &str) -> Option<Ident> {
        let value = self.value(cx, key)?;
        if syn::parse2::<LitStr>(value.clone()).is_ok_and(|text| text.value() == only) {
            return Some(self.key);
        }
        cx.error_at(value, message::wrong_value(key));
        None
    }

    /// `key = false`
    fn no(self, cx: &Ctxt, key: Key) -> Option<Ident> {
        let value = self.value(cx, key)?;
        if syn::parse2::<LitBool>(value.clone()).is_ok_and(|value| !value.value) {
            return Some(self.key);
        }
        cx.error_at(value, message::wrong_value(key));
        None
    }

    /// `key = Type`
    fn parsed<T: Parse>(&self, cx: &Ctxt, key: Key) -> Option<T> {
        let value = self.value(cx, key)?;
        let parsed = syn::parse2(value.clone());
        if parsed.is_err() {
            cx.error_at(value, message::wrong_value(key));
        }
        parsed.ok()
    }

    /// `key = [Name = Type, Type]`
    fn instances(&self, cx: &Ctxt, key: Key) -> Vec<Instance> {
        let list = |input: ParseStream<'_>| {
            let inside;
            bracketed!(inside in input);
            Ok(Punctuated::<Instance, Token![,]>::parse_terminated(&inside)?.into_iter().collect())
        };
        let Some(value) = self.value(cx, key) else { return Vec::new() };
        list.parse2(value.clone()).unwrap_or_else(|_| {
            cx.error_at(value, message::wrong_value(key));
            Vec::new()
        })
    }

    /// `key`
    fn flag(self, cx: &Ctxt, key: Key) -> Option<Ident> {
        if let Some(value) = &self.value {
            cx.error_at(value, message::unexpected_value(key));
            return None;
        }
        Some(self.key)
    }

    /// `key = some::path`
    fn path(&self, cx: &Ctxt, key: Key) -> Option<Path> {
        let value = self.value(cx, key)?;
        let path = Path::parse_mod_style.parse2(value.clone());
        if path.is_err() {
            cx.error_at(value, message::wrong_value(key));
        }
        path.ok()
    }

    /// `key = N`, where a number that stands there is not 0.
    fn number(&self, cx: &Ctxt, key: Key) -> Option<Expr> {
        let value = self.value(cx, key)?;
        let is_wrong = |expr: &Expr| match expr {
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_digits() == "0",
            Expr::Lit(_) => true,
            _ => false,
        };
        let number = syn::parse2::<Expr>(value.clone()).ok().filter(|expr| !is_wrong(expr));
        if number.is_none() {
            cx.error_at(value, message::wrong_value(key));
        }
        number
    }
}

/// The arguments one by one. A comma inside of an expression, such as `Map::<u8, u8>::new()`, separates none.
fn parts(tokens: TokenStream) -> Vec<TokenStream> {
    let expressions = |input: ParseStream<'_>| {
        let mut parts = Vec::new();
        while !input.is_empty() {
            let key = input.call(Ident::parse_any)?;
            let value = match input.parse::<Option<Token![=]>>()? {
                Some(equals) => Some((equals, input.parse::<Expr>()?)),
                None => None,
            };
            let (equals, value) = value.unzip();
            parts.push(quote!(#key #equals #value));
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(parts)
    };
    // What is wrong is found in the part that it is in.
    expressions.parse2(tokens.clone()).unwrap_or_else(|_| split_commas(tokens))
}

/// The key, and the tokens after it; all tokens if they start with no key.
fn split_first(part: TokenStream) -> (Option<Ident>, TokenStream) {
    let mut trees = part.clone().into_iter();
    match trees.next() {
        Some(TokenTree::Ident(key)) => (Some(key), trees.collect()),
        _ => (None, part),
    }
}
