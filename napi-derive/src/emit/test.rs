//! The record beside a test.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote_spanned};
use syn::LitStr;

use super::{import, record, shown_at};
use crate::model::function::{self, Function};
use crate::model::name;
use crate::parse::args::Args;
use crate::parse::cfg;
use crate::parse::item;
use crate::parse::test::Expectations;

/// The function as it was written, and its record.
pub(crate) fn emit(
    args: &Args,
    item: &item::Function,
    function: &Function<'_>,
    expectations: &Expectations,
) -> TokenStream {
    let import = import(args);
    let inherited = cfg::inherited(&item.attrs);
    let record = record(args, function, expectations);
    quote_spanned! {Span::mixed_site()=>
        #item
        #(#inherited)*
        const _: () = {
            #import
            #record
        };
    }
}

fn record(args: &Args, function: &Function<'_>, expectations: &Expectations) -> TokenStream {
    let attributes = record::attributes();
    let site = record::site(&function.sig.ident);
    let name = LitStr::new(&name::plain(&function.sig.ident), Span::mixed_site());
    let run = run(function);
    let Expectations { ignored, panics } = expectations;
    let ignored = ignored.as_ref().map(|why| quote_spanned!(Span::mixed_site()=> .ignored(#why)));
    let panics = panics.as_ref().map(|expected| quote_spanned!(Span::mixed_site()=> .should_panic(#expected)));
    let keeps = args.keeps_references.as_ref().map(|_| quote_spanned!(Span::mixed_site()=> .keeps_references()));
    quote_spanned! {Span::mixed_site()=>
        #attributes
        static NAPI_TEST: &__napi::Export =
            &__napi::Export::test(::core::module_path!(), #name, #run, #site) #ignored #panics #keeps;
    }
}

/// `|env| __napi::outcome(adds(env))`
fn run(function: &Function<'_>) -> TokenStream {
    let mut ident = function.sig.ident.clone();
    // A result that is none of a test is an error about the result's type.
    let at = function.result().map_or_else(|| shown_at(&ident), shown_at);
    ident.set_span(ident.span().located_at(at));
    let env = function.env().map(|env| {
        let mut value = function::env_binding();
        value.set_span(shown_at(env.ty));
        value
    });
    let binding = match env {
        Some(_) => function::env_binding().into_token_stream(),
        None => quote_spanned!(Span::mixed_site()=> _),
    };
    let called = quote_spanned!(at=> __napi::outcome(#ident(#env)));
    quote_spanned!(Span::mixed_site()=> |#binding| #called)
}
