//! A function in an `impl` block, as the class sees it.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    FnArg, Ident, Path, QSelf, Receiver, ReceiverKind, ReturnType, Signature, Type, TypePath, TypeReference,
    parse_quote,
};

use super::handle;
use crate::parse::args::Args;
use crate::parse::members::{Block, BlockItem};

/// What the member is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Constructor,
    Method,
    Getter,
    Setter,
    /// `next` of an iterator.
    Next,
}

impl Kind {
    pub(crate) fn of(args: &Args, block: &Block, name: &Ident) -> Kind {
        if args.new.is_some() {
            Kind::Constructor
        } else if args.getter.is_some() {
            Kind::Getter
        } else if args.setter.is_some() {
            Kind::Setter
        } else if is_iterator(block) && name == "next" {
            Kind::Next
        } else {
            Kind::Method
        }
    }
}

/// Whether the block is `impl Iterator for ..`.
pub(crate) fn is_iterator(block: &Block) -> bool {
    let last = block.of_trait.as_ref().and_then(|path| path.segments.last());
    last.is_some_and(|segment| segment.ident == "Iterator")
}

/// What a method is called on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taken {
    Shared,
    Exclusive,
    Owned,
}

impl Taken {
    /// `&self`, `&mut self` and `self`; nothing for others, such as `self: Rc<Self>`.
    pub(crate) fn of(receiver: &Receiver) -> Option<Taken> {
        let reference = |is_exclusive| if is_exclusive { Taken::Exclusive } else { Taken::Shared };
        match &receiver.kind {
            ReceiverKind::Value => Some(Taken::Owned),
            ReceiverKind::Reference(_, _, exclusive) => Some(reference(exclusive.is_some())),
            ReceiverKind::Typed(_, ty) => match handle::bare(ty) {
                Type::Reference(to) if is_self(&to.elem) => Some(reference(to.mutability.is_some())),
                ty if is_self(ty) => Some(Taken::Owned),
                _ => None,
            },
            _ => None,
        }
    }

    /// The type of the argument that it is.
    pub(crate) fn ty(self, class: &Type) -> TokenStream {
        match self {
            Taken::Shared => quote_spanned!(Span::mixed_site()=> &#class),
            Taken::Exclusive => quote_spanned!(Span::mixed_site()=> &mut #class),
            Taken::Owned => quote_spanned!(Span::mixed_site()=> #class),
        }
    }
}

/// What becomes of the result before it is converted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    AsItIs,
    /// A reference to the receiver, which is given back.
    Receiver,
    /// A reference into the receiver, of which a copy is made.
    Copy(Around),
}

/// Where a reference stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Around {
    Nothing,
    /// `Option<&T>`, `Result<&T>`
    Mapped,
}

/// A function as the generated call can name it: outside of the block, with the types of one class.
pub(crate) struct Member<'a> {
    pub(crate) class: &'a Type,
    /// `<Counter>`, `<Counter as Shape>`
    pub(crate) path: TokenStream,
    pub(crate) kind: Kind,
    pub(crate) taken: Option<Taken>,
    pub(crate) answer: Answer,
    /// The signature without `Self` and the type parameters of the block.
    pub(crate) sig: Signature,
}

