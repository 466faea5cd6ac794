//! The records of a class and its members, and the term of its type.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::{LitStr, Type};

use super::shown_at;
use super::types::{self, Text, identity, parameter, parameter_term, record, term};
use crate::model::function::Function;
use crate::model::member::{Answer, Kind, Member};
use crate::model::{handle, lifetime, name};
use crate::parse::args::Args;
use crate::parse::class::{Class, Field};
use crate::parse::item;
use crate::parse::members::ConstantItem;
use crate::parse::written::{Docs, Written, docs};

/// The term of the class, which names it, and its record.
pub(super) fn class(args: &Args, class: &Class, base: Option<&Type>, js_name: &LitStr, ty: &Type) -> TokenStream {
    let name = js_name.value();
    let identity = identity(&name);
    let mut text = Text::new(&name, &class.docs);
    text.computed_line("id", identity.clone());
    if let Some(namespace) = &args.namespace {
        text.line("namespace", &namespace.value());
    }
    let base = base.map(|base| {
        text.flag("extends");
        term(base, base)
    });
    let terms: Vec<_> = base.into_iter().collect();
    let record = record("class", text.finish(&class.ident), &terms, shown_at(ty));
    quote_spanned! {Span::mixed_site()=>
        const NAPI_ID: &str = ::core::concat!(#identity);
        impl __napi::TypeOf for #ty {
            type Term = __napi::Named<(), { NAPI_ID.len() }>;
            const TERM: Self::Term = __napi::named::<(), _>(NAPI_ID);
        }
        #record
    }
}

/// A record of a member, and its terms: the first of them says whose member it is.
struct MemberText {
    text: Text,
    terms: Vec<TokenStream>,
}

impl MemberText {
    /// What is written for the whole member stands in the place of all its parts.
    fn new(name: &str, docs: &Docs, written: &Written, class: &Type, role: &str) -> Self {
        let mut text = Text::new(name, docs);
        text.written(written);
        text.flag("of");
        text.line("role", role);
        MemberText { text, terms: vec![term(class, class)] }
    }

    fn part(&mut self, written: &Written, term: impl FnOnce() -> TokenStream) {
        self.text.written(written);
        if written.ts.is_none() {
            self.terms.push(term());
        }
    }

    fn finish(self, ident: &Ident, at: Span) -> TokenStream {
        record("member", self.text.finish(ident), &self.terms, at)
    }
}

/// The record of a function of the class.
pub(super) fn member(
    args: &Args,
    js_name: &LitStr,
    item: &item::Function,
    function: &Function<'_>,
    member: &Member<'_>,
) -> TokenStream {
    let role = match (member.kind, member.is_static) {
        (Kind::Constructor, _) => "constructor",
        (Kind::Method | Kind::Next, false) => "method",
        (Kind::Method | Kind::Next, true) => "static",
        (Kind::Getter, false) => "getter",
        (Kind::Getter, true) => "static getter",
        (Kind::Setter, false) => "setter",
        (Kind::Setter, true) => "static setter",
    };
    let name = shown_name(args, js_name);
    let mut record = MemberText::new(&name, &docs(&item.attrs), &args.written, &member.class, role);
    if args.overload.is_some() {
        record.text.flag("overload");
    }
    if args.written.ts.is_none() {
        for param in function.positional() {
            parameter(&mut record.text, param);
            record.terms.extend(param.written.ts.is_none().then(|| parameter_term(function, param)));
        }
        if !matches!(member.kind, Kind::Constructor | Kind::Setter) {
            record.text.flag("returns");
            record.text.written(&args.returned);
            record.terms.extend(args.returned.ts.is_none().then(|| self::result_term(function, member)));
        }
    }
    let mut types = function.positional().map(|param| param.ty).chain(function.result());
    let foreign = types.find(|ty| lifetime::has_foreign(ty));
    record.finish(&item.sig.ident, foreign.map_or_else(|| shown_at(&item.sig.ident), shown_at))
}

/// What JavaScript gets of the result.
fn result_term(function: &Function<'_>, member: &Member<'_>) -> TokenStream {
    match (member.kind, member.answer, function.result()) {
        (Kind::Next, _, Some(ty)) => {
            let next = lifetime::erase_declared(function.sig, handle::bare(ty).clone());
            term(ty, quote_spanned!(Span::mixed_site()=> __napi::IteratorResult<#next>))
        }
        (_, Answer::Receiver { in_option: false }, _) => this(&member.class),
        (_, Answer::Receiver { in_option: true }, _) => {
            let class = &member.class;
            term(class, quote_spanned!(Span::mixed_site()=> ::core::option::Option<__napi::This<#class>>))
        }
        _ => types::result_term(function),
    }
}

/// `__napi::Of<__napi::This<Counter>>`
fn this(class: &Type) -> TokenStream {
    term(class, quote_spanned!(Span::mixed_site()=> __napi::This<#class>))
}

/// The record of what makes an iterator one, which stands at this name.
pub(super) fn iterator(class: &Type, at: &Ident) -> TokenStream {
    let mut record = MemberText::new(&name::of_symbol("iterator"), &docs(&[]), &Written::default(), class, "method");
    record.text.flag("returns");
    record.terms.push(this(class));
    record.finish(at, shown_at(at))
}

/// `[Symbol.iterator]`
fn shown_name(args: &Args, js_name: &LitStr) -> String {
    match &args.symbol {
        Some(symbol) => name::of_symbol(&symbol.value()),
        None => js_name.value(),
    }
}

/// The records of a field: of what reads it, and of what writes it.
pub(super) fn field(class: &Type, js_name: &LitStr, field: &Field, role: &str) -> TokenStream {
    let is_read = role == "getter";
    let none = docs(&[]);
    let docs = if is_read { &field.docs } else { &none };
    let mut record = MemberText::new(&js_name.value(), docs, &Written::default(), class, role);
    match is_read {
        true => record.text.flag("returns"),
        false => record.text.line("param", "value"),
    }
    record.part(&field.written, || term(&field.ty, &field.ty));
    record.finish(&field.ident, shown_at(&field.ty))
}

/// The record of a constant of the class.
pub(super) fn constant(args: &Args, class: &Type, js_name: &LitStr, item: &ConstantItem, ty: &Type) -> TokenStream {
    let docs = docs(&item.constant.attrs);
    let mut record = MemberText::new(&js_name.value(), &docs, &Written::default(), class, "constant");
    record.text.flag("returns");
    record.part(&args.written, || term(&item.constant.ty, ty));
    record.finish(&item.constant.ident, shown_at(&item.constant.ty))
}
