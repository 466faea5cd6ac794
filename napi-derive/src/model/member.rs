//! A function in an `impl` block, as the class sees it.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote_spanned};
use syn::spanned::Spanned as _;
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, Ident, LitStr, Receiver, ReceiverKind, ReturnType, Signature, Type, TypeReference, parse_quote};

use super::function::Attributes;
use super::outside::Outside;
use super::{function, handle, lifetime};
use crate::parse::args::Args;
use crate::parse::class::Class;
use crate::parse::members::Block;

/// The name of a class in the items beside a block.
pub(crate) const CLASS: &str = "NapiClass";

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
    fn of(args: &Args, block: &Block, name: &Ident) -> Kind {
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
    pub(crate) fn of(receiver: &Receiver, block: &Block) -> Option<Taken> {
        let reference = |is_exclusive| if is_exclusive { Taken::Exclusive } else { Taken::Shared };
        match &receiver.kind {
            ReceiverKind::Value => Some(Taken::Owned),
            ReceiverKind::Reference(_, _, exclusive) => Some(reference(exclusive.is_some())),
            ReceiverKind::Typed(_, ty) => match handle::bare(ty) {
                Type::Reference(to) if is_self(&to.elem, block) => Some(reference(to.mutability.is_some())),
                ty if is_self(ty, block) => Some(Taken::Owned),
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
    Receiver {
        in_option: bool,
    },
    /// A reference into the receiver, of which a copy is made.
    Copy(Copied),
}

/// Where the reference stands that is copied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Copied {
    /// In how many types: 1 in `Option<&T>` and `Result<&T>`, 2 in `Result<Option<&T>>`.
    pub(crate) depth: usize,
    /// `&mut T`
    pub(crate) is_exclusive: bool,
}

/// A function as the generated call can name it: outside of the block, with the types of one class.
pub(crate) struct Member<'a> {
    /// The class as the block writes it.
    pub(crate) written: &'a Type,
    /// The same by the name that the items beside the block have for it.
    pub(crate) class: Type,
    /// `<Counter>`, `<Counter as Shape>`
    pub(crate) path: TokenStream,
    pub(crate) kind: Kind,
    /// The name of the symbol that it has in place of a name.
    pub(crate) symbol: Option<String>,
    pub(crate) taken: Option<Taken>,
    /// Whether it is called on the class itself.
    pub(crate) is_static: bool,
    /// Whether the first parameter besides `Env` is what it is called on: `#[export(method)]`.
    pub(crate) takes_receiver: bool,
    pub(crate) answer: Answer,
    /// The signature without `Self` and the type parameters of the block.
    pub(crate) sig: Signature,
}

impl<'a> Member<'a> {
    pub(crate) fn new(block: &Block, class: &'a Type, args: &Args, sig: &Signature) -> Member<'a> {
        let kind = Kind::of(args, block, &sig.ident);
        let symbol = args.symbol.as_ref().map(LitStr::value);
        let taken = sig.receiver().and_then(|receiver| Taken::of(receiver, block));
        let is_static = sig.receiver().is_none() && args.method.is_none() && kind != Kind::Constructor;
        let takes_receiver = args.method.is_some() && sig.receiver().is_none() && begins_with_instance(sig, block);
        let answer = answer(sig, kind, block);
        let mut sig = sig.clone();
        if let (Answer::Receiver { .. }, ReturnType::Type(_, ty)) = (answer, &mut sig.output) {
            **ty = parse_quote!(Self);
        }
        if let (Answer::Copy(copied), ReturnType::Type(_, ty)) = (answer, &mut sig.output) {
            copy_of(ty, copied.depth);
        }
        // Those of the block have no name outside of it either.
        for declared in block.generics.lifetimes() {
            lifetime::declare(&mut sig, declared.lifetime.clone());
        }
        let written = class;
        let class = named(written);
        let mut outside = Outside::new(block, written).shown_as(block, &class);
        for input in &mut sig.inputs {
            if let FnArg::Typed(typed) = input {
                outside.visit_type_mut(&mut typed.ty);
            }
        }
        if let ReturnType::Type(_, ty) = &mut sig.output {
            outside.visit_type_mut(ty);
        }
        let path = path(block, written);
        Member { written, class, path, kind, symbol, taken, is_static, takes_receiver, answer, sig }
    }
}

/// The name of a class in the items beside a block. Of what is no class, rustc says that at the type of the block, and nothing more,
/// because it knows nothing of the type that has this name then.
pub(crate) fn named(class: &Type) -> Type {
    let name = Ident::new(CLASS, Span::mixed_site().located_at(class.span()));
    parse_quote!(#name)
}

/// `<Counter>`, `<Counter as Shape>`
pub(crate) fn path(block: &Block, class: &Type) -> TokenStream {
    match &block.of_trait {
        Some(of_trait) => {
            let mut of_trait = of_trait.clone();
            Outside::new(block, class).visit_path_mut(&mut of_trait);
            lifetime::erase(&block.generics, |erase| erase.visit_path_mut(&mut of_trait));
            quote_spanned!(Span::mixed_site()=> <#class as #of_trait>)
        }
        None => quote_spanned!(Span::mixed_site()=> <#class>),
    }
}

/// The expressions in the attributes of parameters as they are for one class.
pub(crate) fn attributes_outside(block: &Block, class: &Type, attributes: &mut Attributes) {
    let mut outside = Outside::new(block, class);
    for default in attributes.defaults.iter_mut().flatten() {
        outside.visit_expr_mut(&mut default.value);
    }
    for bound in attributes.marked.iter_mut().flatten().filter_map(|marked| marked.args.bound.as_mut()) {
        outside.visit_expr_mut(bound);
    }
}

/// A type of the block as it is for one class.
pub(crate) fn outside(block: &Block, class: &Type, ty: &Type) -> Type {
    let mut ty = ty.clone();
    Outside::new(block, class).shown_as(block, &named(class)).visit_type_mut(&mut ty);
    lifetime::erase(&block.generics, |erase| erase.visit_type_mut(&mut ty));
    ty
}

/// A type in the declaration of a class as it is for one class.
pub(crate) fn outside_of_class(declared: &Class, class: &Type, ty: &Type) -> Type {
    let mut ty = ty.clone();
    Outside::of_class(declared, class).visit_type_mut(&mut ty);
    ty
}

fn answer(sig: &Signature, kind: Kind, block: &Block) -> Answer {
    let (Some(_), ReturnType::Type(_, ty)) = (sig.receiver(), &sig.output) else { return Answer::AsItIs };
    if kind == Kind::Constructor {
        return Answer::AsItIs;
    }
    let inside = |ty, name| handle::named(ty, name).and_then(handle::type_argument);
    let (in_result, in_option) = (inside(ty, "Result"), inside(ty, "Option"));
    let candidates = [Some(ty.as_ref()), in_result, in_option, in_result.and_then(|ty| inside(ty, "Option"))];
    let found = candidates.into_iter().zip([0, 1, 1, 2]).find_map(|(ty, depth)| Some((borrowed(ty?)?, depth)));
    match found {
        Some((reference, depth)) if is_self(&reference.elem, block) => {
            Answer::Receiver { in_option: in_option.is_some() || depth == 2 }
        }
        Some((reference, depth)) => Answer::Copy(Copied { depth, is_exclusive: reference.mutability.is_some() }),
        None => Answer::AsItIs,
    }
}

/// `fn f(env: &Env<'_>, this: Instance<'_, Self>)`
fn begins_with_instance(sig: &Signature, block: &Block) -> bool {
    let of = first(sig).and_then(|ty| handle::type_argument(handle::named(ty, "Instance")?));
    of.is_some_and(|of| is_self(of, block))
}

/// The type of the first parameter besides `Env`.
pub(crate) fn first(sig: &Signature) -> Option<&Type> {
    let mut types = sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(&*typed.ty),
        FnArg::Receiver(_) => None,
    });
    types.find(|ty| !function::is_env(ty))
}

/// A reference that is not `'static`.
fn borrowed(ty: &Type) -> Option<&TypeReference> {
    match handle::bare(ty) {
        Type::Reference(reference) if !lifetime::is_static(reference) => Some(reference),
        _ => None,
    }
}

/// `Self`, or the type as the block writes it.
fn is_self(ty: &Type, block: &Block) -> bool {
    let ty = handle::bare(ty);
    handle::named(ty, "Self").is_some_and(|path| path.is_ident("Self"))
        || ty.to_token_stream().to_string() == handle::bare(&block.ty).to_token_stream().to_string()
}

/// Makes the type that of the copy, of a reference which is `depth` types inside.
fn copy_of(ty: &mut Type, depth: usize) {
    struct CopyOf(usize);
    impl VisitMut for CopyOf {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            if let Some(deeper) = self.0.checked_sub(1) {
                return visit_mut::visit_type_mut(&mut CopyOf(deeper), ty);
            }
            let Some(to) = borrowed(ty).map(|reference| handle::bare(&reference.elem)) else { return };
            *ty = match to {
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
    CopyOf(depth).visit_type_mut(ty);
}
