//! Parameters with `#[threadsafe_callback]`.

use syn::visit::{self, Visit};
use syn::{GenericParam, Path, PathArguments, Signature, TraitBound, Type, TypeParamBound, TypeReference};

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::callback::{self, Answer, Callback, Closure, Form};
use crate::model::function::{Function, Param, Role};
use crate::model::handle;
use crate::render;

/// As many as a tuple of arguments has.
const MAX_ARGUMENTS: usize = 8;

pub(crate) fn check(cx: &Ctxt, function: &Function<'_>) {
    for param in &function.params {
        let Some(callback) = &param.callback else { continue };
        if on_argument(cx, param, callback) {
            no_default(cx, param);
            match &callback.form {
                Form::Runtime => {}
                Form::Closure(closure) => closure_type(cx, closure),
                Form::Other => cx.error_at(param.ty, other_type(function.sig, param.ty)),
            }
        }
    }
}

/// A callback is something that JavaScript passes: `fn f(#[threadsafe_callback] env: &Env<'_>) {}`
fn on_argument(cx: &Ctxt, param: &Param<'_>, callback: &Callback<'_>) -> bool {
    let what = match param.role {
        Role::Argument => return true,
        Role::Env(_) => "an `Env`",
        Role::This | Role::Receiver => "`this`",
        Role::Rest(_) => "a `Rest`",
    };
    cx.error_at(&callback.marked.attr, message::callback_on(what));
    false
}

/// There is no function to make a thread-safe one of: `fn f(#[default(g)] #[threadsafe_callback] cb: impl Fn()) {}`
fn no_default(cx: &Ctxt, param: &Param<'_>) {
    if let Some(default) = &param.default {
        cx.error_at(&default.attr, message::DEFAULT_ON_CALLBACK);
    }
}

fn closure_type(cx: &Ctxt, closure: &Closure<'_>) {
    if called_by_any_thread(cx, closure) {
        tells_of_failure(cx, closure);
        owned(cx, closure);
        fits_a_tuple(cx, closure);
    }
}

/// Threads call whenever they like, and as often as they like.
///
/// ```text
/// fn f(#[threadsafe_callback] cb: impl FnMut(i32)) {}
/// fn f(#[threadsafe_callback] cb: impl FnOnce(i32)) {}
/// ```
fn called_by_any_thread(cx: &Ctxt, closure: &Closure<'_>) -> bool {
    let name = closure.name.to_string();
    match name.as_str() {
        "Fn" | "AsyncFn" => return true,
        "AsyncFnMut" | "AsyncFnOnce" => cx.error_at(closure.name, message::exclusive_callback(&name, "AsyncFn")),
        _ => cx.error_at(closure.name, message::exclusive_callback(&name, "Fn")),
    }
    false
}

/// A call can fail for reasons that a plain type could not tell: it would have to panic in a thread of the user's.
///
/// ```text
/// fn f(#[threadsafe_callback] cb: impl Fn(i32) -> bool) {}
/// fn f(#[threadsafe_callback] cb: impl AsyncFn(i32)) {}
/// fn f(#[threadsafe_callback] cb: impl Fn(i32) -> BoxFuture<bool>) {}
/// ```
fn tells_of_failure(cx: &Ctxt, closure: &Closure<'_>) {
    match (closure.is_async(), closure.answer()) {
        (_, Answer::Plain(ty)) if callback::is_future(ty) => cx.error_at(ty, message::future_callback(closure)),
        (_, Answer::Plain(ty)) => cx.error_at(ty, message::plain_answer(&render::tokens(ty))),
        (true, Answer::None) => cx.error_at(closure.name, message::ASYNC_CALLBACK_WITHOUT_RESULT),
        _ => {}
    }
}

