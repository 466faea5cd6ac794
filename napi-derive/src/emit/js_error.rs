//! What `#[derive(JsError)]` makes of an error type: its description, its record, and the types of its classes.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::{LitStr, Member};

use super::types::{Text, identity, quoted, record as type_record, term};
use super::{record, root, shown_at};
use crate::parse::cfg;
use crate::parse::js_error::{Class, Field, JsError, Shape};
use crate::parse::written::Docs;

/// The description and the records.
pub(crate) fn emit(error: &JsError) -> TokenStream {
    let root = root(error.root.as_ref());
    let inherited = cfg::inherited(&error.attrs);
    let description = description(error);
    let attributes = record::attributes();
    let (ident, site) = (&error.ident, record::site(&error.ident));
    let types = types(error);
    quote_spanned! {Span::mixed_site()=>
        #(#inherited)*
        const _: () = {
            use #root::__private as __napi;
            #description
            #attributes
            static NAPI_EXPORT: &__napi::Export = &__napi::Export::errors::<#ident>(#site);
            #types
        };
    }
}

fn description(error: &JsError) -> TokenStream {
    // A type that is no error of Rust is a mistake at its name.
    let ident = &error.ident;
    let described = quote_spanned!(shown_at(ident)=> #ident);
    let classes = error.classes.iter().map(|Class { name, extends, .. }| quote!((#name, #extends)));
    let body = match &error.shapes[..] {
        [] => quote_spanned!(Span::mixed_site()=> match *self {}),
        _ if error.is_enum => arms(error),
        [shape, ..] => {
            let own = |field: &Field| {
                let member = &field.member;
                quote_spanned!(Span::mixed_site()=> &self.#member)
            };
            if is_plain(shape) { TokenStream::new() } else { steps(shape, own) }
        }
    };
    quote_spanned! {Span::mixed_site()=>
        impl __napi::JsError for #described {
            const CLASSES: &'static [(&'static str, &'static str)] = &[#(#classes),*];
            #[allow(unused_variables)]
            fn describe(&self, error: &mut __napi::Described<'_, '_>) {
                #body;
            }
        }
    }
}

/// `match self { Self::NotFound { key, .. } => error.class(1).field("key", key), .. }`
fn arms(error: &JsError) -> TokenStream {
    let arms = error.shapes.iter().map(|shape| {
        let ident = &shape.ident;
        let bindings = shape.fields.iter().map(|field| match &field.member {
            Member::Named(name) => quote!(#name,),
            Member::Unnamed(index) => {
                let binding = binding(field);
                quote!(#index: #binding,)
            }
        });
        let steps = steps(shape, |field| binding(field).into_token_stream());
        quote_spanned!(Span::mixed_site()=> Self::#ident { #(#bindings)* .. } => #steps,)
    });
    quote_spanned!(Span::mixed_site()=> match self { #(#arms)* })
}

/// The name of a field's value in a pattern.
fn binding(field: &Field) -> Ident {
    match &field.member {
        Member::Named(name) => name.clone(),
        Member::Unnamed(index) => format_ident!("field{}", index.index, span = Span::mixed_site()),
    }
}

fn is_plain(shape: &Shape) -> bool {
    shape.class == 0 && shape.code.is_none() && shape.fields.is_empty()
}

/// `error.class(1).code("ERR_NOT_FOUND").field("key", key)`
fn steps(shape: &Shape, value: impl Fn(&Field) -> TokenStream) -> TokenStream {
    let class = (shape.class > 0).then(|| {
        let class = Literal::usize_unsuffixed(shape.class);
        quote_spanned!(Span::mixed_site()=> .class(#class))
    });
    let code = shape.code.iter().map(|code| quote_spanned!(Span::mixed_site()=> .code(#code)));
    let fields = shape.fields.iter().map(|field| {
        let (name, value) = (&field.name, value(field));
        // A field that cannot be converted is an error about its type.
        quote_spanned!(shown_at(&field.ty)=> .field(#name, #value))
    });
    quote_spanned!(Span::mixed_site()=> error #class #(#code)* #(#fields)*)
}

/// The records of the classes and of their members; the first one is what terms mean by the type.
fn types(error: &JsError) -> TokenStream {
    let ident = &error.ident;
    let identity = identity(&error.classes[0].name.value());
    let classes = error.classes.iter().enumerate().map(|(index, class)| {
        let record = class_record(error, class);
        let members = members(error, index);
        let has_no_type = class.is_inner && !members.is_empty();
        let stand_in = has_no_type.then(|| stand_in(class));
        in_its_own(quote!(#record #stand_in #members))
    });
    quote_spanned! {Span::mixed_site()=>
        const NAPI_ID: &str = ::core::concat!(#identity);
        impl __napi::TypeOf for #ident {
            type Term = __napi::Named<(), { NAPI_ID.len() }>;
            const TERM: Self::Term = __napi::named::<(), _>(NAPI_ID);
        }
        #(#classes)*
    }
}

/// A type for a class that none of Rust's stands for, so that its members can say whose they are.
fn stand_in(class: &Class) -> TokenStream {
    let identity = identity(&class.name.value());
    quote_spanned! {Span::mixed_site()=>
        const NAPI_ID: &str = ::core::concat!(#identity);
        struct NapiClass;
        impl __napi::TypeOf for NapiClass {
            type Term = __napi::Named<(), { NAPI_ID.len() }>;
            const TERM: Self::Term = __napi::named::<(), _>(NAPI_ID);
        }
    }
}

fn class_record(error: &JsError, class: &Class) -> TokenStream {
    let mut text = Text::new(&class.name.value(), &class.docs);
    text.computed_line("id", identity(&class.name.value()));
    text.flag("extends");
    let mut terms = Vec::new();
    if class.is_inner {
        let ident = &error.ident;
        terms.push(quote_spanned!(Span::mixed_site()=> __napi::Of<#ident>));
    } else {
        text.line("ts", &class.extends.value());
    }
    type_record("class", text.finish(&class.ident), &terms, shown_at(&class.ident))
}

/// The getters of what errors of a class have besides what every error has.
fn members(error: &JsError, class: usize) -> TokenStream {
    let of = &error.classes[class];
    let ident = &error.ident;
    let class_term = match of.is_inner {
        true => quote_spanned!(Span::mixed_site()=> __napi::Of<NapiClass>),
        false => quote_spanned!(Span::mixed_site()=> __napi::Of<#ident>),
    };
    let shapes: Vec<&Shape> = error.shapes.iter().filter(|shape| shape.class == class).collect();
    let mut members = Vec::new();
    if let Some(codes) = codes(error, class) {
        let mut text = member("code", &Docs::Text(String::new()));
        text.line("ts", &codes);
        members.push(type_record(
            "member",
            text.finish(&of.ident),
            std::slice::from_ref(&class_term),
            shown_at(&of.ident),
        ));
    }
    let mut seen = BTreeSet::new();
    for (shape, field) in shapes.iter().flat_map(|shape| shape.fields.iter().map(move |field| (shape, field))) {
        if !seen.insert(&field.name) {
            continue;
        }
        let is_in = |shape: &&&Shape| shape.fields.iter().any(|other| other.name == field.name);
        let is_always_there = shapes.iter().filter(is_in).count() == shapes.len();
        let ty = &field.ty;
        let ty = if is_always_there { quote!(#ty) } else { quote!(::core::option::Option<#ty>) };
        let mut text = member(&field.name, &field.docs);
        for (key, written) in [("ts", &field.written.ts), ("arkts", &field.written.arkts)] {
            let or_undefined = if is_always_there { "" } else { " | undefined" };
            if let Some(written) = written {
                text.line(key, &format!("{}{or_undefined}", written.value()));
            }
        }
        let field_term = field.written.ts.is_none().then(|| term(&field.ty, ty));
        let terms: Vec<_> = [class_term.clone()].into_iter().chain(field_term).collect();
        members.push(type_record("member", text.finish(&shape.ident), &terms, shown_at(&field.ty)));
    }
    members.into_iter().map(in_its_own).collect()
}

/// The record of a getter, up to its result.
fn member(name: &str, docs: &Docs) -> Text {
    let mut text = Text::new(name, docs);
    text.flag("of");
    text.line("role", "getter");
    text.flag("returns");
    text
}

/// The codes that errors of a class have, and of the classes that extend it: `'ERR_A' | 'ERR_B'`.
fn codes(error: &JsError, class: usize) -> Option<String> {
    let is_of = |shape: &&Shape| shape.class == class || class == 0 && error.classes[shape.class].is_inner;
    let codes = error.shapes.iter().filter(is_of).map(|shape| shape.code.as_ref().map(LitStr::value));
    let codes: BTreeSet<Option<String>> = codes.collect();
    let mut texts: Vec<String> = codes.iter().flatten().map(|code| quoted(code)).collect();
    if texts.is_empty() {
        return None;
    }
    if codes.contains(&None) {
        texts.push("undefined".to_owned());
    }
    Some(texts.join(" | "))
}

/// Records all have the same names.
fn in_its_own(record: TokenStream) -> TokenStream {
    if record.is_empty() { record } else { quote_spanned!(Span::mixed_site()=> const _: () = { #record };) }
}
