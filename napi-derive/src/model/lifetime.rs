//! Lifetimes inside types and signatures: finding, erasing and declaring them.

use proc_macro2::{Ident, Span};
use syn::visit::{self, Visit};
use syn::visit_mut::VisitMut;
use syn::{
    AngleBracketedGenericArguments, GenericArgument, GenericParam, Generics, Lifetime, LifetimeParam,
    ParenthesizedGenericArguments, Path, PathArguments, Signature, Type, TypeFnPtr, TypeReference,
};

use super::handle;

/// Whether a type mentions one of the lifetimes that `sig` declares.
pub(crate) fn mentions_declared(sig: &Signature, ty: &Type) -> bool {
    sig.generics.lifetimes().any(|declared| mentions(ty, &declared.lifetime))
}

/// Whether a type mentions a lifetime.
pub(crate) fn mentions(ty: &Type, lifetime: &Lifetime) -> bool {
    struct Mentions<'a>(&'a Lifetime, bool);
    impl<'ast> Visit<'ast> for Mentions<'_> {
        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
            self.1 |= lifetime == self.0;
        }
    }
    let mut mentions = Mentions(lifetime, false);
    mentions.visit_type(ty);
    mentions.1
}

/// The type with the lifetimes that `sig` declares as `'_`: outside of the function they have no name.
pub(crate) fn erase_declared(sig: &Signature, mut ty: Type) -> Type {
    erase(&sig.generics, |erase| erase.visit_type_mut(&mut ty));
    ty
}

/// Gives the visitor that makes `'_` of the lifetimes that `generics` declares.
pub(crate) fn erase(generics: &Generics, visit: impl FnOnce(&mut Replace<'_>)) {
    visit(&mut Replace { declared: generics.lifetimes().collect(), by: "'_" });
}

/// Makes `'static` of them.
pub(crate) fn make_static(generics: &Generics, ty: &mut Type) {
    Replace { declared: generics.lifetimes().collect(), by: "'static" }.visit_type_mut(ty);
}

pub(crate) struct Replace<'a> {
    declared: Vec<&'a LifetimeParam>,
    by: &'static str,
}

impl VisitMut for Replace<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if self.declared.iter().any(|declared| declared.lifetime == *lifetime) {
            *lifetime = Lifetime::new(self.by, lifetime.span());
        }
    }
}

/// Whether a type mentions a lifetime that is not the scope of a type of napi-core.
pub(crate) fn has_foreign(ty: &Type) -> bool {
    struct Count(usize);
    impl<'ast> Visit<'ast> for Count {
        fn visit_lifetime(&mut self, _: &'ast Lifetime) {
            self.0 += 1;
        }
    }
    let mut count = Count(0);
    count.visit_type(ty);
    count.0 > scopes(ty).len()
}

/// `'s`, as `sig` declares it if it does.
pub(crate) fn scope(sig: &Signature) -> Lifetime {
    let declared = sig.generics.lifetimes().map(|declared| &declared.lifetime).find(|declared| declared.ident == "s");
    declared.cloned().unwrap_or_else(|| Lifetime::new("'s", Span::mixed_site()))
}

/// Makes `lifetime` one of the lifetimes that `sig` declares.
pub(crate) fn declare(sig: &mut Signature, lifetime: Lifetime) {
    let generics = &mut sig.generics;
    if generics.lifetimes().all(|declared| declared.lifetime != lifetime) {
        generics.lt_token.get_or_insert_default();
        generics.gt_token.get_or_insert_default();
        generics.params.insert(0, GenericParam::Lifetime(LifetimeParam::new(lifetime)));
    }
}

/// A place where a result does not name the scope.
pub(crate) enum Elided {
    /// `Object<'_>`
    Lifetime(Span),
    /// `Object`
    Handle(Ident),
}

impl Elided {
    pub(crate) fn span(&self) -> Span {
        match self {
            Elided::Lifetime(span) => *span,
            Elided::Handle(ident) => ident.span(),
        }
    }

    /// The name of the handle that has no lifetime at all.
    pub(crate) fn handle(&self) -> Option<String> {
        match self {
            Elided::Lifetime(_) => None,
            Elided::Handle(ident) => Some(ident.to_string()),
        }
    }
}

/// Where a result leaves out the lifetime of a handle, or writes `'_`, for the first time.
pub(crate) fn first_elided(result: &Type) -> Option<Elided> {
    #[derive(Default)]
    struct First(Option<Elided>);
    impl<'ast> Visit<'ast> for First {
        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
            if lifetime.ident == "_" {
                self.0.get_or_insert(Elided::Lifetime(lifetime.span()));
            }
        }

        fn visit_path(&mut self, path: &'ast Path) {
            visit::visit_path(self, path);
            let last = path.segments.last().filter(|_| handle::is_handle(path) && handle::lifetime(path).is_none());
            if let Some(last) = last {
                self.0.get_or_insert(Elided::Handle(last.ident.clone()));
            }
        }

        // Lifetimes left out in the parameters and results of function types are their own.
        fn visit_type_fn_ptr(&mut self, _: &'ast TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &'ast ParenthesizedGenericArguments) {}
    }
    let mut first = First::default();
    first.visit_type(result);
    first.0
}

/// Makes `lifetime` the first argument of the last segment.
pub(crate) fn insert(path: &mut Path, lifetime: &Lifetime) {
    let Some(segment) = path.segments.last_mut() else {
        return;
    };
    if segment.arguments.is_none() {
        let none = AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: Default::default(),
            args: Default::default(),
            gt_token: Default::default(),
        };
        segment.arguments = PathArguments::AngleBracketed(none);
    }
    if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
        arguments.args.insert(0, GenericArgument::Lifetime(lifetime.clone()));
    }
}

/// Each lifetime that is an argument of a type of napi-core, with the name of that type.
pub(crate) fn scopes(ty: &Type) -> Vec<(String, Lifetime)> {
    #[derive(Default)]
    struct Scopes(Vec<(String, Lifetime)>);
    impl<'ast> Visit<'ast> for Scopes {
        fn visit_path(&mut self, path: &'ast Path) {
            if let (true, Some(lifetime), Some(last)) =
                (handle::is_scoped(path), handle::lifetime(path), path.segments.last())
            {
                self.0.push((last.ident.to_string(), lifetime.clone()));
            }
            visit::visit_path(self, path);
        }
    }
    let mut scopes = Scopes::default();
    scopes.visit_type(ty);
    scopes.0
}

/// Each of them that is `'static`.
pub(crate) fn static_handles(ty: &Type) -> Vec<(String, Lifetime)> {
    scopes(ty).into_iter().filter(|(_, lifetime)| lifetime.ident == "static").collect()
}

/// `&'static T`
pub(crate) fn is_static(reference: &TypeReference) -> bool {
    reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static")
}

/// Whether a lifetime has a name of the function's own.
pub(crate) fn is_named(lifetime: &Lifetime) -> bool {
    lifetime.ident != "_" && lifetime.ident != "static"
}
