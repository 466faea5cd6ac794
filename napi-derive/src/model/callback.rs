//! The type of a parameter with `#[threadsafe_callback]`: a closure, or the runtime's own.

use proc_macro2::Ident;
use syn::{ParenthesizedGenericArguments, Path, PathArguments, ReturnType, TraitBound, Type, TypeParamBound};

use super::handle;
use crate::parse::args::Args;
use crate::parse::callback::Marked;

/// The runtime's type, which generated code names too.
pub(crate) const RUNTIME_TYPE: &str = "ThreadsafeCallback";

pub(crate) struct Callback<'a> {
    pub(crate) marked: Marked,
    pub(crate) form: Form<'a>,
}

pub(crate) enum Form<'a> {
    /// `ThreadsafeCallback<(i32,), bool>`
    Runtime,
    /// `impl Fn(i32) -> Result<bool>`
    Closure(Closure<'a>),
    /// What cannot be one.
    Other,
}

#[derive(Clone, Copy)]
pub(crate) struct Closure<'a> {
    /// `Fn`, `AsyncFn`, or one of those that are called once or exclusively.
    pub(crate) name: &'a Ident,
    pub(crate) signature: &'a ParenthesizedGenericArguments,
}

/// What a call of a closure gives.
#[derive(Clone, Copy)]
pub(crate) enum Answer<'a> {
    /// Nothing, and so nobody waits.
    None,
    /// The `bool` of `Result<bool>`.
    Result(&'a Type),
    /// A type that cannot say that the call failed.
    Plain(&'a Type),
}

impl<'a> Callback<'a> {
    pub(crate) fn new(marked: Marked, ty: &'a Type) -> Self {
        Callback { marked, form: Form::of(ty) }
    }

    pub(crate) fn options(&self) -> &Args {
        &self.marked.args
    }
}

impl<'a> Form<'a> {
    fn of(ty: &'a Type) -> Self {
        if handle::named(ty, RUNTIME_TYPE).is_some() {
            return Form::Runtime;
        }
        Closure::of(ty).map_or(Form::Other, Form::Closure)
    }
}

impl<'a> Closure<'a> {
    /// The first bound of an `impl ..` that is written like a call.
    pub(crate) fn of(ty: &'a Type) -> Option<Self> {
        let Type::ImplTrait(ty) = handle::bare(ty) else { return None };
        ty.bounds.iter().find_map(|bound| {
            let TypeParamBound::Trait(TraitBound { path: Path { segments, .. }, .. }) = bound else { return None };
            let last = segments.last()?;
            match &last.arguments {
                PathArguments::Parenthesized(signature) => Some(Closure { name: &last.ident, signature }),
                _ => None,
            }
        })
    }

    pub(crate) fn is_async(&self) -> bool {
        self.name == "AsyncFn"
    }

    pub(crate) fn args(&self) -> impl Iterator<Item = &'a Type> + use<'a> {
        self.signature.inputs.iter().map(|input| &input.ty)
    }

    pub(crate) fn answer(&self) -> Answer<'a> {
        let ReturnType::Type(_, ty) = &self.signature.output else { return Answer::None };
        match handle::named(ty, "Result").and_then(handle::type_argument) {
            Some(value) => Answer::Result(value),
            None if is_unit(ty) => Answer::None,
            None => Answer::Plain(ty),
        }
    }

    /// The word `Result` of what a call gives.
    pub(crate) fn result_name(&self) -> Option<&'a Ident> {
        let ReturnType::Type(_, ty) = &self.signature.output else { return None };
        handle::named(ty, "Result")?.segments.last().map(|last| &last.ident)
    }
}

fn is_unit(ty: &Type) -> bool {
    matches!(handle::bare(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Whether a type is a future by its looks: `impl Future<Output = Result<bool>>`, `Pin<Box<dyn Future<..>>>`, `BoxFuture<..>`.
pub(crate) fn is_future(ty: &Type) -> bool {
    match handle::bare(ty) {
        Type::ImplTrait(ty) => ty.bounds.iter().any(is_future_bound),
        Type::TraitObject(ty) => ty.bounds.iter().any(is_future_bound),
        Type::Path(ty) => {
            let named = ty.path.segments.last().is_some_and(|last| last.ident.to_string().ends_with("Future"));
            named || handle::type_argument(&ty.path).is_some_and(is_future)
        }
        _ => false,
    }
}

fn is_future_bound(bound: &TypeParamBound) -> bool {
    matches!(bound, TypeParamBound::Trait(bound) if bound.path.segments.last().is_some_and(|last| last.ident == "Future"))
}
