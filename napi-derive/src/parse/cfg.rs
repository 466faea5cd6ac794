//! `#[cfg]` and `#[cfg_attr]`: what the generated items inherit, and functions whose parameters depend on it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, FnArg, Meta};

use super::item::Function;
use super::split_commas;

/// The attributes of an item that the items beside it need too: those that decide whether it exists, and which lints it
/// allows, because the generated code names its types and calls it.
///
/// Of `#[cfg_attr(P, cfg(Q), inline)]` only `#[cfg_attr(P, cfg(Q))]`: the rest is about the function.
pub(crate) fn inherited(attrs: &[Attribute]) -> Vec<TokenStream> {
    attrs.iter().filter_map(|attr| inherit(&attr.meta)).map(|meta| quote!(#[#meta])).collect()
}

/// Whether an item with these attributes may not exist.
pub(crate) fn is_conditional(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr"))
}

fn inherit(meta: &Meta) -> Option<TokenStream> {
    if meta.path().is_ident("deprecated") {
        return Some(quote!(allow(deprecated)));
    }
    let Meta::List(list) = meta else { return None };
    let (path, tokens) = (&list.path, &list.tokens);
    if path.is_ident("cfg") || path.is_ident("allow") {
        return Some(quote!(#list));
    }
    // What is expected of the function need not come true of the generated code.
    if path.is_ident("expect") {
        return Some(quote!(allow(#tokens)));
    }
    if !path.is_ident("cfg_attr") {
        return None;
    }
    let (predicate, attrs) = cfg_attr(tokens)?;
    let kept: Vec<_> = attrs.into_iter().filter_map(|attr| inherit(&syn::parse2(attr).ok()?)).collect();
    (!kept.is_empty()).then(|| quote!(#path(#predicate, #(#kept),*)))
}

/// `P` and the attributes of `cfg_attr(P, attributes)`.
fn cfg_attr(tokens: &TokenStream) -> Option<(TokenStream, Vec<TokenStream>)> {
    let mut parts = split_commas(tokens.clone()).into_iter();
    Some((parts.next()?, parts.collect()))
}

/// A function as it is if `predicate` holds, and as it is if not.
pub(crate) struct Split {
    pub(crate) predicate: TokenStream,
    pub(crate) then: Function,
    pub(crate) otherwise: Function,
}

/// Splits at the first parameter with `#[cfg]` or `#[cfg_attr]`.
///
/// A macro cannot evaluate a `cfg`, and both the signature and the generated call depend on it; so there will be two
/// functions of which one exists. The macro then sees each of them, which handles further such parameters.
pub(crate) fn split(function: &Function) -> Option<Split> {
    let (position, attribute) = conditional_parameter(function)?;
    let mut then = function.clone();
    let mut otherwise = function.clone();
    let attr = take_attribute(&mut then, position, attribute)?;
    take_attribute(&mut otherwise, position, attribute)?;
    let Meta::List(list) = &attr.meta else {
        return None;
    };
    if list.path.is_ident("cfg") {
        otherwise.sig.inputs = without(otherwise.sig.inputs, position);
        return Some(Split { predicate: list.tokens.clone(), then, otherwise });
    }
    let (predicate, attrs) = cfg_attr(&list.tokens)?;
    let attrs = attrs.into_iter().map(|meta| Some(Attribute { meta: syn::parse2(meta).ok()?, ..attr.clone() }));
    let attrs: Vec<_> = attrs.collect::<Option<_>>()?;
    parameter_attributes(&mut then, position)?.splice(attribute..attribute, attrs);
    Some(Split { predicate, then, otherwise })
}

/// The position of the parameter, and of the attribute among its attributes.
fn conditional_parameter(function: &Function) -> Option<(usize, usize)> {
    let is_conditional = |attr: &Attribute| {
        let Meta::List(list) = &attr.meta else {
            return false;
        };
        list.path.is_ident("cfg") || list.path.is_ident("cfg_attr")
    };
    function.sig.inputs.iter().enumerate().find_map(|(position, input)| {
        let FnArg::Typed(typed) = input else {
            return None;
        };
        Some((position, typed.attrs.iter().position(is_conditional)?))
    })
}

fn parameter_attributes(function: &mut Function, position: usize) -> Option<&mut Vec<Attribute>> {
    match &mut function.sig.inputs[position] {
        FnArg::Typed(typed) => Some(&mut typed.attrs),
        FnArg::Receiver(_) => None,
    }
}

fn take_attribute(function: &mut Function, position: usize, attribute: usize) -> Option<Attribute> {
    Some(parameter_attributes(function, position)?.remove(attribute))
}

fn without<T, P: Default>(list: Punctuated<T, P>, position: usize) -> Punctuated<T, P> {
    list.into_iter().enumerate().filter(|&(i, _)| i != position).map(|(_, item)| item).collect()
}
