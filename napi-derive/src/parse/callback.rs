//! `#[threadsafe_callback]`: on a parameter with its keys, and on a closure with the function to hand the result to.

use proc_macro2::{TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, FnArg, Meta, Signature, Token};

use super::args::Args;
use super::key::{Attr, Key};
use super::split_commas;
use crate::ctxt::Ctxt;
use crate::message;

/// The attribute on a parameter, and what its keys say.
pub(crate) struct Marked {
    pub(crate) attr: Attribute,
    pub(crate) args: Args,
}

/// By whatever path: `#[napi_core::threadsafe_callback]` too.
pub(crate) fn is_mark(attr: &Attribute) -> bool {
    attr.path().segments.last().is_some_and(|last| last.ident == Attr::ThreadsafeCallback.name())
}

/// Takes the attribute off the parameters: one entry per parameter, in order.
pub(crate) fn take(cx: &Ctxt, sig: &mut Signature) -> Vec<Option<Marked>> {
    sig.inputs.iter_mut().map(|input| take_from(cx, input)).collect()
}

fn take_from(cx: &Ctxt, input: &mut FnArg) -> Option<Marked> {
    let attrs = match input {
        FnArg::Receiver(receiver) => &mut receiver.attrs,
        FnArg::Typed(typed) => &mut typed.attrs,
    };
    let mut found = attrs.extract_if(.., |attr| is_mark(attr));
    let attr = found.next()?;
    for again in found {
        cx.error_at(again, message::SECOND_CALLBACK_ATTRIBUTE);
    }
    let args = match &attr.meta {
        Meta::List(list) => Args::parse(cx, Attr::ThreadsafeCallback, list.tokens.clone()),
        Meta::Path(_) => Args::default(),
        Meta::NameValue(_) => {
            cx.error_at(&attr, message::not_a_key(Attr::ThreadsafeCallback));
            Args::default()
        }
    };
    Some(Marked { attr, args })
}

/// The function in `#[threadsafe_callback(callback)]` on a closure.
pub(crate) fn target(attr: &Attribute) -> syn::Result<Expr> {
    let nameless = || syn::Error::new_spanned(attr, message::CLOSURE_WITHOUT_CALLBACK);
    let Meta::List(list) = &attr.meta else { return Err(nameless()) };
    if list.tokens.is_empty() {
        return Err(nameless());
    }
    for part in split_commas(list.tokens.clone()) {
        if let Some((written, key)) = key_of(&part) {
            return Err(syn::Error::new_spanned(written, message::key_on_closure(key)));
        }
    }
    let targets = list.parse_args_with(Punctuated::<Expr, Token![,]>::parse_terminated);
    let mut targets = targets.map_err(|_| syn::Error::new_spanned(&list.tokens, message::CLOSURE_WITHOUT_CALLBACK))?;
    match targets.iter().nth(1) {
        Some(second) => Err(syn::Error::new_spanned(second, message::SECOND_CALLBACK)),
        None => targets.pop().ok_or_else(nameless),
    }
}

/// The key that a part starts with, if it says what `weak` or `bound = 100` says on a parameter.
fn key_of(part: &TokenStream) -> Option<(TokenTree, Key)> {
    let mut trees = part.clone().into_iter();
    let first = trees.next()?;
    let key = Key::find(Attr::ThreadsafeCallback, &first.to_string())?;
    match trees.next() {
        None => Some((first, key)),
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => Some((first, key)),
        Some(_) => None,
    }
}
