//! The signature that a function with mistakes in its lifetimes seems to mean.

use syn::visit_mut::{self, VisitMut};
use syn::{
    FnArg, Lifetime, ParenthesizedGenericArguments, Path, ReturnType, Signature, Type, TypeFnPtr, TypeReference,
};

use super::elision::Elision;
use super::function::Function;
use super::{borrow, handle, lifetime};

/// The signature that the body makes sense for, or `None` if that is the one it has.
pub(crate) fn repaired(function: &Function<'_>) -> Option<Signature> {
    if !borrow::of_result(function).is_empty() {
        Some(with_one_scope(function, References::Named))
    } else if Elision::of(function).is_some() || makes_static_handles(function) {
        Some(with_one_scope(function, References::AsWritten))
    } else {
        None
    }
}

/// Handles that come from an argument may stay `'static` for the body: what outlives all scopes fits into each.
fn makes_static_handles(function: &Function<'_>) -> bool {
    let env = function.env().map(|env| env.ty);
    env.into_iter().chain(function.result()).any(|ty| !lifetime::static_handles(ty).is_empty())
}

/// What to do with the lifetimes of references.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum References {
    AsWritten,
    /// Those left out get the scope's, so that the result may borrow any parameter.
    Named,
}

/// The signature with one scope for each type of napi-core that leaves it out or is `'static`.
pub(crate) fn with_one_scope(function: &Function<'_>, references: References) -> Signature {
    let mut sig = function.sig.clone();
    let scope = scope_to_name(function);
    let mut naming = NameScope { scope: &scope, references };
    types_mut(&mut sig).for_each(|ty| naming.visit_type_mut(ty));
    lifetime::declare(&mut sig, scope);
    sig
}

/// The lifetime that `Env` has, or else the first one of a handle, or else `'s`.
fn scope_to_name(function: &Function<'_>) -> Lifetime {
    let params = function.env().into_iter().chain(&function.params);
    let mut scopes = params.flat_map(|param| lifetime::scopes(param.ty)).map(|(_, lifetime)| lifetime);
    scopes.find(lifetime::is_named).unwrap_or_else(|| lifetime::scope(function.sig))
}

/// The types of the parameters and the result.
fn types_mut(sig: &mut Signature) -> impl Iterator<Item = &mut Type> {
    let inputs = sig.inputs.iter_mut().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(&mut *typed.ty),
        FnArg::Receiver(_) => None,
    });
    let output = match &mut sig.output {
        ReturnType::Type(_, ty) => Some(&mut **ty),
        ReturnType::Default => None,
    };
    inputs.chain(output)
}

struct NameScope<'a> {
    scope: &'a Lifetime,
    references: References,
}

impl VisitMut for NameScope<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.scope.clone();
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        if !handle::is_scoped(path) {
            return;
        }
        match handle::lifetime_mut(path) {
            Some(lifetime) if lifetime.ident == "static" => *lifetime = self.scope.clone(),
            Some(_) => {}
            None => lifetime::insert(path, self.scope),
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        match self.references {
            References::AsWritten => self.visit_type_mut(&mut reference.elem),
            References::Named => {
                reference.lifetime.get_or_insert_with(|| self.scope.clone());
                visit_mut::visit_type_reference_mut(self, reference);
            }
        }
    }

    // Lifetimes left out in the parameters and results of function types are their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {}
}
