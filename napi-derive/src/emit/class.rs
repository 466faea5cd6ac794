//! The items beside a class: what makes its type one, and how it is passed.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{LitStr, Type, parse_quote};

use super::{class_types, import, member, record, shown_at};
use crate::model::member::outside_of_class;
use crate::model::name;
use crate::parse::args::Args;
use crate::parse::cfg;
use crate::parse::class::{Class, Field};

/// The type as it was written, and what makes it a class; of a generic type, each class of the list.
pub(crate) fn emit(args: &Args, class: &Class) -> TokenStream {
    let item = &class.item;
    let ident = &class.ident;
    let classes: Vec<(Ident, Type)> = match &args.instances[..] {
        [] => vec![(ident.clone(), parse_quote!(#ident))],
        instances => instances
            .iter()
            .map(|instance| (instance.name.clone().unwrap_or_else(|| ident.clone()), instance.ty.clone()))
            .collect(),
    };
    let classes = classes.iter().map(|(name, ty)| one(args, class, name, ty));
    quote!(#item #(#classes)*)
}

fn one(args: &Args, class: &Class, name: &Ident, ty: &Type) -> TokenStream {
    let import = import(args);
    let inherited: Vec<_> = cfg::inherited(&class.attrs);
    let js_name = args.name.clone().filter(|_| args.instances.is_empty());
    let js_name = js_name.unwrap_or_else(|| LitStr::new(&name::plain(name), Span::mixed_site()));
    let base = args.extends.as_ref().map(|base| outside_of_class(class, ty, base));
    let implementation = implementation(args, class, base.as_ref(), &js_name, ty);
    let passed = passed(args, ty);
    let types = class_types::class(args, class, base.as_ref(), &js_name, ty);
    let (attributes, site) = (record::attributes(), record::site(name));
    let namespace = record::namespace(args);
    let of_class = |field: &Field| Field { ty: outside_of_class(class, ty, &field.ty), ..field.clone() };
    let fields = class.fields.iter().map(|field| member::field(args, ty, &of_class(field)));
    quote_spanned! {Span::mixed_site()=>
        #(#inherited)*
        const _: () = {
            #import
            #implementation
            #passed
            #attributes
            static NAPI_EXPORT: &__napi::Export = &__napi::Export::class::<#ty>(#site) #namespace;
            #types
            #(#fields)*
        };
    }
}

/// `impl __napi::Class for Counter { .. }`
fn implementation(args: &Args, class: &Class, base: Option<&Type>, js_name: &LitStr, ty: &Type) -> TokenStream {
    let none = quote_spanned!(Span::mixed_site()=> __napi::NoBase);
    let base = base.map_or(none, |base| quote_spanned!(shown_at(base)=> #base));
    let of_base = class.base.as_ref().map(|field| {
        quote_spanned! {Span::mixed_site()=>
            fn base(&self) -> ::core::option::Option<&Self::Base> {
                ::core::option::Option::Some(&self.#field)
            }
            fn base_mut(&mut self) -> ::core::option::Option<&mut Self::Base> {
                ::core::option::Option::Some(&mut self.#field)
            }
        }
    });
    let finalize = args.finalize.as_ref().map(|path| {
        let called = quote_spanned!(shown_at(path)=> #path(self));
        quote_spanned!(Span::mixed_site()=> fn finalize(self) { #called; })
    });
    let bytes = args.external_bytes.as_ref().map(|path| {
        let called = quote_spanned!(shown_at(path)=> #path(self));
        quote_spanned!(Span::mixed_site()=> fn external_bytes(&self) -> usize { #called })
    });
    quote_spanned! {Span::mixed_site()=>
        impl __napi::Class for #ty {
            const NAME: &'static str = #js_name;
            type Base = #base;
            type Itself = Self;
            #of_base
            #finalize
            #bytes
        }
    }
}

/// How values and references of the type are arguments and results.
fn passed(args: &Args, ty: &Type) -> TokenStream {
    let shared = argument(&quote!(&#ty), "CellRef", ty);
    let exclusive = argument(&quote!(&mut #ty), "CellMut", ty);
    let owned = match &args.clone {
        None => argument(&ty.to_token_stream(), "CellOwned", ty),
        Some(clone) => {
            let clone_of = quote_spanned!(shown_at(clone)=> __napi::clone_of(env, value));
            quote_spanned! {Span::mixed_site()=>
                impl<'s> __napi::FromJs<'s> for #ty {
                    fn from_js(env: &__napi::Env<'s>, value: __napi::Value<'s>) -> __napi::Result<Self> {
                        #clone_of
                    }
                }
            }
        }
    };
    quote_spanned! {Span::mixed_site()=>
        #shared
        #exclusive
        #owned
        impl<'s> __napi::IntoJs<'s> for #ty {
            fn into_js(self, env: &__napi::Env<'s>) -> __napi::Result<__napi::Value<'s>> {
                __napi::into_instance(self, env)
            }
        }
        impl __napi::Family for #ty {
            type Of<'x> = Self;
        }
    }
}

/// `impl Argument for &Counter { .. }`
fn argument(of: &TokenStream, slot: &str, ty: &Type) -> TokenStream {
    let slot = Ident::new(slot, Span::mixed_site());
    quote_spanned! {Span::mixed_site()=>
        impl<'s> __napi::Argument<'s> for #of {
            type Slot = __napi::#slot<#ty>;
            #[inline]
            fn prepare(incoming: &__napi::Incoming<'_, 's>, cell: &mut __napi::CellStorage<#ty>) -> __napi::Result<()> {
                __napi::#slot::prepare(incoming, cell)
            }
        }
    }
}
