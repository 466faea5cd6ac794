//! Lifetimes inside types: which are there, erasing them, and naming those left out.

use proc_macro2::{Ident, Span};
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    AngleBracketedGenericArguments, GenericArgument, GenericParam, Lifetime, LifetimeParam,
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
    struct Erase<'a>(Vec<&'a LifetimeParam>);
    impl VisitMut for Erase<'_> {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            if self.0.iter().any(|declared| declared.lifetime == *lifetime) {
                *lifetime = Lifetime::new("'_", lifetime.span());
            }
        }
    }
    Erase(sig.generics.lifetimes().collect()).visit_type_mut(&mut ty);
    ty
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

/// Gives the lifetime `scope` to every handle in a result that leaves it out or writes `'_`, and says where that was.
pub(crate) fn name_elided(result: &mut Type, scope: &Lifetime) -> Vec<Elided> {
    let mut naming = NameElided { scope, elided: Vec::new() };
    naming.visit_type_mut(result);
    naming.elided
}

struct NameElided<'a> {
    scope: &'a Lifetime,
    elided: Vec<Elided>,
}

impl VisitMut for NameElided<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            self.elided.push(Elided::Lifetime(lifetime.span()));
            *lifetime = self.scope.clone();
        }
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        if handle::is_handle(path) && handle::lifetime(path).is_none() {
            self.elided.extend(path.segments.last().map(|segment| Elided::Handle(segment.ident.clone())));
            insert(path, self.scope);
        }
    }

    // Lifetimes left out in the parameters and results of function types are their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {}
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

/// Each `'static` that is an argument of a type of napi-core, with the name of that type.
pub(crate) fn static_handles(ty: &Type) -> Vec<(String, Lifetime)> {
    #[derive(Default)]
    struct Statics(Vec<(String, Lifetime)>);
    impl<'ast> Visit<'ast> for Statics {
        fn visit_path(&mut self, path: &'ast Path) {
            let lifetime = handle::lifetime(path).filter(|lifetime| lifetime.ident == "static");
            if let (true, Some(lifetime), Some(last)) = (handle::is_scoped(path), lifetime, path.segments.last()) {
                self.0.push((last.ident.to_string(), lifetime.clone()));
            }
            visit::visit_path(self, path);
        }
    }
    let mut statics = Statics::default();
    statics.visit_type(ty);
    statics.0
}

/// The references in a result that are not `&'static`.
pub(crate) fn borrows(result: &Type) -> Vec<TypeReference> {
    #[derive(Default)]
    struct Borrows(Vec<TypeReference>);
    impl<'ast> Visit<'ast> for Borrows {
        fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
            match &reference.lifetime {
                Some(lifetime) if lifetime.ident == "static" => visit::visit_type_reference(self, reference),
                _ => self.0.push(reference.clone()),
            }
        }

        // Function types borrow when they are called.
        fn visit_type_fn_ptr(&mut self, _: &'ast TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &'ast ParenthesizedGenericArguments) {}
    }
    let mut borrows = Borrows::default();
    borrows.visit_type(result);
    borrows.0
}

/// The signature with one lifetime for all borrows that have none, so that a result may borrow any parameter.
pub(crate) fn with_one_borrow(sig: &Signature) -> Signature {
    struct Name(Lifetime);
    impl VisitMut for Name {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            if lifetime.ident == "_" {
                *lifetime = self.0.clone();
            }
        }

        fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
            reference.lifetime.get_or_insert_with(|| self.0.clone());
            visit_mut::visit_type_reference_mut(self, reference);
        }

        fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {}
    }
    let mut sig = sig.clone();
    let scope = scope(&sig);
    Name(scope.clone()).visit_signature_mut(&mut sig);
    declare(&mut sig, scope);
    sig
}
