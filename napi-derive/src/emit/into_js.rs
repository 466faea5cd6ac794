//! The implementation of `IntoJs` that is derived.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote_spanned;
use syn::Type;

use super::derived::{Header, columns, is_owned, names, properties};
use super::{shown_at, variants};
use crate::parse::derived::{Derived, Field, Role, Shape};
use crate::parse::enums::{Enum, Variant};

pub(super) fn emit(ty: &Derived) -> TokenStream {
    let header = Header::into_js(ty);
    match &ty.shape {
        Shape::Object(fields) => object(ty, &header, fields),
        Shape::Tuple(types) => tuple(ty, &header, types),
        Shape::Enum(shape) => one_of(ty, &header, shape),
        Shape::Unknown => into_js(ty, &header, &quote_spanned!(Span::mixed_site()=> ::core::unreachable!()), None),
    }
}

/// The implementation whose function has this body.
fn into_js(ty: &Derived, header: &Header, body: &TokenStream, elements: Option<TokenStream>) -> TokenStream {
    let (ident, scope) = (&ty.ident, &header.scope);
    let (parameters, _, conditions) = header.generics.split_for_impl();
    let (_, arguments, _) = ty.generics.split_for_impl();
    let elements = elements.map(|body| {
        quote_spanned! {Span::mixed_site()=>
            fn elements_into_js(
                values: impl ::core::iter::ExactSizeIterator<Item = Self>,
                env: &__napi::Env<#scope>,
                array: __napi::Array<#scope>,
            ) -> __napi::Result<()> {
                #body
            }
        }
    });
    quote_spanned! {Span::mixed_site()=>
        impl #parameters __napi::IntoJs<#scope> for #ident #arguments #conditions {
            fn into_js(self, env: &__napi::Env<#scope>) -> __napi::Result<__napi::Value<#scope>> {
                #body
            }
            #elements
        }
    }
}

fn object(ty: &Derived, header: &Header, fields: &[Field]) -> TokenStream {
    let (ident, scope) = (&ty.ident, &header.scope);
    let (parameters, _, conditions) = header.generics.split_for_impl();
    let (_, arguments, _) = ty.generics.split_for_impl();
    let names = names(fields);
    let columns = columns(ty, fields, &quote_spanned!(Span::mixed_site()=> ColumnOut));
    let values = values(fields, None, |field| {
        let ident = &field.ident;
        quote_spanned!(shown_at(&field.ty)=> self.#ident)
    });
    let elements = is_owned(ty).then(|| quote_spanned!(Span::mixed_site()=> __napi::write_objects(values, env, array)));
    let body = quote_spanned!(Span::mixed_site()=> __napi::into_object(self, env));
    let into_js = into_js(ty, header, &body, elements);
    quote_spanned! {Span::mixed_site()=>
        impl #parameters __napi::IntoFields<#scope> for #ident #arguments #conditions {
            const NAMES: &'static [&'static ::core::ffi::CStr] = #names;
            #columns
            fn into_fields(self, object: &__napi::NewObject<'_, #scope>) -> __napi::Result<__napi::Object<#scope>> {
                #values
            }
        }
        #into_js
    }
}

/// `object.make([object.value(0, self.name)?])`, and what is flattened behind it; the tag is before all others.
pub(super) fn values(
    fields: &[Field],
    tag: Option<TokenStream>,
    access: impl Fn(&Field) -> TokenStream,
) -> TokenStream {
    let before = usize::from(tag.is_some());
    let values = properties(fields).map(|(index, field)| {
        let (place, access, at) = (Literal::usize_unsuffixed(before + index), access(field), shown_at(&field.ty));
        match &field.role {
            Role::Nullable => quote_spanned!(at=> object.nullable(#place, #access)?),
            Role::With(with) => quote_spanned!(shown_at(with)=> object.value_with(#place, #access, #with::into_js)?),
            _ => quote_spanned!(at=> object.value(#place, #access)?),
        }
    });
    let made = quote_spanned!(Span::mixed_site()=> object.make([#tag #(#values),*]));
    let flattened = fields.iter().filter(|field| matches!(field.role, Role::Flatten)).map(|field| {
        let access = access(field);
        quote_spanned!(shown_at(&field.ty)=> object.flatten(made, #access)?;)
    });
    let flattened: Vec<_> = flattened.collect();
    if flattened.is_empty() {
        return made;
    }
    quote_spanned! {Span::mixed_site()=>
        let made = #made?;
        #(#flattened)*
        __napi::Result::Ok(made)
    }
}

/// As the one field is, or an array with as many elements as there are fields.
fn tuple(ty: &Derived, header: &Header, types: &[Type]) -> TokenStream {
    if let [inner] = types {
        let scope = &header.scope;
        let at = shown_at(inner);
        let body = quote_spanned!(at=> __napi::IntoJs::into_js(self.0, env));
        let elements = quote_spanned! {at=>
            <#inner as __napi::IntoJs<#scope>>::elements_into_js(values.map(|value| value.0), env, array)
        };
        return into_js(ty, header, &body, Some(elements));
    }
    let places = (0..types.len()).map(Literal::usize_unsuffixed);
    let body = quote_spanned!(shown_at(&ty.ident)=> __napi::IntoJs::into_js((#(self.#places,)*), env));
    let elements = quote_spanned!(Span::mixed_site()=> __napi::write_batched(values, env, array));
    into_js(ty, header, &body, is_owned(ty).then_some(elements))
}

/// The string or the number that the variant is, or what it carries.
fn one_of(ty: &Derived, header: &Header, shape: &Enum) -> TokenStream {
    let body = match shape {
        Enum::Strings(variants) => {
            let names = variants.iter().map(|variant| Literal::string(&variant.name));
            plain(variants.iter().zip(names))
        }
        Enum::Numbers(variants) => {
            plain(variants.iter().map(|(variant, number)| (variant, Literal::i64_suffixed(*number))))
        }
        Enum::Tagged { tag, content, variants } => variants::write_tagged(tag, content.as_deref(), variants),
        Enum::Untagged(variants) => variants::write_untagged(variants),
    };
    let elements = quote_spanned!(Span::mixed_site()=> __napi::write_batched(values, env, array));
    into_js(ty, header, &body, is_owned(ty).then_some(elements))
}

/// One value for each variant.
fn plain<'a>(variants: impl Iterator<Item = (&'a Variant, Literal)>) -> TokenStream {
    let arms = variants.map(|(variant, value)| {
        let ident = &variant.ident;
        quote_spanned!(Span::mixed_site()=> Self::#ident => #value,)
    });
    quote_spanned! {Span::mixed_site()=>
        __napi::IntoJs::into_js(match self { #(#arms)* }, env)
    }
}
