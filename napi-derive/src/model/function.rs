//! A function as the generated call sees it: each parameter with the role it plays.

use proc_macro2::{Ident, Span};
use syn::{FnArg, Pat, PatType, Path, ReturnType, Signature, Type, TypeReference};

use super::callback::Callback;
use super::{handle, name};
use crate::ctxt::Ctxt;
use crate::parse::callback::{self, Marked};
use crate::parse::default::{self, DefaultValue};
use crate::parse::written::{self, Written};

pub(crate) struct Function<'a> {
    pub(crate) sig: &'a Signature,
    pub(crate) params: Vec<Param<'a>>,
}

pub(crate) struct Param<'a> {
    pub(crate) ty: &'a Type,
    pub(crate) role: Role<'a>,
    pub(crate) default: Option<DefaultValue>,
    /// What `#[threadsafe_callback]` says.
    pub(crate) callback: Option<Callback<'a>>,
    /// What declaration files say instead of the type.
    pub(crate) written: Written,
    /// The name in the function's body.
    pub(crate) ident: Option<&'a Ident>,
    /// The name in messages; empty if the pattern has none.
    pub(crate) name: String,
    /// The name of the closure parameter that carries the value.
    pub(crate) binding: Ident,
}

/// What a parameter is for, recognised by the last segment of its type's path.
pub(crate) enum Role<'a> {
    Env(Env<'a>),
    This,
    /// The instance that a method is called on, as an object.
    Receiver,
    /// `Rest<T>`, with `T` if it is there.
    Rest(Option<&'a Type>),
    Argument,
}

pub(crate) enum Env<'a> {
    Reference(&'a TypeReference),
    Value,
}

/// What the attributes of the parameters say, each with one entry per parameter.
pub(crate) struct Attributes {
    pub(crate) defaults: Vec<Option<DefaultValue>>,
    pub(crate) marked: Vec<Option<Marked>>,
    pub(crate) written: Vec<Written>,
}

impl Attributes {
    /// Takes them off the parameters, because rustc knows no such attributes.
    pub(crate) fn take(cx: &Ctxt, sig: &mut Signature) -> Self {
        Attributes {
            defaults: default::take(cx, sig),
            marked: callback::take(cx, sig),
            written: written::take(cx, sig),
        }
    }
}

impl<'a> Function<'a> {
    /// `attributes` has one entry per parameter. A `self` receiver is left out: it is refused before anyone calls.
    pub(crate) fn new(sig: &'a Signature, attributes: Attributes) -> Self {
        let Attributes { defaults, marked, written } = attributes;
        let attributes = defaults.into_iter().zip(marked).zip(written);
        let typed = sig.inputs.iter().zip(attributes).filter_map(|(input, attributes)| match input {
            FnArg::Typed(typed) => Some((typed, attributes)),
            FnArg::Receiver(_) => None,
        });
        let mut params: Vec<Param<'a>> = Vec::new();
        for (typed, ((default, marked), written)) in typed {
            let role = Role::of(&typed.ty);
            let ident = pattern_name(typed);
            let binding = match role {
                Role::Env(_) => env_binding(),
                _ => binding(sig, &params, ident),
            };
            params.push(Param {
                ty: &typed.ty,
                role,
                default,
                callback: marked.map(|marked| Callback::new(marked, &typed.ty)),
                written,
                ident,
                name: ident.map(name::plain).unwrap_or_default(),
                binding,
            });
        }
        Function { sig, params }
    }

    /// The first parameter besides `Env` is what the method is called on.
    pub(crate) fn with_receiver(mut self) -> Self {
        if let Some(first) = self.params.iter_mut().find(|param| !param.is_env()) {
            first.role = Role::Receiver;
        }
        self
    }

    /// The first `Env` parameter.
    pub(crate) fn env(&self) -> Option<&Param<'a>> {
        self.params.iter().find(|param| param.is_env())
    }

    /// The parameters whose values come from JavaScript, `this` included.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &Param<'a>> {
        self.params.iter().filter(|param| !param.is_env())
    }

    /// The parameters that JavaScript passes by position.
    pub(crate) fn positional(&self) -> impl Iterator<Item = &Param<'a>> {
        self.params.iter().filter(|param| param.is_positional())
    }

    pub(crate) fn result(&self) -> Option<&'a Type> {
        match &self.sig.output {
            ReturnType::Type(_, ty) => Some(ty),
            ReturnType::Default => None,
        }
    }
}

