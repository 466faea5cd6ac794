//! The items beside an init function.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use super::{import, record, shown_at, types};
use crate::model::function::{self, Function};
use crate::parse::args::Args;
use crate::parse::cfg;
use crate::parse::item;

/// The function as it was written, and what makes the library a module.
pub(crate) fn emit(args: &Args, item: &item::Function, function: &Function<'_>) -> TokenStream {
    let import = import(args);
    let inherited = cfg::inherited(&item.attrs);
    let module = module(args, function);
    let record = record(args, function);
    let types = types::module(args, item, function);
    // A host that found these symbols would not wait for the constructor.
    let symbols = args.constructor.is_none().then(symbols);
    quote_spanned! {Span::mixed_site()=>
        #item
        #(#inherited)*
        const _: () = {
            #import
            struct NapiModule;
            #module
            #record
            #types
            #symbols
        };
    }
}

fn module(args: &Args, function: &Function<'_>) -> TokenStream {
    let name = match &args.name {
        Some(name) => name.to_token_stream(),
        None => quote_spanned!(Span::mixed_site()=> ::core::env!("CARGO_CRATE_NAME")),
    };
    let run = run(function);
    quote_spanned! {Span::mixed_site()=>
        impl __napi::Module for NapiModule {
            const NAME: &'static str = #name;
            fn init(call: __napi::Init<'_>) -> __napi::Returned {
                call #run
            }
        }
    }
}

/// `.run(|env, exports| init(env, exports))`
fn run(function: &Function<'_>) -> TokenStream {
    let ident = &function.sig.ident;
    let method = match function.result() {
        Some(result) => quote_spanned!(shown_at(result)=> run),
        None => quote_spanned!(shown_at(ident)=> run),
    };
    let env = function.env().map_or_else(|| unused("_env"), |_| function::env_binding());
    let exports = function.inputs().next().map_or_else(|| unused("_exports"), |_| exports_binding());
    let values = function.params.iter().map(|param| {
        // An exports parameter of another type is an error about that type.
        let mut value = if param.is_env() { function::env_binding() } else { exports_binding() };
        value.set_span(shown_at(param.ty));
        value
    });
    quote_spanned!(Span::mixed_site()=> .#method(|#env, #exports| #ident(#(#values),*)))
}

fn exports_binding() -> Ident {
    Ident::new("exports", Span::mixed_site())
}

fn unused(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

fn record(args: &Args, function: &Function<'_>) -> TokenStream {
    let attributes = record::attributes();
    let site = record::site(&function.sig.ident);
    let constructor = args.constructor.as_ref().map(|_| quote_spanned!(Span::mixed_site()=> .constructor()));
    quote_spanned! {Span::mixed_site()=>
        #attributes
        static NAPI_MODULE: &__napi::Export =
            &__napi::Export::module::<NapiModule>(#site) #constructor;
        // A second one is a link error with this name in it. Not the record itself: its own name is what makes the linker take
        // this object from a library at all.
        #[unsafe(export_name = "napi_core_only_one_module_per_library")]
        static ONLY_ONE: u8 = 0;
    }
}

/// The symbols that hosts look up in a library.
fn symbols() -> TokenStream {
    quote_spanned! {Span::mixed_site()=>
        #[unsafe(no_mangle)]
        extern "C" fn napi_register_module_v1(
            env: __napi::HostEnv,
            exports: __napi::HostValue,
        ) -> __napi::HostValue {
            __napi::register::<NapiModule>(env, exports)
        }
        #[unsafe(no_mangle)]
        extern "C" fn node_api_module_get_api_version_v1() -> i32 {
            __napi::api_version()
        }
    }
}
