//! Enums whose variants carry data: how each variant is read and written.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use super::derived::{c_string, place, properties};
use super::{from_js, into_js, shown_at};
use crate::parse::derived::{Derived, Field, Role};
use crate::parse::enums::{Data, Variant};

/// `match tagged.variant { .. }`
pub(super) fn read_tagged(ty: &Derived, tag: &str, content: Option<&str>, variants: &[Variant]) -> TokenStream {
    let names = variants.iter().map(|variant| &variant.name);
    let arms = variants.iter().enumerate().map(|(index, variant)| {
        let place = place(index, variants.len());
        let ident = &variant.ident;
        let read = match (&variant.data, content) {
            (Data::Nothing, _) => {
                let deny = deny_others(ty, &[tag]);
                quote_spanned!(Span::mixed_site()=> #deny __napi::Result::Ok(Self::#ident))
            }
            (_, Some(content)) => {
                let deny = deny_others(ty, &[tag, content]);
                let (content, read) = (c_string(content), read(ty, variant, Level::Entered));
                quote_spanned!(Span::mixed_site()=> #deny tagged.content(#content, |value| { #read }))
            }
            (_, None) => read(ty, variant, Level::Tagged(tag)),
        };
        quote_spanned!(Span::mixed_site()=> #place => { #read })
    });
    let tag = c_string(tag);
    quote_spanned! {Span::mixed_site()=>
        let tagged = __napi::Tagged::read(env, object, known, #tag, &[#(#names),*])?;
        match tagged.variant {
            #(#arms)*
        }
    }
}

/// Refuses what the object has beside these.
fn deny_others(ty: &Derived, names: &[&str]) -> Option<TokenStream> {
    let names = names.iter().map(|name| c_string(name));
    ty.deny_unknown.then(|| quote_spanned!(Span::mixed_site()=> tagged.fields(&[#(#names),*])?.deny_unknown()?;))
}

/// Adds these names, and those of all variants.
pub(super) fn names(beside: &[&str], variants: &[Variant]) -> TokenStream {
    let mut names: Vec<_> = beside.iter().copied().map(c_string).collect();
    let mut types = Vec::new();
    for variant in variants {
        match &variant.data {
            Data::Nothing => {}
            Data::Tuple(inner) => types.extend(inner),
            Data::Object(fields) => {
                names.extend(properties(fields).map(|(_, field)| c_string(&field.name)));
                types.extend(from_js::flattened(fields).map(|field| &field.ty));
            }
        }
    }
    let types = from_js::add_names(types.into_iter());
    quote_spanned! {Span::mixed_site()=>
        names.add(&[#(#names),*]);
        #types
    }
}

/// One attempt after the other.
pub(super) fn read_untagged(ty: &Derived, variants: &[Variant]) -> TokenStream {
    let attempts = variants.iter().map(|variant| {
        let read = read(ty, variant, Level::Tried);
        quote_spanned! {Span::mixed_site()=>
            if let ::core::option::Option::Some(found) = untagged.attempt(|one| { #read })? {
                return __napi::Result::Ok(found);
            }
        }
    });
    quote_spanned! {Span::mixed_site()=>
        #(#attempts)*
        __napi::Result::Err(untagged.misfit())
    }
}

/// The object in which the fields of a variant are.
#[derive(Clone, Copy)]
enum Level<'a> {
    /// One of its own.
    Entered,
    /// What is tried.
    Tried,
    /// That of the enum, with the tag.
    Tagged(&'a str),
}

/// Reads what the variant carries: from `value`, from `one`, or from `tagged`.
fn read(ty: &Derived, variant: &Variant, level: Level<'_>) -> TokenStream {
    let ident = &variant.ident;
    match &variant.data {
        Data::Nothing => {
            quote_spanned!(Span::mixed_site()=> one.nothing().map(|()| Self::#ident))
        }
        Data::Tuple(types) => match &types[..] {
            [inner] if matches!(level, Level::Tagged(_)) => {
                quote_spanned!(shown_at(inner)=> tagged.flattened().map(Self::#ident))
            }
            [inner] => {
                let value = value(level, shown_at(inner));
                quote_spanned!(shown_at(inner)=> #value.map(Self::#ident))
            }
            types => {
                let bindings: Vec<_> = (0..types.len()).map(binding).collect();
                let value = value(level, shown_at(ident));
                quote_spanned! {shown_at(ident)=>
                    let (#(#bindings,)*): (#(#types,)*) = #value?;
                    __napi::Result::Ok(Self::#ident(#(#bindings),*))
                }
            }
        },
        Data::Object(fields) => {
            // The tag is the last one, known and not read again.
            let tag = if let Level::Tagged(tag) = level { Some(tag) } else { None };
            let names = properties(fields).map(|(_, field)| &*field.name).chain(tag).map(c_string);
            let values = from_js::initializers(fields);
            let deny = ty.deny_unknown.then(|| quote_spanned!(Span::mixed_site()=> fields.deny_unknown()?;));
            let names = quote_spanned!(Span::mixed_site()=> &[#(#names),*]);
            let object = match level {
                Level::Entered => quote_spanned!(Span::mixed_site()=> __napi::Fields::of(env, value, #names)),
                Level::Tried => quote_spanned!(Span::mixed_site()=> one.fields(#names)),
                Level::Tagged(_) => quote_spanned!(Span::mixed_site()=> tagged.fields(#names)),
            };
            quote_spanned! {Span::mixed_site()=>
                let fields = #object?;
                #deny
                __napi::Result::Ok(Self::#ident { #values })
            }
        }
    }
}

/// What is not read by its fields: a `Result`.
fn value(level: Level<'_>, at: Span) -> TokenStream {
    match level {
        Level::Tried => quote_spanned!(at=> one.get()),
        _ => quote_spanned!(at=> __napi::FromJs::from_js(env, value)),
    }
}

/// `match self { .. }`
pub(super) fn write_tagged(tag: &str, content: Option<&str>, variants: &[Variant]) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let pattern = pattern(variant);
        let made = match content {
            Some(content) => write_beside_tag(tag, content, variant),
            None => write_with_tag(tag, variant),
        };
        quote_spanned!(Span::mixed_site()=> #pattern => { #made })
    });
    quote_spanned!(Span::mixed_site()=> match self { #(#arms)* })
}

pub(super) fn write_untagged(variants: &[Variant]) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let (pattern, value) = (pattern(variant), write(variant));
        quote_spanned!(Span::mixed_site()=> #pattern => { #value })
    });
    quote_spanned!(Span::mixed_site()=> match self { #(#arms)* })
}

/// The name that the pattern gives to the data in this place.
fn binding(index: usize) -> Ident {
    Ident::new(&format!("field{index}"), Span::mixed_site())
}

/// `Self::Circle { radius: field0, .. }`
fn pattern(variant: &Variant) -> TokenStream {
    let ident = &variant.ident;
    match &variant.data {
        Data::Nothing => quote_spanned!(Span::mixed_site()=> Self::#ident),
        Data::Tuple(types) => {
            let bindings = (0..types.len()).map(binding);
            quote_spanned!(Span::mixed_site()=> Self::#ident(#(#bindings),*))
        }
        Data::Object(fields) => {
            let bindings = fields.iter().enumerate().filter(|(_, field)| field.role.is_converted());
            let bindings = bindings.map(|(index, field)| {
                let (ident, binding) = (&field.ident, binding(index));
                quote_spanned!(Span::mixed_site()=> #ident: #binding,)
            });
            quote_spanned!(Span::mixed_site()=> Self::#ident { #(#bindings)* .. })
        }
    }
}

/// The value of the data alone: a `Result<Value>`.
fn write(variant: &Variant) -> TokenStream {
    match &variant.data {
        Data::Nothing => quote_spanned!(Span::mixed_site()=> __napi::IntoJs::into_js(__napi::Null, env)),
        Data::Tuple(types) => match &types[..] {
            [inner] => quote_spanned!(shown_at(inner)=> __napi::IntoJs::into_js(field0, env)),
            types => {
                let bindings = (0..types.len()).map(binding);
                quote_spanned!(shown_at(&variant.ident)=> __napi::IntoJs::into_js((#(#bindings,)*), env))
            }
        },
        Data::Object(fields) => {
            let names = properties(fields).map(|(_, field)| c_string(&field.name));
            let values = object(fields, None);
            quote_spanned! {Span::mixed_site()=>
                let object = __napi::NewObject::of(env, &[#(#names),*]);
                #values.map(__napi::Value::from)
            }
        }
    }
}

/// An object of the fields, behind the tag.
fn object(fields: &[Field], tag: Option<&str>) -> TokenStream {
    let tag = tag.map(|tag| quote_spanned!(Span::mixed_site()=> object.value(0, #tag)?,));
    let access = |field: &Field| {
        let index = fields.iter().position(|other| std::ptr::eq(other, field)).unwrap_or_default();
        let binding = binding(index);
        quote_spanned!(Span::mixed_site()=> #binding)
    };
    let made = into_js::values(fields, tag, access);
    if fields.iter().any(|field| matches!(field.role, Role::Flatten)) {
        return quote_spanned!(Span::mixed_site()=> { #made });
    }
    made
}

/// `{ type: "circle", radius: 1 }`
fn write_with_tag(tag: &str, variant: &Variant) -> TokenStream {
    let (name, tag) = (&variant.name, c_string(tag));
    match &variant.data {
        Data::Object(fields) => {
            let names = properties(fields).map(|(_, field)| c_string(&field.name));
            let made = object(fields, Some(name));
            quote_spanned! {Span::mixed_site()=>
                let object = __napi::NewObject::of(env, &[#tag, #(#names),*]);
                #made.map(__napi::Value::from)
            }
        }
        data => {
            let flattened = match data {
                Data::Tuple(types) => {
                    let at = types.first().map_or_else(Span::mixed_site, shown_at);
                    Some(quote_spanned!(at=> object.flatten(made, field0)?;))
                }
                _ => None,
            };
            quote_spanned! {Span::mixed_site()=>
                let object = __napi::NewObject::of(env, &[#tag]);
                let made = object.make([object.value(0, #name)?])?;
                #flattened
                __napi::Result::Ok(made.into())
            }
        }
    }
}

/// `{ type: "circle", content: { radius: 1 } }`
fn write_beside_tag(tag: &str, content: &str, variant: &Variant) -> TokenStream {
    if matches!(variant.data, Data::Nothing) {
        return write_with_tag(tag, variant);
    }
    let (name, tag, content) = (&variant.name, c_string(tag), c_string(content));
    let value = write(variant);
    quote_spanned! {Span::mixed_site()=>
        let outer = __napi::NewObject::of(env, &[#tag, #content]);
        let made = outer.make([outer.value(0, #name)?, outer.content(1, || { #value })?])?;
        __napi::Result::Ok(made.into())
    }
}
