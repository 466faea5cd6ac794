//! The pipeline of the attributes on items: parse, split on `#[cfg]`, check, and emit code or errors.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ctxt::Ctxt;
use crate::model::function::{Attributes, Function};
use crate::parse::args::Args;
use crate::parse::derived::Traits;
use crate::parse::item::{self, Constant, Item};
use crate::parse::key::Attr;
use crate::parse::test::Expectations;
use crate::parse::{cfg, derived, js_error, test, ungroup};
use crate::{check, emit, message};

/// Expands `attr` with the arguments `written` on `item`.
pub(crate) fn expand(attr: Attr, written: TokenStream, item: TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let args = Args::parse(&cx, attr, written.clone());
    let tokens = ungroup(item);
    match (attr, cx.ok(syn::parse2(tokens.clone()))) {
        (attr, Some(Item::Function(item))) => function(cx, attr, &written, &args, *item),
        (Attr::Export, Some(Item::Constant(item))) => constant(cx, &args, &tokens, &item),
        (attr, Some(Item::Constant(item))) => {
            cx.error_at(&item.ident, message::wrong_item(attr, item::Kind::Unknown));
            with_errors(cx, tokens)
        }
        (attr, Some(Item::Other(item))) => {
            cx.error_at(&item.keyword, message::wrong_item(attr, item.kind));
            with_errors(cx, tokens)
        }
        // Incomplete, as while it is being typed: the editor still sees what is there.
        (_, None) => with_errors(cx, tokens),
    }
}

fn function(cx: Ctxt, attr: Attr, written: &TokenStream, args: &Args, mut item: item::Function) -> TokenStream {
    if let Some(split) = cfg::split(&item) {
        // What is wrong with the arguments is found again in the function that exists.
        drop(cx.finish());
        return emit::split::emit(attr, written, args, &split);
    }
    let attributes = Attributes::take(&cx, &mut item.sig);
    let expectations = if attr == Attr::Test { test::take(&cx, &mut item.attrs) } else { Expectations::default() };
    let function = Function::new(&item.sig, attributes);
    item.body = emit::work::lower(&cx, attr, args, &function, &item.body);
    match attr {
        Attr::Export => check::exported_function(&cx, args, &item, &function),
        Attr::Test => check::test_function(&cx, &item, &function, &expectations),
        _ => check::module_function(&cx, &item, &function),
    }
    match (cx.finish(), attr) {
        (Ok(()), Attr::Export) => emit::function::emit(args, &item, &function),
        (Ok(()), Attr::Test) => emit::test::emit(args, &item, &function, &expectations),
        (Ok(()), _) => emit::module::emit(args, &item, &function),
        (Err(errors), _) => beside(emit::inert::emit(&item, &function), &errors),
    }
}

/// Expands the derives of these traits on `item`.
pub(crate) fn derive(item: TokenStream, traits: Traits) -> TokenStream {
    let cx = Ctxt::new();
    let ty = derived::parse(&cx, item, traits);
    match (cx.finish(), ty) {
        (Ok(()), Some(ty)) => emit::derived::emit(&ty, traits),
        (Ok(()), None) => TokenStream::new(),
        (Err(errors), Some(ty)) => beside(emit::derived::inert(ty, traits), &errors),
        (Err(errors), None) => errors.to_compile_error(),
    }
}

/// Expands `#[derive(JsError)]` on `item`.
pub(crate) fn js_error(item: TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let error = js_error::parse(&cx, item);
    match (cx.finish(), error) {
        (Ok(()), Some(error)) => emit::js_error::emit(&error),
        (Ok(()), None) => TokenStream::new(),
        // Nothing else refers to what is missing then.
        (Err(errors), _) => errors.to_compile_error(),
    }
}

fn constant(cx: Ctxt, args: &Args, tokens: &TokenStream, item: &Constant) -> TokenStream {
    check::exported_constant(&cx, args, item);
    match cx.finish() {
        Ok(()) => emit::constant::emit(args, tokens, item),
        Err(errors) => beside(tokens.clone(), &errors),
    }
}

fn with_errors(cx: Ctxt, tokens: TokenStream) -> TokenStream {
    match cx.finish() {
        Ok(()) => tokens,
        Err(errors) => beside(tokens, &errors),
    }
}

fn beside(tokens: TokenStream, errors: &syn::Error) -> TokenStream {
    let errors = errors.to_compile_error();
    quote!(#tokens #errors)
}
