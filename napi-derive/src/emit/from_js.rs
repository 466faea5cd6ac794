//! The implementation of `FromJs` that is derived.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote_spanned;
use syn::Type;

use super::derived::{Header, columns, is_owned, names, place, properties};
use super::{shown_at, variants};
use crate::parse::args::Default;
use crate::parse::derived::{Derived, Field, Role, Shape};
use crate::parse::enums::{Enum, Variant};

pub(super) fn emit(ty: &Derived) -> TokenStream {
    let header = Header::from_js(ty);
    match &ty.shape {
        Shape::Object(fields) => object(ty, &header, fields),
        Shape::Tuple(types) => tuple(ty, &header, types),
        Shape::Enum(shape) => one_of(ty, &header, shape),
        Shape::Unknown => {
            from_js(ty, &header, &quote_spanned!(Span::mixed_site()=> ::core::unreachable!()), None, None)
        }
    }
}

/// The implementation whose function has this body.
fn from_js(
    ty: &Derived,
    header: &Header,
    body: &TokenStream,
    rest: Option<TokenStream>,
    elements: Option<TokenStream>,
) -> TokenStream {
    let (ident, scope) = (&ty.ident, &header.scope);
    let (parameters, _, conditions) = header.generics.split_for_impl();
    let (_, arguments, _) = ty.generics.split_for_impl();
    let elements = elements.map(|body| {
        quote_spanned! {Span::mixed_site()=>
            fn elements_from_js(
                env: &__napi::Env<#scope>,
                array: __napi::Array<#scope>,
            ) -> __napi::Result<__napi::Vec<Self>> {
                #body
            }
        }
    });
    quote_spanned! {Span::mixed_site()=>
        impl #parameters __napi::FromJs<#scope> for #ident #arguments #conditions {
            fn from_js(env: &__napi::Env<#scope>, value: __napi::Value<#scope>) -> __napi::Result<Self> {
                #body
            }
            #rest
            #elements
        }
    }
}

/// How it is read where it is flattened, and the names that it takes there, which `names` adds.
fn rest(header: &Header, body: &TokenStream, names: &TokenStream) -> TokenStream {
    let scope = &header.scope;
    quote_spanned! {Span::mixed_site()=>
        fn from_rest(
            env: &__napi::Env<#scope>,
            object: __napi::Object<#scope>,
            known: &[&::core::ffi::CStr],
        ) -> __napi::Result<Self> {
            #body
        }
        fn add_names(names: &mut __napi::PropertyNames) {
            #[allow(unused_imports)]
            use __napi::NoNames as _;
            if names.begin(<Self as __napi::FromJs<#scope>>::add_names) {
                #names
            }
        }
    }
}

