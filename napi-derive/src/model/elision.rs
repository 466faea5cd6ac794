//! Results that leave the scope of their handles out, and the signature to write instead.

use syn::{FnArg, Signature};

use super::function::{self, Function};
use super::lifetime::{self, Elided};
use super::repair::{self, References};
use crate::render;

/// A result that does not name the scope, where it is not clear to rustc which one is meant.
pub(crate) struct Elision {
    /// Where the scope is left out first.
    pub(crate) first: Elided,
    /// The same signature with the scope named.
    named: Signature,
}

impl Elision {
    /// `None` if there is nothing to name, or if it could be the scope of another parameter: there rustc knows best.
    pub(crate) fn of(function: &Function<'_>) -> Option<Elision> {
        if function.env().is_none() && !function.params.is_empty() {
            return None;
        }
        let first = lifetime::first_elided(function.result()?)?;
        let named = repair::with_one_scope(function, References::AsWritten);
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

fn is_env(input: &FnArg) -> bool {
    matches!(input, FnArg::Typed(typed) if function::is_env(&typed.ty))
}
