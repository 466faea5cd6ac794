//! The scope policy: which scope a call gets, decided from the signature. This is the only place that decides it.

use proc_macro2::{Ident, Span};

use super::function::Function;
use super::lifetime;

/// The scope around one call of an exported function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Policy {
    /// Without `Env` a function cannot make handles: a scope could only cost.
    NoEnv,
    /// What the function makes dies with the call.
    OwnScope,
    /// The result carries a handle out of the scope.
    EscapableScope,
    /// The user leaves it to the scope that the host opened.
    HostScope,
}

impl Policy {
    pub(crate) fn of(function: &Function<'_>, host_scope: bool) -> Policy {
        if function.env().is_none() {
            Policy::NoEnv
        } else if host_scope {
            Policy::HostScope
        } else if function.result().is_some_and(|result| lifetime::mentions_declared(function.sig, result)) {
            Policy::EscapableScope
        } else {
            Policy::OwnScope
        }
    }

    /// The method of the runtime's `Call` that opens it.
    pub(crate) fn method(self) -> Ident {
        let name = match self {
            Policy::NoEnv => "no_env",
            Policy::OwnScope => "own_scope",
            Policy::EscapableScope => "escapable_scope",
            Policy::HostScope => "host_scope",
        };
        Ident::new(name, Span::mixed_site())
    }
}