/// `NamesOf::<Size>::add(names);` for each of the types.
pub(super) fn add_names<'a>(types: impl Iterator<Item = &'a Type>) -> TokenStream {
    let types = types.map(|ty| quote_spanned!(shown_at(ty)=> __napi::NamesOf::<'_, #ty>::add(names);));
    types.collect()
}

pub(super) fn flattened(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| matches!(field.role, Role::Flatten))
}

/// `|names| NamesOf::<Size>::add(names)`, of all that is flattened but for the field itself.
fn others(fields: &[Field], field: &Field) -> TokenStream {
    let others: Vec<_> =
        flattened(fields).filter(|other| !std::ptr::eq(*other, field)).map(|other| &other.ty).collect();
    if others.is_empty() {
        return quote_spanned!(Span::mixed_site()=> |_| ());
    }
    let names = add_names(others.into_iter());
    quote_spanned! {Span::mixed_site()=>
        |names| {
            #[allow(unused_imports)]
            use __napi::NoNames as _;
            #names
        }
    }
}

fn object(ty: &Derived, header: &Header, fields: &[Field]) -> TokenStream {
    let (ident, scope) = (&ty.ident, &header.scope);
    let (parameters, _, conditions) = header.generics.split_for_impl();
    let (_, arguments, _) = ty.generics.split_for_impl();
    let names = names(fields);
    let columns = columns(ty, fields, &quote_spanned!(Span::mixed_site()=> ColumnIn));
    let values = initializers(fields);
    let elements = is_owned(ty).then(|| quote_spanned!(Span::mixed_site()=> __napi::read_objects(env, array)));
    let body = quote_spanned!(Span::mixed_site()=> __napi::from_object(env, value));
    let flattened = add_names(flattened(fields).map(|field| &field.ty));
    let rest = rest(
        header,
        &quote_spanned!(Span::mixed_site()=> __napi::from_rest(env, object, known)),
        &quote_spanned! {Span::mixed_site()=>
            names.add(<Self as __napi::FromFields<#scope>>::NAMES);
            #flattened
        },
    );
    let from_js = from_js(ty, header, &body, Some(rest), elements);
    let deny = ty.deny_unknown.then(|| quote_spanned!(Span::mixed_site()=> fields.deny_unknown()?;));
    let unused = (properties(fields).count() == 0).then(|| quote_spanned!(Span::mixed_site()=> let _ = fields;));
    quote_spanned! {Span::mixed_site()=>
        impl #parameters __napi::FromFields<#scope> for #ident #arguments #conditions {
            const NAMES: &'static [&'static ::core::ffi::CStr] = #names;
            #columns
            fn from_fields(fields: &__napi::Fields<'_, #scope>) -> __napi::Result<Self> {
                #unused
                #deny
                __napi::Result::Ok(Self { #values })
            }
        }
        #from_js
    }
}

/// `name: fields.get(0)?, age: fields.get_or(1, || 18)?`, in the order in which they are declared, so that getters run in it.
pub(super) fn initializers(fields: &[Field]) -> TokenStream {
    let mut index = 0;
    let values = fields.iter().map(|field| {
        let place = Literal::usize_unsuffixed(index);
        index += usize::from(field.role.has_name());
        let (ident, at) = (&field.ident, shown_at(&field.ty));
        let value = match &field.role {
            Role::Plain => quote_spanned!(at=> fields.get(#place)?),
            Role::Default(default) => {
                let (ty, default) = (&field.ty, function(default));
                quote_spanned!(at=> fields.get_or::<#ty>(#place, #default)?)
            }
            Role::Nullable => quote_spanned!(at=> fields.get_nullable(#place)?),
            Role::Flatten => {
                let others = others(fields, field);
                quote_spanned!(at=> fields.flattened(#others)?)
            }
            Role::With(with) => quote_spanned!(shown_at(with)=> fields.get_with(#place, #with::from_js)?),
            Role::Skip(Some(Default { value: Some(value), .. })) => quote_spanned!(at=> #value),
            Role::Skip(_) => quote_spanned!(at=> ::core::default::Default::default()),
        };
        quote_spanned!(Span::mixed_site()=> #ident: #value,)
    });
    values.collect()
}

/// What makes a default.
fn function(default: &Default) -> TokenStream {
    match &default.value {
        Some(value) => quote_spanned!(Span::mixed_site()=> || #value),
        None => quote_spanned!(shown_at(&default.key)=> ::core::default::Default::default),
    }
}

/// As the one field is, or an array with as many elements as there are fields.
fn tuple(ty: &Derived, header: &Header, types: &[Type]) -> TokenStream {
    let scope = &header.scope;
    if let [inner] = types {
        let at = shown_at(inner);
        let body = quote_spanned! {at=>
            let _level = __napi::Nested::enter(env, value)?;
            <#inner as __napi::FromJs<#scope>>::from_js(env, value).map(Self)
        };
        let elements = quote_spanned! {at=>
            let _level = __napi::Nested::enter(env, array)?;
            __napi::Result::Ok(
                <#inner as __napi::FromJs<#scope>>::elements_from_js(env, array)?.into_iter().map(Self).collect()
            )
        };
        let rest = rest(
            header,
            &quote_spanned! {at=>
                let _level = __napi::Nested::enter(env, object)?;
                <#inner as __napi::FromJs<#scope>>::from_rest(env, object, known).map(Self)
            },
            &add_names([inner].into_iter()),
        );
        return from_js(ty, header, &body, Some(rest), Some(elements));
    }
    let bindings: Vec<_> = (0..types.len()).map(|index| quote::format_ident!("field{index}")).collect();
    let body = quote_spanned! {shown_at(&ty.ident)=>
        let _level = __napi::Nested::enter(env, value)?;
        let (#(#bindings,)*): (#(#types,)*) = __napi::FromJs::from_js(env, value)?;
        __napi::Result::Ok(Self(#(#bindings),*))
    };
    let elements = quote_spanned!(Span::mixed_site()=> __napi::read_batched(env, array));
    from_js(ty, header, &body, None, is_owned(ty).then_some(elements))
}

/// The variant that the string or the number is, or that carries what is read.
fn one_of(ty: &Derived, header: &Header, shape: &Enum) -> TokenStream {
    let scope = &header.scope;
    let (mut flattened, mut tried) = (None, None);
    let body = match shape {
        Enum::Strings(variants) => {
            let names = variants.iter().map(|variant| &variant.name);
            let value = quote_spanned!(Span::mixed_site()=> __napi::read_variant(env, value, &[#(#names),*])?);
            plain(&value, variants.iter().collect())
        }
        Enum::Numbers(variants) => {
            let numbers = variants.iter().map(|(_, number)| Literal::i64_unsuffixed(*number));
            let value = quote_spanned!(Span::mixed_site()=> __napi::read_number(env, value, &[#(#numbers),*])?);
            plain(&value, variants.iter().map(|(variant, _)| variant).collect())
        }
        Enum::Tagged { tag, content, variants } => {
            let body = variants::read_tagged(ty, tag, content.as_deref(), variants);
            let beside: Vec<_> = [tag.as_str()].into_iter().chain(content.as_deref()).collect();
            let inside = if content.is_none() { &variants[..] } else { &[] };
            let names = variants::names(&beside, inside);
            flattened = Some(rest(header, &body, &names));
            quote_spanned! {Span::mixed_site()=>
                <Self as __napi::FromJs<#scope>>::from_rest(env, value.to(env)?, &[])
            }
        }
        Enum::Untagged(variants) => {
            let new = |untagged| quote_spanned!(Span::mixed_site()=> __napi::FromVariants::from_variants(#untagged));
            let body = new(quote_spanned!(Span::mixed_site()=> __napi::Untagged::rest(env, object, known)?));
            flattened = Some(rest(header, &body, &variants::names(&[], variants)));
            tried = Some(from_variants(ty, header, &variants::read_untagged(ty, variants)));
            new(quote_spanned!(Span::mixed_site()=> __napi::Untagged::new(env, value)?))
        }
    };
    let elements = quote_spanned!(Span::mixed_site()=> __napi::read_batched(env, array));
    let from_js = from_js(ty, header, &body, flattened, is_owned(ty).then_some(elements));
    quote_spanned!(Span::mixed_site()=> #tried #from_js)
}

/// What tries the variants, of a value and of what is flattened.
fn from_variants(ty: &Derived, header: &Header, body: &TokenStream) -> TokenStream {
    let (ident, scope) = (&ty.ident, &header.scope);
    let (parameters, _, conditions) = header.generics.split_for_impl();
    let (_, arguments, _) = ty.generics.split_for_impl();
    quote_spanned! {Span::mixed_site()=>
        impl #parameters __napi::FromVariants<#scope> for #ident #arguments #conditions {
            fn from_variants(mut untagged: __napi::Untagged<'_, #scope>) -> __napi::Result<Self> {
                #body
            }
        }
    }
}

/// The variant in the place that `value` is.
fn plain(value: &TokenStream, variants: Vec<&Variant>) -> TokenStream {
    let arms = variants.iter().enumerate().map(|(index, variant)| {
        let (place, ident) = (place(index, variants.len()), &variant.ident);
        quote_spanned!(Span::mixed_site()=> #place => Self::#ident,)
    });
    quote_spanned! {Span::mixed_site()=>
        __napi::Result::Ok(match #value {
            #(#arms)*
        })
    }
}