/// Arguments wait in a queue, where nothing is lent and no scope is open, and so does the result.
///
/// ```text
/// fn f(#[threadsafe_callback] cb: impl Fn(&str)) {}
/// fn f(#[threadsafe_callback] cb: impl Fn(Object<'_>) -> Result<Object<'_>>) {}
/// ```
fn owned(cx: &Ctxt, closure: &Closure<'_>) {
    struct Owned<'a>(&'a Ctxt);
    impl<'ast> Visit<'ast> for Owned<'_> {
        fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
            if reference.lifetime.as_ref().is_none_or(|lifetime| lifetime.ident != "static") {
                self.0.error_at(reference, message::borrow_in_callback(&owned_type(&reference.elem)));
            }
        }

        fn visit_path(&mut self, path: &'ast Path) {
            match path.segments.last().filter(|_| handle::is_handle(path)) {
                Some(last) => self.0.error_at(&last.ident, message::handle_in_callback(&last.ident.to_string())),
                None => visit::visit_path(self, path),
            }
        }
    }
    let mut owned = Owned(cx);
    closure.args().for_each(|ty| owned.visit_type(ty));
    if let Answer::Result(ty) = closure.answer() {
        owned.visit_type(ty);
    }
}

/// What to write instead of a reference to `elem`.
fn owned_type(elem: &Type) -> String {
    match handle::bare(elem) {
        Type::Slice(slice) => format!("Vec<{}>", render::tokens(&slice.elem)),
        elem => handle::owned_text(elem).map_or_else(|| render::tokens(elem), str::to_owned),
    }
}

/// `fn f(#[threadsafe_callback] cb: impl Fn(u8, u8, u8, u8, u8, u8, u8, u8, u8)) {}`
fn fits_a_tuple(cx: &Ctxt, closure: &Closure<'_>) {
    if let Some(ninth) = closure.args().nth(MAX_ARGUMENTS) {
        cx.error_at(ninth, message::too_many_callback_arguments(closure.args().count(), MAX_ARGUMENTS));
    }
}

/// The generated call has to make the closure, so that its type cannot be one that the user has named.
///
/// ```text
/// fn f(#[threadsafe_callback] cb: Box<dyn Fn(i32)>) {}
/// fn f<F: Fn(i32)>(#[threadsafe_callback] cb: F) {}
/// fn f(#[threadsafe_callback] cb: Function<'_, (i32,)>) {}
/// fn f(#[threadsafe_callback] cb: Option<impl Fn(i32)>) {}
/// ```
fn other_type(sig: &Signature, ty: &Type) -> String {
    if handle::named(ty, "Option").is_some() {
        return message::OPTIONAL_CALLBACK.to_owned();
    }
    let mut written = Called::default();
    written.visit_type(ty);
    if let Some(generic) = generic(sig, ty) {
        written.visit_generic_param(generic);
    }
    match written.0 {
        Some(called) => message::closure_of_another_type(&format!("impl {called}")),
        None => message::NO_CALLBACK_TYPE.to_owned(),
    }
}

/// The declaration of a type that is a parameter of the function's own.
pub(crate) fn generic<'a>(sig: &'a Signature, ty: &Type) -> Option<&'a GenericParam> {
    let Type::Path(path) = handle::bare(ty) else { return None };
    let declares = |param: &&GenericParam| match param {
        GenericParam::Type(param) => path.path.is_ident(&param.ident),
        _ => false,
    };
    sig.generics.params.iter().find(declares)
}

/// The first bound that is written like a call, as it is to be written.
#[derive(Default)]
struct Called(Option<String>);

impl<'ast> Visit<'ast> for Called {
    fn visit_trait_bound(&mut self, bound: &'ast TraitBound) {
        if let Some(last) = bound.path.segments.last()
            && let PathArguments::Parenthesized(signature) = &last.arguments
        {
            let name = if last.ident.to_string().starts_with("Async") { "AsyncFn" } else { "Fn" };
            self.0.get_or_insert_with(|| format!("{name}{}", render::tokens(signature)));
        }
    }
}

/// Whether a bound makes a type one that is called.
pub(crate) fn is_call(bound: &TypeParamBound) -> bool {
    let mut called = Called::default();
    called.visit_type_param_bound(bound);
    called.0.is_some()
}
