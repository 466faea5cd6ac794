//! The implementation of `TypeOf` that is derived, and the record of the type that it declares.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{GenericParam, Generics, Type, parse_quote};

use super::shown_at;
use super::types::{Text, record, term};
use crate::model::{lifetime, name};
use crate::parse::derived::{Derived, Field, Role, Shape};
use crate::parse::enums::{Enum, Variant};

/// The implementation, and the record if the type is declared under a name.
pub(super) fn emit(ty: &Derived) -> TokenStream {
    if ty.written.first().is_some() {
        return alias(ty);
    }
    match &ty.shape {
        Shape::Tuple(fields) => transparent(ty, fields),
        Shape::Object(fields) => object(ty, fields),
        Shape::Enum(shape) => enumeration(ty, shape),
        Shape::Unknown => transparent(ty, &[]),
    }
}

/// What the one field is, or a tuple of what the fields are.
fn transparent(ty: &Derived, fields: &[Type]) -> TokenStream {
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

fn object(ty: &Derived, fields: &[Field]) -> TokenStream {
    let mut text = header(ty);
    let mut terms = Vec::new();
    for field in fields {
        let outside = lifetime::outside(ty, &field.ty);
        match &field.role {
            Role::Skip(_) => continue,
            Role::Flatten => text.flag("extends"),
            Role::Default(_) => text.line("optional", &field.name),
            _ => text.line("field", &field.name),
        }
        text.docs(&field.docs);
        text.written(&field.written);
        if field.written.ts.is_none() {
            terms.push(match &field.role {
                Role::Nullable => term(&field.ty, quote_spanned!(shown_at(&field.ty)=> __napi::Nullable<#outside>)),
                _ => term(&field.ty, outside),
            });
        }
    }
    let named = named(ty);
    let record = record("object", text.finish(&ty.ident), &terms, shown_at(&ty.ident));
    let parameters = parameters(&ty.generics);
    quote_spanned!(Span::mixed_site()=> #named #parameters #record)
}

fn alias(ty: &Derived) -> TokenStream {
    let mut text = header(ty);
    text.flag("value");
    text.written(&ty.written);
    let named = named(ty);
    let record = record("alias", text.finish(&ty.ident), &[], shown_at(&ty.ident));
    quote_spanned!(Span::mixed_site()=> #named #record)
}

fn enumeration(ty: &Derived, shape: &Enum) -> TokenStream {
    let mut text = header(ty);
    let mut variant = |variant: &Variant, key: &str, value: &str| {
        text.line("variant", &name::plain(&variant.ident));
        text.line(key, value);
        text.docs(&variant.docs);
    };
    match shape {
        Enum::Strings(variants) => variants.iter().for_each(|one| variant(one, "string", &one.name)),
        Enum::Numbers(variants) => {
            variants.iter().for_each(|(one, number)| variant(one, "number", &number.to_string()));
        }
    }
    let named = named(ty);
    let record = record("enumeration", text.finish(&ty.ident), &[], shown_at(&ty.ident));
    quote_spanned!(Span::mixed_site()=> #named #record)
}

/// Name, documentation, identity and type parameters.
fn header(ty: &Derived) -> Text {
    let mut text = Text::new(&name::plain(&ty.ident), &ty.docs);
    text.computed_line("id", identity(ty));
    for param in ty.generics.type_params() {
        text.line("generic", &name::plain(&param.ident));
    }
    text
}

/// `package@1.0.0::module::Name#3:1`, in pieces for `concat!`.
fn identity(ty: &Derived) -> TokenStream {
    let name = Literal::string(&format!("::{}#", name::plain(&ty.ident)));
    quote_spanned! {Span::mixed_site()=>
        ::core::env!("CARGO_PKG_NAME"), "@", ::core::env!("CARGO_PKG_VERSION"), "::", ::core::module_path!(), #name,
        ::core::line!(), ":", ::core::column!()
    }
}

/// The implementation that names the type by its identity.
fn named(ty: &Derived) -> TokenStream {
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

fn implementation(ty: &Derived, term: &TokenStream, value: &TokenStream) -> TokenStream {
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
