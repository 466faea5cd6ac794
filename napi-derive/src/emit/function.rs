//! The items beside an exported function.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{LitStr, Type};

use super::{callback, import, record, shown_at, types};
use crate::model::function::{Function, Param, Role};
use crate::model::policy::Policy;
use crate::model::{handle, lifetime, name};
use crate::parse::args::Args;
use crate::parse::cfg;
use crate::parse::item;

/// The function as it was written, and its callback and record.
pub(crate) fn emit(args: &Args, item: &item::Function, function: &Function<'_>) -> TokenStream {
    let import = import(args);
    let inherited = cfg::inherited(&item.attrs);
    let callback = callback_impl(args, function);
    let record = record(args, function);
    let types = types::function(args, &js_name(args, function), item, function);
    quote_spanned! {Span::mixed_site()=>
        #item
        #(#inherited)*
        const _: () = {
            #import
            struct NapiExport;
            #callback
            #record
            #types
        };
    }
}

fn callback_impl(args: &Args, function: &Function<'_>) -> TokenStream {
    let js_name = js_name(args, function);
    let params = LitStr::new(&params(function), Span::mixed_site());
    let chain = chain(args, function);
    quote_spanned! {Span::mixed_site()=>
        impl __napi::Callback for NapiExport {
            const NAME: &'static str = #js_name;
            const PARAMS: &'static str = #params;
            fn call(call: __napi::Call<'_>) -> __napi::Returned {
                call #chain
            }
        }
    }
}

/// `a, b`
fn params(function: &Function<'_>) -> String {
    let names = function.positional().map(|param| if param.name.is_empty() { "_" } else { &param.name });
    names.collect::<Vec<_>>().join(", ")
}

fn js_name(args: &Args, function: &Function<'_>) -> LitStr {
    let default = || LitStr::new(&name::camel_case(&function.sig.ident), Span::mixed_site());
    args.name.clone().unwrap_or_else(default)
}

/// `.own_scope().arg::<f64, _>().run(|env, a| add(env, a))`
fn chain(args: &Args, function: &Function<'_>) -> TokenStream {
    let scope = Policy::of(function, args.host_scope.is_some()).method();
    let steps = function.inputs().map(|param| step(function, param));
    // A result that cannot be converted is an error about the result's type.
    let run = match function.result() {
        Some(result) => quote_spanned!(shown_at(result)=> run),
        None => quote_spanned!(shown_at(&function.sig.ident)=> run),
    };
    let env = function.env().map(|env| &env.binding);
    let bindings = env.into_iter().chain(function.inputs().map(|param| &param.binding));
    let ident = &function.sig.ident;
    let values = function.params.iter().map(value);
    // What the lifetimes of the result or of a parameter demand in vain is an error about the result's type.
    let at = function.result().map_or_else(|| shown_at(ident), shown_at);
    let mut ident = ident.clone();
    ident.set_span(ident.span().located_at(at));
    let called = quote_spanned!(at=> #ident(#(#values),*));
    let options: Vec<_> = function.inputs().filter_map(callback::options).collect();
    let called =
        if options.is_empty() { called } else { quote_spanned!(Span::mixed_site()=> { #(#options)* #called }) };
    quote_spanned! {Span::mixed_site()=>
        .#scope() #(#steps)* .#run(|#(#bindings),*| #called)
    }
}

/// The step of the chain that fetches one input.
fn step(function: &Function<'_>, param: &Param<'_>) -> TokenStream {
    let method = match (&param.role, &param.default) {
        (Role::This, _) => return quote_spanned!(shown_at(param.ty)=> .this()),
        (Role::Rest(Some(element)), _) => {
            let rest = quote_spanned!(shown_at(param.ty)=> rest);
            let element = written(function, element);
            return quote_spanned!(Span::mixed_site()=> .#rest::<#element>());
        }
        (_, Some(_)) => quote_spanned!(shown_at(param.ty)=> default_arg),
        (_, None) => quote_spanned!(shown_at(param.ty)=> arg),
    };
    let own = || written(function, param.ty).into_token_stream();
    let ty = callback::fetched(function, param).unwrap_or_else(own);
    quote_spanned!(Span::mixed_site()=> .#method::<#ty, _>())
}

/// A type as the body of the generated function can write it: without lifetimes that the user's function declares, and
/// without the parentheses of `(f64)`, about which rustc warns where the user wrote them.
fn written(function: &Function<'_>, ty: &Type) -> Type {
    lifetime::erase_declared(function.sig, handle::bare(ty).clone())
}

/// What the function gets for a parameter.
fn value(param: &Param<'_>) -> TokenStream {
    let binding = &param.binding;
    match (&param.default, &param.callback) {
        (Some(default), _) => {
            let value = &default.value;
            quote_spanned!(Span::mixed_site()=> #binding.unwrap_or_else(|| #value))
        }
        (None, Some(callback)) => callback::value(param, callback),
        (None, None) => quote!(#binding),
    }
}

fn record(args: &Args, function: &Function<'_>) -> TokenStream {
    let attributes = record::attributes();
    let site = record::site(&function.sig.ident);
    let namespace = record::namespace(args);
    let overload = args.overload.as_ref().map(|_| quote_spanned!(Span::mixed_site()=> .overload()));
    quote_spanned! {Span::mixed_site()=>
        #attributes
        static NAPI_EXPORT: &__napi::Export =
            &__napi::Export::function::<NapiExport>(#site) #namespace #overload;
    }
}
