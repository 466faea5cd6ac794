//! The implementations that are derived: little code, which calls the runtime.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote_spanned;
use syn::{GenericParam, Generics, Lifetime, LifetimeParam, parse_quote};

use super::{from_js, into_js, root, shown_at, type_of};
use crate::parse::cfg;
use crate::parse::derived::{Derived, Field, Role, Shape, Traits};

/// The implementations, and the record of a type that is declared under a name.
pub(crate) fn emit(ty: &Derived, traits: Traits) -> TokenStream {
    let root = root(ty.root.as_ref());
    let inherited = cfg::inherited(&ty.attrs);
    let from_js = traits.from_js.then(|| from_js::emit(ty));
    let into_js = traits.into_js.then(|| into_js::emit(ty));
    let type_of = traits.type_of.then(|| type_of::emit(ty));
    let family = (traits == Traits::ALL && is_owned(ty)).then(|| family(ty));
    quote_spanned! {Span::mixed_site()=>
        #(#inherited)*
        const _: () = {
            use #root::__private as __napi;
            #from_js
            #into_js
            #type_of
            #family
        };
    }
}

/// An owned type names itself where no scope can be named.
fn family(ty: &Derived) -> TokenStream {
    let ident = &ty.ident;
    let (parameters, arguments, conditions) = ty.generics.split_for_impl();
    quote_spanned! {Span::mixed_site()=>
        impl #parameters __napi::Family for #ident #arguments #conditions {
            type Of<'x> = Self;
        }
    }
}

/// What stands for them after an error: some implementations, so that nothing more is said about the same mistake.
pub(crate) fn inert(ty: Derived, traits: Traits) -> TokenStream {
    emit(&Derived { shape: Shape::Unknown, written: Default::default(), ..ty }, traits)
}

/// The beginning of an implementation: its parameters, the scope of the handles, and the type with its arguments and conditions.
pub(super) struct Header {
    pub(super) generics: Generics,
    pub(super) scope: Lifetime,
}

impl Header {
    /// The handles in the type belong to the scope.
    pub(super) fn from_js(ty: &Derived) -> Self {
        let mut generics = ty.generics.clone();
        let declared = generics.lifetimes().next().map(|declared| declared.lifetime.clone());
        let scope = declared.unwrap_or_else(|| add_scope(&mut generics));
        for param in generics.type_params_mut() {
            param.bounds.push(parse_quote!(__napi::FromJs<#scope>));
        }
        Self { generics, scope }
    }

    /// The handles in the type belong to the scope, or to one around it.
    pub(super) fn into_js(ty: &Derived) -> Self {
        let mut generics = ty.generics.clone();
        let scope = add_scope(&mut generics);
        for param in &mut generics.params {
            match param {
                GenericParam::Lifetime(param) if param.lifetime != scope => param.bounds.push(scope.clone()),
                GenericParam::Type(param) => param.bounds.push(parse_quote!(__napi::IntoJs<#scope>)),
                _ => {}
            }
        }
        Self { generics, scope }
    }
}

/// Declares a lifetime by a name that the type does not use.
fn add_scope(generics: &mut Generics) -> Lifetime {
    let names = ["'s", "'scope", "'napi_scope"].map(|name| Lifetime::new(name, Span::mixed_site()));
    let is_free = |name: &Lifetime| generics.lifetimes().all(|declared| declared.lifetime.ident != name.ident);
    let scope = names.iter().find(|name| is_free(name)).unwrap_or(&names[2]).clone();
    generics.params.insert(0, GenericParam::Lifetime(LifetimeParam::new(scope.clone())));
    scope
}

/// Whether no handle can be inside, so that whole arrays are converted in batches of handles.
pub(super) fn is_owned(ty: &Derived) -> bool {
    ty.generics.lifetimes().next().is_none() && ty.generics.type_params().next().is_none()
}

/// The fields with names of their own, each with its place among them.
pub(super) fn properties(fields: &[Field]) -> impl Iterator<Item = (usize, &Field)> {
    fields.iter().filter(|field| field.role.has_name()).enumerate()
}

/// `&[c"name", c"age"]`
pub(super) fn names(fields: &[Field]) -> TokenStream {
    let names = properties(fields).map(|(_, field)| c_string(&field.name));
    quote_spanned!(Span::mixed_site()=> &[#(#names),*])
}

/// `const COLUMNS: .. = &[ColumnIn::<f64>::COLUMN];` for an owned type each of whose fields is converted as its type says: it may be a
/// number in a row.
pub(super) fn columns(ty: &Derived, fields: &[Field], column: &TokenStream) -> Option<TokenStream> {
    let plain = |field: &Field| matches!(field.role, Role::Plain | Role::Skip(_));
    if ty.deny_unknown || !is_owned(ty) || !fields.iter().all(plain) || properties(fields).count() == 0 {
        return None;
    }
    let columns = properties(fields).map(|(_, field)| {
        let (ty, at) = (&field.ty, shown_at(&field.ty));
        quote_spanned!(at=> __napi::#column::<#ty>::COLUMN)
    });
    Some(quote_spanned! {Span::mixed_site()=>
        const COLUMNS: &'static [::core::option::Option<__napi::Column>] = {
            #[allow(unused_imports)]
            use __napi::NoColumn as _;
            &[#(#columns),*]
        };
    })
}

/// `c"name"`; the parser has refused zero bytes.
pub(super) fn c_string(name: &str) -> Literal {
    let bytes: Vec<u8> = name.bytes().filter(|&byte| byte != 0).chain([0]).collect();
    Literal::c_string(std::ffi::CStr::from_bytes_with_nul(&bytes).unwrap_or_default())
}

/// The variant in the place `index`, of `count` ones, in a `match`: what is none of the others is the last.
pub(super) fn place(index: usize, count: usize) -> TokenStream {
    let literal = Literal::usize_unsuffixed(index);
    if index + 1 == count {
        quote_spanned!(Span::mixed_site()=> _)
    } else {
        quote_spanned!(Span::mixed_site()=> #literal)
    }
}