impl Param<'_> {
    pub(crate) fn is_env(&self) -> bool {
        matches!(self.role, Role::Env(_))
    }

    /// Whether JavaScript passes it by position.
    pub(crate) fn is_positional(&self) -> bool {
        matches!(self.role, Role::Rest(_) | Role::Argument)
    }

    /// The reference of an argument that is lent for the call: `&[u8]`, `&Path` or `Option<&str>`.
    ///
    /// A user's `&T` is none: its `FromJs` may give it the lifetime of the scope.
    pub(crate) fn lent(&self) -> Option<&TypeReference> {
        let Role::Argument = self.role else {
            return None;
        };
        let inner = handle::named(self.ty, "Option").and_then(handle::type_argument).unwrap_or(self.ty);
        match handle::bare(inner) {
            Type::Reference(reference) => {
                let lent = handle::is_slice(&reference.elem) || handle::owned_text(&reference.elem).is_some();
                lent.then_some(reference)
            }
            _ => None,
        }
    }
}

/// What a reference that is lent stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Around {
    Option,
    Vec,
}

impl Around {
    /// The method of the runtime's steps that lends it.
    pub(crate) fn method(self) -> &'static str {
        match self {
            Around::Option => "optional",
            Around::Vec => "each",
        }
    }
}

impl<'a> Param<'a> {
    /// `Option<&T>` and `Vec<&T>` of what is no slice or text: instances that are lent.
    pub(crate) fn lent_inside(&self) -> Option<(Around, &'a Type)> {
        let named = |name| handle::named(self.ty, name).and_then(handle::type_argument);
        let (around, inner) = match (named("Option"), named("Vec")) {
            (Some(inner), _) => (Around::Option, inner),
            (None, Some(inner)) => (Around::Vec, inner),
            (None, None) => return None,
        };
        match handle::bare(inner) {
            // Of text an `Option` is an argument by itself.
            Type::Reference(reference) => match handle::bare(&reference.elem) {
                to @ Type::Path(_) if handle::owned_text(to).is_none() => Some((around, inner)),
                _ => None,
            },
            _ => None,
        }
    }
}

impl<'a> Role<'a> {
    fn of(ty: &'a Type) -> Self {
        if let Type::Reference(reference) = handle::bare(ty)
            && handle::named(&reference.elem, "Env").is_some()
        {
            return Role::Env(Env::Reference(reference));
        }
        if handle::named(ty, "Env").is_some() {
            return Role::Env(Env::Value);
        }
        if handle::named(ty, "This").is_some() {
            return Role::This;
        }
        match handle::named(ty, "Rest") {
            Some(path) => Role::Rest(handle::type_argument(path)),
            None => Role::Argument,
        }
    }
}

pub(crate) fn is_env(ty: &Type) -> bool {
    matches!(Role::of(ty), Role::Env(_))
}

/// `Rest` alone.
pub(crate) fn rest_without_type(ty: &Type) -> Option<&Path> {
    handle::named(ty, "Rest").filter(|path| handle::type_argument(path).is_none())
}

/// The closure parameter that carries the `Env`.
pub(crate) fn env_binding() -> Ident {
    Ident::new("env", Span::mixed_site())
}

/// The parameter's own name, so that the expansion reads like the function; a new one where that would be ambiguous.
fn binding(sig: &Signature, before: &[Param<'_>], own: Option<&Ident>) -> Ident {
    let inputs_before = before.iter().filter(|param| !param.is_env()).count();
    let numbered = (inputs_before..).map(|number| Ident::new(&format!("arg{number}"), Span::mixed_site()));
    free_binding(own.cloned().into_iter().chain(numbered), |name| {
        *name == sig.ident || *name == env_binding() || before.iter().any(|param| param.binding == *name)
    })
}

/// The first of endless names that nothing else in the closure has. It is hygienic: it cannot be confused with an item of the user's.
pub(crate) fn free_binding(mut names: impl Iterator<Item = Ident>, is_taken: impl Fn(&Ident) -> bool) -> Ident {
    let mut binding = names.find(|name| !is_taken(name)).expect("there are more names than parameters");
    binding.set_span(Span::mixed_site());
    binding
}

fn pattern_name(typed: &PatType) -> Option<&Ident> {
    match &*typed.pat {
        Pat::Ident(pattern) => Some(&pattern.ident),
        _ => None,
    }
}
