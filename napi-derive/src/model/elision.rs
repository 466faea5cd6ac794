//! Results that leave the scope of their handles out, and the signature to write instead.

use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, Lifetime, PatType, Path, ReturnType, Signature};

use super::function::Function;
use super::lifetime::{self, Elided};
use super::{function, handle};
use crate::render;

/// A result that does not name the scope, where it is not clear to rustc which one is meant.
pub(crate) struct Elision {
    /// Where the scope is left out first.
    pub(crate) first: Elided,
    /// The same signature with the scope named.
    pub(crate) named: Signature,
}

impl Elision {
    /// `None` if there is nothing to name, or if it could be the scope of another parameter: there rustc knows best.
    pub(crate) fn of(function: &Function<'_>) -> Option<Elision> {
        if function.env().is_none() && !function.params.is_empty() {
            return None;
        }
        let scope = scope_to_name(function);
        let mut named = function.sig.clone();
        let ReturnType::Type(_, result) = &mut named.output else {
            return None;
        };
        let first = lifetime::name_elided(result, &scope).into_iter().next()?;
        if let Some(env) = env_parameter(&mut named) {
            NameEnv(&scope).visit_type_mut(&mut env.ty);
        }
        lifetime::declare(&mut named, scope);
        Some(Elision { first, named })
    }

    /// The signature to write, other parameters left out: `fn f<'s>(env: &mut Env<'s>, ..) -> Object<'s>`.
    pub(crate) fn text(&self) -> String {
        let Signature { ident, generics, inputs, output, .. } = &self.named;
        let params = match inputs.iter().position(is_env) {
            Some(position) => {
                let before = if position > 0 { ".., " } else { "" };
                let after = if position + 1 < inputs.len() { ", .." } else { "" };
                format!("{before}{}{after}", render::tokens(&inputs[position]))
            }
            None => "env: &mut Env<'s>".to_owned(),
        };
        format!("fn {ident}{}({params}){}", render::tokens(generics), render::tokens(output))
    }
}

/// The lifetime that `Env` has, or `'s`.
fn scope_to_name(function: &Function<'_>) -> Lifetime {
    let own = function.env().and_then(|env| handle::lifetime(env.env_path()?));
    match own.filter(|lifetime| lifetime.ident != "_" && lifetime.ident != "static") {
        Some(own) => own.clone(),
        None => lifetime::scope(function.sig),
    }
}

fn is_env(input: &FnArg) -> bool {
    matches!(input, FnArg::Typed(typed) if function::is_env(&typed.ty))
}

fn env_parameter(sig: &mut Signature) -> Option<&mut PatType> {
    sig.inputs.iter_mut().find(|input| is_env(input)).and_then(|input| match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    })
}

/// Makes `Env` and `Env<'_>` `Env<'s>`.
struct NameEnv<'a>(&'a Lifetime);

impl VisitMut for NameEnv<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.0.clone();
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        // Not the lifetime of the borrow.
        self.visit_type_mut(&mut reference.elem);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        if handle::lifetime(path).is_none() {
            lifetime::insert(path, self.0);
        }
    }
}
