//! The items beside an exported function.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{LitStr, Type};

use super::{callback, import, member, record, shown_at, types};
use crate::model::function::{Function, Param, Role};
use crate::model::member::Member;
use crate::model::policy::Policy;
use crate::model::{handle, lifetime, name};
use crate::parse::args::Args;
use crate::parse::cfg;
use crate::parse::item;

/// The function as it was written, and its callback and record.
pub(crate) fn emit(args: &Args, item: &item::Function, function: &Function<'_>) -> TokenStream {
    let import = import(args);
    let inherited = cfg::inherited(&item.attrs);
    let callback = callback_impl(&js_name(args, function), args, function, None);
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

/// The implementation that describes the call, of a function or of a member.
pub(super) fn callback_impl(
    js_name: &LitStr,
    args: &Args,
    function: &Function<'_>,
    member: Option<&Member<'_>>,
) -> TokenStream {
    let class = member.map(|member| member::constants(member));
    let length = member.and_then(|_| length(function));
    let params = LitStr::new(&params(function), Span::mixed_site());
    let chain = chain(args, function, member);
    quote_spanned! {Span::mixed_site()=>
        impl __napi::Callback for NapiExport {
            #class
            const NAME: &'static str = #js_name;
            const PARAMS: &'static str = #params;
            #length
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

/// `const LENGTH: u8 = 1;`, where it is not the number of names: hosts say none of functions, and of members we do.
fn length(function: &Function<'_>) -> Option<TokenStream> {
    let is_counted = |param: &&Param<'_>| param.default.is_none() && !matches!(param.role, Role::Rest(_));
    let (counted, all) = (function.positional().take_while(is_counted).count(), function.positional().count());
    let number = Literal::usize_unsuffixed(counted);
    (counted < all).then(|| quote_spanned!(Span::mixed_site()=> const LENGTH: u8 = #number;))
}

fn js_name(args: &Args, function: &Function<'_>) -> LitStr {
    let default = || LitStr::new(&name::camel_case(&function.sig.ident), Span::mixed_site());
    args.name.clone().unwrap_or_else(default)
}

/// `.own_scope().arg::<f64, _>().run(|env, a| add(env, a))`
fn chain(args: &Args, function: &Function<'_>, member: Option<&Member<'_>>) -> TokenStream {
    let scope = Policy::of(function, args.host_scope.is_some()).method();
    let receiver = member.and_then(|member| member::receiver(member, function));
    let (first, this) = receiver.as_ref().map(|receiver| (&receiver.step, &receiver.binding)).unzip();
    let steps = function.inputs().map(|param| step(function, param));
    // A result that cannot be converted is an error about the result's type.
    let run = match function.result() {
        Some(result) => quote_spanned!(shown_at(result)=> run),
        None => quote_spanned!(shown_at(&function.sig.ident)=> run),
    };
    let env = function.env().map(|env| &env.binding);
    let bindings = env.into_iter().chain(this).chain(function.inputs().map(|param| &param.binding));
    let ident = &function.sig.ident;
    let values = this.map(|this| quote!(#this)).into_iter().chain(function.params.iter().map(value));
    // What the lifetimes of the result or of a parameter demand in vain is an error about the result's type.
    let at = function.result().map_or_else(|| shown_at(ident), shown_at);
    let mut ident = ident.clone();
    ident.set_span(ident.span().located_at(at));
    let of = member.map(|member| {
        let path = &member.path;
        quote_spanned!(at=> #path::)
    });
    let called = quote_spanned!(at=> #of #ident(#(#values),*));
    let called = match member {
        Some(member) => member::answer(member, this, at, called),
        None => called,
    };
    let of_class = member.map(|member| {
        let class = &member.class;
        quote_spanned!(Span::mixed_site()=> .of::<#class>())
    });
    let options: Vec<_> = function.inputs().filter_map(callback::options).collect();
    let called =
        if options.is_empty() { called } else { quote_spanned!(Span::mixed_site()=> { #(#options)* #called }) };
    quote_spanned! {Span::mixed_site()=>
        #of_class .#scope() #first #(#steps)* .#run(|#(#bindings),*| #called)
    }
}

/// The step of the chain that fetches one input.
fn step(function: &Function<'_>, param: &Param<'_>) -> TokenStream {
    let method = match (&param.role, &param.default) {
        (Role::This, _) => return quote_spanned!(shown_at(param.ty)=> .this()),
        (Role::Receiver, _) => {
            let (receiver, ty) = (quote_spanned!(shown_at(param.ty)=> receiver), written(function, param.ty));
            return quote_spanned!(Span::mixed_site()=> .#receiver::<#ty, _>());
        }
        (Role::Rest(Some(element)), _) => {
            let rest = quote_spanned!(shown_at(param.ty)=> rest);
            let element = written(function, element);
            return quote_spanned!(Span::mixed_site()=> .#rest::<#element>());
        }
        (_, Some(_)) => quote_spanned!(shown_at(param.ty)=> default_arg),
        (Role::Argument, None) if let Some((around, reference)) = param.lent_inside() => {
            let method = Ident::new(around.method(), shown_at(param.ty));
            let ty = written(function, reference);
            let forever = forever(function, reference, "forever_inside");
            return quote_spanned!(Span::mixed_site()=> .#method::<#ty, _>() #forever);
        }
        (_, None) => quote_spanned!(shown_at(param.ty)=> arg),
    };
    let own = || written(function, param.ty).into_token_stream();
    let ty = callback::fetched(function, param).unwrap_or_else(own);
    let name = if param.default.is_some() { "forever_inside" } else { "forever" };
    let forever = forever(function, param.ty, name);
    quote_spanned!(Span::mixed_site()=> .#method::<#ty, _>() #forever)
}

/// `.forever::<Counter>()` for `&'static Counter`, which nothing that is lent for the call can be.
fn forever(function: &Function<'_>, ty: &Type, name: &str) -> Option<TokenStream> {
    let Type::Reference(reference) = handle::bare(ty) else { return None };
    let lifetime = reference.lifetime.as_ref().filter(|_| lifetime::is_static(reference))?;
    let forever = Ident::new(name, shown_at(lifetime));
    let to = written(function, &reference.elem);
    Some(quote_spanned!(Span::mixed_site()=> .#forever::<#to>()))
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
