//! The implementation of `TypeOf` that is derived, and the record of the type that it declares.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{GenericParam, Generics, Type, parse_quote};

use super::shown_at;
use super::types::{Text, identity, quoted, record, term, terms_of};
use crate::model::{name, outside};
use crate::parse::derived::{Derived, Field, Role, Shape};
use crate::parse::enums::{Data, Enum, Variant};
use crate::parse::written::Docs;

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
        &ty.ident,
        &ty.generics,
        &quote_spanned!(at=> <#inner as __napi::TypeOf>::Term),
        &quote_spanned!(at=> <#inner as __napi::TypeOf>::TERM),
    )
}

fn object(ty: &Derived, fields: &[Field]) -> TokenStream {
    let named = named(&ty.ident, &name::plain(&ty.ident), &ty.generics);
    let mut lines = header(&name::plain(&ty.ident), &ty.docs, &ty.generics);
    let terms = self::fields(ty, &mut lines, fields);
    let record = record("object", lines.finish(&ty.ident), &terms, shown_at(&ty.ident));
    let parameters = parameters(&ty.generics);
    quote_spanned!(Span::mixed_site()=> #named #parameters #record)
}

/// The lines of the fields, and their terms.
fn fields(ty: &Derived, text: &mut Text, fields: &[Field]) -> Vec<TokenStream> {
    let mut terms = Vec::new();
    for field in fields {
        let outside = outside::of_field(ty, &field.ty);
        match &field.role {
            Role::Skip(_) => continue,
            Role::Flatten => text.flag("extends"),
            Role::Default(_) => text.line("optional", &field.name),
            _ => text.line("field", &field.name),
        }
        // Of what is extended, nothing is documented.
        if field.role.has_name() {
            text.docs(&field.docs);
        }
        text.written(&field.written);
        if field.written.ts.is_none() {
            terms.push(match &field.role {
                Role::Nullable => term(&field.ty, quote_spanned!(shown_at(&field.ty)=> __napi::Nullable<#outside>)),
                _ => term(&field.ty, outside),
            });
        }
    }
    terms
}

fn alias(ty: &Derived) -> TokenStream {
    let mut text = header(&name::plain(&ty.ident), &ty.docs, &ty.generics);
    text.flag("value");
    text.written(&ty.written);
    let named = named(&ty.ident, &name::plain(&ty.ident), &ty.generics);
    let record = record("alias", text.finish(&ty.ident), &[], shown_at(&ty.ident));
    quote_spanned!(Span::mixed_site()=> #named #record)
}

fn enumeration(ty: &Derived, shape: &Enum) -> TokenStream {
    let mut text = header(&name::plain(&ty.ident), &ty.docs, &ty.generics);
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
        Enum::Tagged { tag, content, variants } => return union(ty, Some((tag, content.as_deref())), variants),
        Enum::Untagged(variants) => return union(ty, None, variants),
    }
    let named = named(&ty.ident, &name::plain(&ty.ident), &ty.generics);
    let record = record("enumeration", text.finish(&ty.ident), &[], shown_at(&ty.ident));
    quote_spanned!(Span::mixed_site()=> #named #record)
}

/// One of several types, some of which are declared beside it.
fn union(ty: &Derived, tag: Option<(&str, Option<&str>)>, variants: &[Variant]) -> TokenStream {
    let mut text = header(&name::plain(&ty.ident), &ty.docs, &ty.generics);
    text.flag("value");
    let (declared, terms): (Vec<_>, Vec<_>) = variants.iter().map(|variant| member(ty, tag, variant)).unzip();
    let of = terms_of(&terms);
    let term = quote_spanned!(Span::mixed_site()=> __napi::Of<__napi::Union<#of>>);
    let named = named(&ty.ident, &name::plain(&ty.ident), &ty.generics);
    let record = record("alias", text.finish(&ty.ident), &[term], shown_at(&ty.ident));
    let parameters = parameters(&ty.generics);
    quote_spanned!(Span::mixed_site()=> #(#declared)* #named #parameters #record)
}

/// What is declared for a variant, and its term.
fn member(ty: &Derived, tag: Option<(&str, Option<&str>)>, variant: &Variant) -> (TokenStream, TokenStream) {
    let name = format!("{}{}", name::plain(&ty.ident), name::plain(&variant.ident));
    let literal = |text: &mut Text, tag: &str| {
        text.line("field", tag);
        text.line("ts", &quoted(&variant.name));
    };
    match (tag, &variant.data) {
        (None, data) => data_term(ty, &name, variant, data),
        (Some((tag, None)), data) => declare(ty, &name, variant, |text| {
            let mut terms = Vec::new();
            if let Data::Tuple(types) = data {
                text.flag("extends");
                terms.extend(types.iter().map(|inner| term(inner, outside::of_field(ty, inner))));
            }
            literal(text, tag);
            if let Data::Object(fields) = data {
                terms.extend(self::fields(ty, text, fields));
            }
            terms
        }),
        (Some((tag, Some(content))), data) => {
            let inner = match data {
                Data::Nothing => None,
                data => Some(data_term(ty, &format!("{name}Content"), variant, data)),
            };
            let (before, inner) = inner.unzip();
            let (declared, term) = declare(ty, &name, variant, |text| {
                literal(text, tag);
                if inner.is_some() {
                    text.line("field", content);
                }
                inner.into_iter().collect()
            });
            (quote!(#before #declared), term)
        }
    }
}

/// The term of what a variant carries, and its declaration if it needs one.
fn data_term(ty: &Derived, name: &str, variant: &Variant, data: &Data) -> (TokenStream, TokenStream) {
    match data {
        Data::Nothing => (TokenStream::new(), quote_spanned!(Span::mixed_site()=> __napi::Of<__napi::Null>)),
        Data::Tuple(types) => match &types[..] {
            [inner] => (TokenStream::new(), term(inner, outside::of_field(ty, inner))),
            types => {
                let types = types.iter().map(|inner| outside::of_field(ty, inner));
                (TokenStream::new(), quote_spanned!(shown_at(&variant.ident)=> __napi::Of<(#(#types,)*)>))
            }
        },
        Data::Object(fields) => declare(ty, name, variant, |text| self::fields(ty, text, fields)),
    }
}

/// An object type by a name of its own, for a part of `ty`, and its term.
fn declare(
    ty: &Derived,
    name: &str,
    variant: &Variant,
    fields: impl FnOnce(&mut Text) -> Vec<TokenStream>,
) -> (TokenStream, TokenStream) {
    let generics = bare(&ty.generics);
    let mut text = header(name, &variant.docs, &generics);
    let terms = fields(&mut text);
    // By a name that hides none of the user's.
    let ident = &format_ident!("Napi{name}", span = Span::mixed_site());
    let named = named(ident, name, &generics);
    let record = record("object", text.finish(&variant.ident), &terms, shown_at(&variant.ident));
    let parameters = parameters(&generics);
    let names: Vec<_> = generics.type_params().map(|param| &param.ident).collect();
    let declared = quote_spanned! {Span::mixed_site()=>
        #[allow(dead_code)]
        struct #ident #generics(::core::marker::PhantomData<(#(#names,)*)>);
        const _: () = {
            #named
            #parameters
            #record
        };
    };
    (declared, quote_spanned!(Span::mixed_site()=> __napi::Of<#ident<#(#names),*>>))
}

/// The type parameters alone.
fn bare(generics: &Generics) -> Generics {
    let names = generics.type_params().map(|param| &param.ident);
    parse_quote!(<#(#names),*>)
}

/// Name, documentation, identity and type parameters.
fn header(name: &str, docs: &Docs, generics: &Generics) -> Text {
    let mut text = Text::new(name, docs);
    text.computed_line("id", identity(name));
    for param in generics.type_params() {
        text.line("generic", &name::plain(&param.ident));
    }
    text
}

/// The implementation that names the type by its identity.
fn named(ident: &Ident, name: &str, generics: &Generics) -> TokenStream {
    let identity = identity(name);
    let arguments = generics.type_params().map(|param| {
        let ident = &param.ident;
        quote_spanned!(Span::mixed_site()=> __napi::Of<#ident>)
    });
    let arguments = quote!((#(#arguments,)*));
    let implementation = implementation(
        ident,
        generics,
        &quote_spanned!(Span::mixed_site()=> __napi::Named<#arguments, { NAPI_ID.len() }>),
        &quote_spanned!(Span::mixed_site()=> __napi::named::<#arguments, _>(NAPI_ID)),
    );
    quote_spanned! {Span::mixed_site()=>
        const NAPI_ID: &str = ::core::concat!(#identity);
        #implementation
    }
}

fn implementation(ident: &Ident, declared: &Generics, term: &TokenStream, value: &TokenStream) -> TokenStream {
    let mut generics = declared.clone();
    for param in generics.type_params_mut() {
        param.bounds.push(parse_quote!(__napi::TypeOf));
    }
    let (parameters, _, _) = generics.split_for_impl();
    let (_, arguments, conditions) = declared.split_for_impl();
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
