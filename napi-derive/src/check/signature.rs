//! Functions that JavaScript cannot call, by their signature alone.

use std::ptr;

use syn::visit::{self, Visit};
use syn::{GenericParam, Path, Safety, Signature, TypeImplTrait};

use super::callback;
use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::Function;
use crate::parse::item;
use crate::parse::key::Attr;

/// Whether the other checks make sense.
pub(crate) fn check(cx: &Ctxt, attr: Attr, item: &item::Function, function: &Function<'_>) -> bool {
    if is_method(cx, attr, &item.sig) {
        return false;
    }
    has_body(cx, attr, item);
    not_generic(cx, attr, function);
    no_qualifiers(cx, attr, &item.sig);
    no_impl_trait(cx, attr, function);
    true
}

/// The same for a member of a class.
pub(crate) fn check_member(cx: &Ctxt, item: &item::Function, function: &Function<'_>) {
    let attr = Attr::ExportMember;
    has_body(cx, attr, item);
    not_generic(cx, attr, function);
    no_qualifiers(cx, attr, &item.sig);
    no_impl_trait(cx, attr, function);
}

/// A macro on a method cannot leave an item beside it, and does not know the type that it is a method of.
///
/// ```text
/// impl Counter {
///     #[export]
///     fn add(&mut self, n: u32) {}
///     #[export]
///     fn new() -> Self {}
/// }
/// ```
fn is_method(cx: &Ctxt, attr: Attr, sig: &Signature) -> bool {
    #[derive(Default)]
    struct SelfType(Option<Path>);
    impl<'ast> Visit<'ast> for SelfType {
        fn visit_path(&mut self, path: &'ast Path) {
            if path.segments.first().is_some_and(|segment| segment.ident == "Self") {
                self.0.get_or_insert_with(|| path.clone());
            }
            visit::visit_path(self, path);
        }
    }
    let mut self_type = SelfType::default();
    self_type.visit_signature(sig);
    match (sig.receiver(), self_type.0) {
        (Some(receiver), _) => cx.error_at(receiver, message::method(attr)),
        (None, Some(path)) => cx.error_at(path, message::method(attr)),
        (None, None) => return false,
    }
    true
}

/// There is nothing to call: `trait Counter { #[export] fn add(n: u32); }`
fn has_body(cx: &Ctxt, attr: Attr, item: &item::Function) {
    let text = item.body.to_string();
    if text.is_empty() || text == ";" {
        cx.error_at(&item.sig.ident, message::no_body(attr));
    }
}

/// The generated call has to name every type, and JavaScript cannot: `fn first<T>(items: Vec<T>) -> T {}`
fn not_generic(cx: &Ctxt, attr: Attr, function: &Function<'_>) {
    let is_type = |param: &&GenericParam| !matches!(param, GenericParam::Lifetime(_));
    // `fn f<F: Fn(i32)>(#[threadsafe_callback] cb: F)` is an error about the callback.
    let callbacks = function.params.iter().filter(|param| param.callback.is_some());
    let of_callbacks: Vec<_> = callbacks.filter_map(|param| callback::generic(function.sig, param.ty)).collect();
    let of_callback = |param: &&GenericParam| of_callbacks.iter().any(|other| ptr::eq(*other, *param));
    let generic = function.sig.generics.params.iter().filter(is_type).find(|param| !of_callback(param));
    if let Some(generic) = generic {
        cx.error_at(generic, message::generic(attr));
    }
}

/// Functions that are not called like safe Rust functions.
///
/// ```text
/// unsafe fn read(address: u64) -> u8 {}
/// async fn fetch(url: String) -> String {}
/// extern "C" fn add(a: f64, b: f64) -> f64 {}
/// unsafe extern "C" fn print(format: &str, ...) {}
/// ```
fn no_qualifiers(cx: &Ctxt, attr: Attr, sig: &Signature) {
    if let Safety::Unsafe(token) = &sig.safety {
        cx.error_at(token, message::unsafe_function(attr));
    }
    if let Some(token) = &sig.asyncness {
        cx.error_at(token, message::async_function(attr));
    }
    if let Some(abi) = &sig.abi {
        cx.error_at(abi, message::foreign_abi(attr));
    }
    if let Some(variadic) = &sig.variadic {
        cx.error_at(variadic.dots, message::variadic(attr));
    }
}

/// The generated call has to name the type: `fn sum(numbers: impl Iterator<Item = f64>) -> impl Display {}`
///
/// Only of a closure under `#[threadsafe_callback]` the generated call makes the type itself.
fn no_impl_trait(cx: &Ctxt, attr: Attr, function: &Function<'_>) {
    struct Refuse<'a>(&'a Ctxt, Attr);
    impl<'ast> Visit<'ast> for Refuse<'_> {
        fn visit_type_impl_trait(&mut self, ty: &'ast TypeImplTrait) {
            match ty.bounds.iter().any(callback::is_call) {
                true if self.1 != Attr::Module => self.0.error_at(ty, message::UNMARKED_CALLBACK),
                _ => self.0.error_at(ty, message::impl_trait(self.1)),
            }
        }
    }
    let mut refuse = Refuse(cx, attr);
    let params = function.params.iter().filter(|param| param.callback.is_none());
    params.map(|param| param.ty).chain(function.result()).for_each(|ty| refuse.visit_type(ty));
}