impl<'a> Member<'a> {
    pub(crate) fn new(block: &Block, class: &'a Type, kind: Kind, sig: &Signature) -> Member<'a> {
        let (taken, answer) = (sig.receiver().and_then(Taken::of), answer(sig, kind));
        let mut sig = sig.clone();
        if let (Answer::Receiver, ReturnType::Type(_, ty)) = (answer, &mut sig.output) {
            **ty = parse_quote!(Self);
        }
        if let (Answer::Copy(around), ReturnType::Type(_, ty)) = (answer, &mut sig.output) {
            copied(ty, around);
        }
        let mut outside = Outside::new(block, class);
        for input in &mut sig.inputs {
            if let FnArg::Typed(typed) = input {
                outside.visit_type_mut(&mut typed.ty);
            }
        }
        if let ReturnType::Type(_, ty) = &mut sig.output {
            outside.visit_type_mut(ty);
        }
        Member { class, path: path(block, class), kind, taken, answer, sig }
    }
}

/// `<Counter>`, `<Counter as Shape>`
pub(crate) fn path(block: &Block, class: &Type) -> TokenStream {
    match &block.of_trait {
        Some(of_trait) => quote_spanned!(Span::mixed_site()=> <#class as #of_trait>),
        None => quote_spanned!(Span::mixed_site()=> <#class>),
    }
}

/// A type of the block as it is for one class.
pub(crate) fn outside(block: &Block, class: &Type, ty: &Type) -> Type {
    let mut ty = ty.clone();
    Outside::new(block, class).visit_type_mut(&mut ty);
    ty
}

fn answer(sig: &Signature, kind: Kind) -> Answer {
    let (Some(_), ReturnType::Type(_, ty)) = (sig.receiver(), &sig.output) else { return Answer::AsItIs };
    if kind == Kind::Constructor {
        return Answer::AsItIs;
    }
    let inner = |name: &str| handle::named(ty, name).and_then(handle::type_argument).and_then(borrowed);
    match (borrowed(ty), inner("Result"), inner("Option")) {
        (Some(to), ..) | (None, Some(to), _) if is_self(to) => Answer::Receiver,
        (Some(_), ..) => Answer::Copy(Around::Nothing),
        (None, Some(_), _) | (None, None, Some(_)) => Answer::Copy(Around::Mapped),
        _ => Answer::AsItIs,
    }
}

/// What a reference that is not `'static` refers to.
fn borrowed(ty: &Type) -> Option<&Type> {
    match handle::bare(ty) {
        Type::Reference(TypeReference { lifetime, elem, .. })
            if lifetime.as_ref().is_none_or(|lifetime| lifetime.ident != "static") =>
        {
            Some(elem)
        }
        _ => None,
    }
}

fn is_self(ty: &Type) -> bool {
    handle::named(ty, "Self").is_some_and(|path| path.is_ident("Self"))
}

/// The type of the copy.
fn copied(ty: &mut Type, around: Around) {
    struct Copied;
    impl VisitMut for Copied {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            let Some(to) = borrowed(ty) else { return visit_mut::visit_type_mut(self, ty) };
            *ty = match handle::bare(to) {
                Type::Slice(slice) => {
                    let element = &slice.elem;
                    parse_quote!(::std::vec::Vec<#element>)
                }
                to => match handle::owned_text(to) {
                    Some("PathBuf") => parse_quote!(::std::path::PathBuf),
                    Some("OsString") => parse_quote!(::std::ffi::OsString),
                    Some(_) => parse_quote!(::std::string::String),
                    None => to.clone(),
                },
            };
        }
    }
    match (around, ty) {
        (Around::Nothing, ty) => Copied.visit_type_mut(ty),
        (Around::Mapped, ty) => visit_mut::visit_type_mut(&mut Copied, ty),
    }
}

/// Puts the class in the place of `Self`, and types in that of type parameters and associated types.
struct Outside<'a> {
    class: &'a Type,
    of_trait: Option<&'a Path>,
    types: HashMap<String, Type>,
    parameters: HashMap<String, Type>,
}

impl<'a> Outside<'a> {
    fn new(block: &'a Block, class: &'a Type) -> Self {
        let types = block.items.iter().filter_map(|item| match item {
            BlockItem::Type(name, ty, _) => Some((name.to_string(), (**ty).clone())),
            _ => None,
        });
        Outside {
            class,
            of_trait: block.of_trait.as_ref(),
            types: types.collect(),
            parameters: parameters(block, class),
        }
    }
}

/// `T` is `f64` where the block is one of `Stack<T>`, and the class `Stack<f64>`.
fn parameters(block: &Block, class: &Type) -> HashMap<String, Type> {
    let (Type::Path(generic), Type::Path(class)) = (handle::bare(&block.ty), handle::bare(class)) else {
        return HashMap::new();
    };
    let types = |path: &TypePath| -> Vec<Type> {
        let arguments = handle::arguments(&path.path).filter_map(|argument| match argument {
            syn::GenericArgument::Type(ty) => Some(ty.clone()),
            _ => None,
        });
        arguments.collect()
    };
    let declared: Vec<String> = block.generics.type_params().map(|param| param.ident.to_string()).collect();
    let pairs = types(generic).into_iter().zip(types(class)).filter_map(|(parameter, ty)| match parameter {
        Type::Path(path) => Some((path.path.get_ident()?.to_string(), ty)),
        _ => None,
    });
    pairs.filter(|(name, _)| declared.contains(name)).collect()
}

impl VisitMut for Outside<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        visit_mut::visit_type_mut(self, ty);
        let Type::Path(TypePath { qself: None, path, .. }) = ty else { return };
        let Some(first) = path.segments.first().map(|segment| segment.ident.to_string()) else { return };
        if first != "Self" {
            if let (1, Some(known)) = (path.segments.len(), self.parameters.get(&first)) {
                *ty = known.clone();
            }
            return;
        }
        let mut rest = path.segments.iter().skip(1);
        match (rest.next(), rest.next()) {
            (None, _) => *ty = self.class.clone(),
            (Some(name), None) if self.types.contains_key(&name.ident.to_string()) => {
                *ty = self.types[&name.ident.to_string()].clone();
                self.visit_type_mut(ty);
            }
            _ => {
                let rest: Vec<_> = path.segments.iter().skip(1).cloned().collect();
                let class = self.class;
                *ty = match self.of_trait {
                    Some(of_trait) => parse_quote!(<#class as #of_trait>::#(#rest)::*),
                    None => parse_quote!(<#class>::#(#rest)::*),
                };
            }
        }
    }

    fn visit_qself_mut(&mut self, qself: &mut QSelf) {
        self.visit_type_mut(&mut qself.ty);
    }
}
