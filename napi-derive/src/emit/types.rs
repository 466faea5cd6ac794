//! The record of an item's types, from which declaration files are written: napi-meta/FORMAT.md says what is in it.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{LitStr, Type};

use super::{callback, record, shown_at};
use crate::model::function::{Function, Param, Role};
use crate::model::{handle, lifetime, name};
use crate::parse::args::Args;
use crate::parse::item;
use crate::parse::written::{Docs, Written, docs};

/// The text of a record: pieces of lines, the last of which says where the item stands.
#[derive(Default)]
pub(super) struct Text {
    before: TokenStream,
    lines: String,
}

impl Text {
    pub(super) fn new(name: &str, docs: &Docs) -> Self {
        let mut text = Text::default();
        text.line("name", name);
        text.docs(docs);
        text
    }

    /// What has the name of the library.
    fn of_crate() -> Self {
        let mut text = Text::default();
        text.computed_line("name", quote_spanned!(Span::mixed_site()=> ::core::env!("CARGO_CRATE_NAME")));
        text
    }

    pub(super) fn docs(&mut self, docs: &Docs) {
        match docs {
            Docs::Text(text) if text.is_empty() => {}
            Docs::Text(text) => self.line("doc", text),
            Docs::Computed(lines) => {
                let lines = lines.iter().map(|line| quote!(#line, "\n"));
                self.computed_line("doc", quote_spanned!(Span::mixed_site()=> "\0", #(#lines,)* "\0"));
            }
        }
    }

    /// A line with a value that the compiler knows, such as `env!("CARGO_CRATE_NAME")`.
    pub(super) fn computed_line(&mut self, key: &str, value: TokenStream) {
        let literal = LitStr::new(&format!("{}{key} ", std::mem::take(&mut self.lines)), Span::mixed_site());
        self.before.extend(quote_spanned!(Span::mixed_site()=> #literal, #value,));
        self.lines.push('\n');
    }

    pub(super) fn flag(&mut self, key: &str) {
        self.lines.push_str(key);
        self.lines.push('\n');
    }

    pub(super) fn line(&mut self, key: &str, value: &str) {
        let value = value.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\0', "\\0");
        self.lines.push_str(&format!("{key} {value}\n"));
    }

    /// What is written instead of the type of what was named last.
    pub(super) fn written(&mut self, written: &Written) {
        for (key, text) in [("ts", &written.ts), ("arkts", &written.arkts)] {
            if let Some(text) = text {
                self.line(key, &text.value());
            }
        }
    }

    /// `concat!("name add\nsite ", line!(), ..)`
    pub(super) fn finish(self, ident: &Ident) -> TokenStream {
        let (line, column) = record::position(ident.span());
        let Text { before, lines } = self;
        let start = LitStr::new(&format!("{lines}site "), Span::mixed_site());
        let name = LitStr::new(&format!(" {line} {column} "), Span::mixed_site());
        quote_spanned! {Span::mixed_site()=>
            ::core::concat!(
                #before #start, ::core::line!(), " ", ::core::column!(), #name,
                ::core::env!("CARGO_PKG_NAME"), "/", ::core::file!(), "\n"
            )
        }
    }
}

/// The most terms that a tuple holds in the runtime.
const TERMS: usize = 17;

/// The static in the section, which lives on in the library without anything that refers to it.
///
/// An error about a term is shown at its type; rustc 1.95 does not find the place if there is a lifetime in it, and shows it `at`
/// the whole.
pub(super) fn record(kind: &str, text: TokenStream, terms: &[TokenStream], at: Span) -> TokenStream {
    if !cfg!(feature = "types") {
        return TokenStream::new();
    }
    let terms = terms_of(terms);
    let kind = Ident::new(kind, Span::mixed_site());
    let attributes = record::kept_in("__TEXT,__napi_types", ".napityp", ".napi_types");
    let ty = quote_spanned!(at=> __napi::Types<#terms, { NAPI_TEXT.len() }>);
    quote_spanned! {Span::mixed_site()=>
        const NAPI_TEXT: &str = #text;
        #attributes
        static NAPI_TYPES: #ty = __napi::Types::#kind(NAPI_TEXT);
    }
}

/// The terms as a tuple, or as several of them.
pub(super) fn terms_of(terms: &[TokenStream]) -> TokenStream {
    let groups = terms.chunks(TERMS).map(|terms| quote!((#(#terms,)*)));
    let joined = groups.rev().reduce(|rest, group| quote_spanned!(Span::mixed_site()=> __napi::Cat<#group, #rest>));
    joined.unwrap_or_else(|| quote!(()))
}

/// `__napi::Of<f64>`; a type that has no term is an error about that type.
pub(super) fn term(ty: &Type, written: impl ToTokens) -> TokenStream {
    quote_spanned!(shown_at(ty)=> __napi::Of<#written>)
}

/// `package@1.0.0::module::Name#3:1`, in pieces for `concat!`.
pub(super) fn identity(name: &str) -> TokenStream {
    let name = Literal::string(&format!("::{name}#"));
    quote_spanned! {Span::mixed_site()=>
        ::core::env!("CARGO_PKG_NAME"), "@", ::core::env!("CARGO_PKG_VERSION"), "::", ::core::module_path!(), #name,
        ::core::line!(), ":", ::core::column!()
    }
}

/// A string of TypeScript.
pub(super) fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .flat_map(|letter| match letter {
            '\'' | '\\' => vec!['\\', letter],
            '\n' => vec!['\\', 'n'],
            '\r' => vec!['\\', 'r'],
            letter => vec![letter],
        })
        .collect();
    format!("'{escaped}'")
}

/// The record of an exported function.
pub(super) fn function(args: &Args, js_name: &LitStr, item: &item::Function, function: &Function<'_>) -> TokenStream {
    let mut text = Text::new(&js_name.value(), &docs(&item.attrs));
    text.written(&args.written);
    namespace(&mut text, args);
    if args.overload.is_some() {
        text.flag("overload");
    }
    let mut terms = Vec::new();
    if args.written.ts.is_none() {
        for param in function.positional() {
            parameter(&mut text, param);
            terms.extend(param.written.ts.is_none().then(|| parameter_term(function, param)));
        }
        text.flag("returns");
        text.written(&args.returned);
        terms.extend(args.returned.ts.is_none().then(|| result_term(function)));
    }
    let mut types = function.positional().map(|param| param.ty).chain(function.result());
    let foreign = types.find(|ty| lifetime::has_foreign(ty));
    let at = foreign.map_or_else(|| shown_at(&function.sig.ident), shown_at);
    record("function", text.finish(&function.sig.ident), &terms, at)
}

fn namespace(text: &mut Text, args: &Args) {
    if let Some(namespace) = &args.namespace {
        text.line("namespace", &namespace.value());
    }
}

pub(super) fn parameter(text: &mut Text, param: &Param<'_>) {
    let key = match (&param.role, &param.default) {
        (Role::Rest(_), _) => "rest",
        (_, Some(_)) => "optional",
        _ => "param",
    };
    // `_count` is a name for those who do not read it.
    let ident = param.ident.map(name::camel_case);
    let name = ident.as_deref().map(|name| name.trim_start_matches('_')).filter(|name| !name.is_empty());
    text.line(key, name.unwrap_or("_"));
    text.written(&param.written);
}

pub(super) fn parameter_term(function: &Function<'_>, param: &Param<'_>) -> TokenStream {
    let ty = match &param.role {
        Role::Rest(Some(element)) => element,
        _ => param.ty,
    };
    let own = || lifetime::erase_declared(function.sig, handle::bare(ty).clone()).into_token_stream();
    term(ty, callback::fetched(function, param).unwrap_or_else(own))
}

pub(super) fn result_term(function: &Function<'_>) -> TokenStream {
    match function.result() {
        Some(ty) => term(ty, lifetime::erase_declared(function.sig, handle::bare(ty).clone())),
        None => quote_spanned!(Span::mixed_site()=> __napi::Of<()>),
    }
}

/// The record of an exported constant or static.
pub(super) fn constant(args: &Args, js_name: &LitStr, constant: &item::Constant) -> TokenStream {
    let mut text = Text::new(&js_name.value(), &docs(&constant.attrs));
    namespace(&mut text, args);
    text.flag("value");
    text.written(&args.written);
    let ty = &constant.ty;
    let terms: Vec<_> = args.written.ts.is_none().then(|| term(ty, quote!(#ty))).into_iter().collect();
    record("constant", text.finish(&constant.ident), &terms, shown_at(ty))
}

/// The record of the module, whose result replaces the exports object.
pub(super) fn module(args: &Args, item: &item::Function, function: &Function<'_>) -> TokenStream {
    let mut text = match &args.name {
        Some(name) => Text::new(&name.value(), &Docs::Text(String::new())),
        None => Text::of_crate(),
    };
    text.docs(&docs(&item.attrs));
    text.written(&args.written);
    let mut terms = Vec::new();
    if function.result().is_some() {
        text.flag("value");
        terms.push(result_term(function));
    }
    let at = function.result().map_or_else(|| shown_at(&function.sig.ident), shown_at);
    record("module", text.finish(&function.sig.ident), &terms, at)
}
