//! The record beside an exported constant or static.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

use super::{import, record, shown_at, types};
use crate::model::name;
use crate::parse::args::Args;
use crate::parse::cfg;
use crate::parse::item::Constant;

/// The item as it was written, and its record.
pub(crate) fn emit(args: &Args, item: &TokenStream, constant: &Constant) -> TokenStream {
    let import = import(args);
    let inherited = cfg::inherited(&constant.attrs);
    let attributes = record::attributes();
    let default_name = || LitStr::new(&name::plain(&constant.ident), Span::mixed_site());
    let js_name = args.name.clone().unwrap_or_else(default_name);
    let getter = getter(constant);
    let site = record::site(&constant.ident);
    let namespace = record::namespace(args);
    let types = types::constant(args, &js_name, constant);
    quote_spanned! {Span::mixed_site()=>
        #item
        #(#inherited)*
        const _: () = {
            #import
            #attributes
            static NAPI_EXPORT: &__napi::Export =
                &__napi::Export::constant(#js_name, #getter, #site) #namespace;
            #types
        };
    }
}

/// `|call| call.value(VERSION)`; a static stays where it is, and JavaScript gets a copy.
fn getter(constant: &Constant) -> TokenStream {
    let span = shown_at(&constant.ty);
    // A value that cannot be converted is an error about its type.
    let mut ident = constant.ident.clone();
    ident.set_span(ident.span().located_at(span));
    let value =
        if constant.is_static { quote_spanned!(span=> ::core::clone::Clone::clone(&#ident)) } else { quote!(#ident) };
    quote_spanned!(span=> |call| call.value(#value))
}
