//! Borrows that end with the call: what arguments are lent for, and what a result must not keep.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Lifetime, ParenthesizedGenericArguments, TypeFnPtr, TypeReference};

use super::function::{Function, Param};
use super::lifetime;

/// What a result borrows: its references that are not `&'static`, and elsewhere the lifetimes that arguments are lent for.
pub(crate) fn of_result(function: &Function<'_>) -> Vec<TokenStream> {
    let mut borrows = Borrows { lent: lent_lifetimes(function), found: Vec::new() };
    if let Some(result) = function.result() {
        borrows.visit_type(result);
    }
    borrows.found
}

/// Whether `lifetime` is that of a scope: a result with it is made of handles.
pub(crate) fn is_scope(function: &Function<'_>, lifetime: &Lifetime) -> bool {
    let types = function.params.iter().map(|param| param.ty).chain(function.result());
    types.flat_map(lifetime::scopes).any(|(_, scope)| scope == *lifetime)
}

/// The names of the lifetimes that arguments are lent for, and nothing else.
fn lent_lifetimes(function: &Function<'_>) -> Vec<Lifetime> {
    let lent = function.params.iter().filter_map(Param::lent).filter_map(|reference| reference.lifetime.clone());
    lent.filter(|lent| lifetime::is_named(lent) && !is_scope(function, lent)).collect()
}

struct Borrows {
    lent: Vec<Lifetime>,
    found: Vec<TokenStream>,
}

impl<'ast> Visit<'ast> for Borrows {
    fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
        if self.lent.contains(lifetime) {
            self.found.push(lifetime.to_token_stream());
        }
    }

    fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
        match &reference.lifetime {
            Some(lifetime) if lifetime.ident == "static" => visit::visit_type_reference(self, reference),
            _ => self.found.push(reference.to_token_stream()),
        }
    }

    // Function types borrow when they are called.
    fn visit_type_fn_ptr(&mut self, _: &'ast TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments(&mut self, _: &'ast ParenthesizedGenericArguments) {}
}
