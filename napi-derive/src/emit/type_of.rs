//! The implementation of `TypeOf` that is derived, and the record of the type that it declares.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{GenericParam, Generics, Type, parse_quote};

use super::types::{Text, record, term};
use super::{root, shown_at};
use crate::model::{lifetime, name};
use crate::parse::cfg;
use crate::parse::type_of::{Field, Shape, TypeOf};

/// The implementation, and the record if the type is declared under a name.
pub(crate) fn emit(ty: &TypeOf) -> TokenStream {
    let root = root(ty.root.as_ref());
    let inherited = cfg::inherited(&ty.attrs);
    let items = match &ty.shape {
        Shape::Tuple(fields) => transparent(ty, fields),
        Shape::Object(fields) => object(ty, fields),
        Shape::Written(_) => alias(ty),
        Shape::Unknown => transparent(ty, &[]),
    };
    quote_spanned! {Span::mixed_site()=>
        #(#inherited)*
        const _: () = {
            use #root::__private as __napi;
            #items
        };
    }
}

/// What stands for it after an error: some type, so that nothing more is said about the same mistake.
pub(crate) fn inert(ty: TypeOf) -> TokenStream {
    emit(&TypeOf { shape: Shape::Unknown, ..ty })
}

/// What the one field is, or a tuple of what the fields are.
fn transparent(ty: &TypeOf, fields: &[Type]) -> TokenStream {
    let inner = match fields {
        [field] => quote_spanned!(shown_at(field)=> #field),
        fields => quote_spanned!(shown_at(&ty.ident)=> (#(#fields,)*)),
    };
    let at = fields.first().map_or_else(|| shown_at(&ty.ident), shown_at);
    implementation(
        ty,
        &quote_spanned!(at=> <#inner as __napi::TypeOf>::Term),
        &quote_spanned!(at=> <#inner as __napi::TypeOf>::TERM),
    )
}

fn object(ty: &TypeOf, fields: &[Field]) -> TokenStream {
    let mut text = header(ty);
    for field in fields {
        text.line("field", &name::camel_case(&field.ident));
        text.docs(&field.docs);
        text.written(&field.written);
    }
    let typed = fields.iter().filter(|field| field.written.ts.is_none());
    let terms: Vec<_> = typed.map(|field| term(&field.ty, lifetime::outside(ty, &field.ty))).collect();
    let named = named(ty);
    let record = record("object", text.finish(&ty.ident), &terms, shown_at(&ty.ident));
    let parameters = parameters(&ty.generics);
    quote_spanned!(Span::mixed_site()=> #named #parameters #record)
}

fn alias(ty: &TypeOf) -> TokenStream {
    let Shape::Written(written) = &ty.shape else { return TokenStream::new() };
    let mut text = header(ty);
    text.flag("value");
    text.written(written);
    let named = named(ty);
    let record = record("alias", text.finish(&ty.ident), &[], shown_at(&ty.ident));
    quote_spanned!(Span::mixed_site()=> #named #record)
}

/// Name, documentation, identity and type parameters.
fn header(ty: &TypeOf) -> Text {
    let mut text = Text::new(&name::plain(&ty.ident), &ty.docs);
    text.computed_line("id", identity(ty));
    for param in ty.generics.type_params() {
        text.line("generic", &name::plain(&param.ident));
    }
    text
}

/// `package@1.0.0::module::Name#3:1`, in pieces for `concat!`.
fn identity(ty: &TypeOf) -> TokenStream {
    let name = Literal::string(&format!("::{}#", name::plain(&ty.ident)));
    quote_spanned! {Span::mixed_site()=>
        ::core::env!("CARGO_PKG_NAME"), "@", ::core::env!("CARGO_PKG_VERSION"), "::", ::core::module_path!(), #name,
        ::core::line!(), ":", ::core::column!()
    }
}

/// The implementation that names the type by its identity.
fn named(ty: &TypeOf) -> TokenStream {
    let identity = identity(ty);
    let arguments = ty.generics.type_params().map(|param| {
        let ident = &param.ident;
        quote_spanned!(Span::mixed_site()=> __napi::Of<#ident>)
    });
    let arguments = quote!((#(#arguments,)*));
    let implementation = implementation(
        ty,
        &quote_spanned!(Span::mixed_site()=> __napi::Named<#arguments, { NAPI_ID.len() }>),
        &quote_spanned!(Span::mixed_site()=> __napi::named::<#arguments, _>(NAPI_ID)),
    );
    quote_spanned! {Span::mixed_site()=>
        const NAPI_ID: &str = ::core::concat!(#identity);
        #implementation
    }
}

fn implementation(ty: &TypeOf, term: &TokenStream, value: &TokenStream) -> TokenStream {
    let ident = &ty.ident;
    let mut generics = ty.generics.clone();
    for param in generics.type_params_mut() {
        param.bounds.push(parse_quote!(__napi::TypeOf));
    }
    let (parameters, _, _) = generics.split_for_impl();
    let (_, arguments, conditions) = ty.generics.split_for_impl();
    quote_spanned! {Span::mixed_site()=>
        impl #parameters __napi::TypeOf for #ident #arguments #conditions {
            type Term = #term;
            const TERM: Self::Term = #value;
        }
    }
}

/// The type parameters' names, for the fields in the record: each stands for itself.
fn parameters(generics: &Generics) -> TokenStream {
    let types = generics.params.iter().filter(|param| matches!(param, GenericParam::Type(_)));
    let aliases = types.zip(0u8..).map(|(param, index)| {
        let GenericParam::Type(param) = param else { return TokenStream::new() };
        let ident = &param.ident;
        quote_spanned! {Span::mixed_site()=>
            #[allow(dead_code)]
            type #ident = __napi::Parameter<#index>;
        }
    });
    aliases.collect()
}
