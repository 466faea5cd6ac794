//! The pipeline of the attributes on items: parse, split on `#[cfg]`, check, and emit code or errors.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use crate::ctxt::Ctxt;
use crate::model::function::{Attributes, Function};
use crate::model::member::Member;
use crate::parse::args::Args;
use crate::parse::derived::Traits;
use crate::parse::item::{self, Constant, Item};
use crate::parse::key::Attr;
use crate::parse::members::{self, Block, BlockItem};
use crate::parse::test::Expectations;
use crate::parse::{self, cfg, derived, js_error, test, ungroup};
use crate::{check, emit, message, model};

/// Expands `attr` with the arguments `written` on `item`.
pub(crate) fn expand(attr: Attr, written: TokenStream, item: TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let tokens = ungroup(item);
    let parsed = cx.ok(syn::parse2(tokens.clone()));
    let attr_of_item = match (attr, &parsed) {
        (Attr::Export, Some(Item::Class(_))) => Attr::ExportClass,
        (Attr::Export, Some(Item::Members)) => Attr::ExportMembers,
        _ => attr,
    };
    let args = Args::parse(&cx, attr_of_item, written.clone());
    match (attr, parsed) {
        (Attr::Export, Some(Item::Class(_))) => class(cx, &args, tokens),
        (Attr::Export, Some(Item::Members)) => members(cx, &args, tokens),
        (attr, Some(Item::Class(keyword))) => {
            cx.error_at(&keyword, message::wrong_item(attr, item::Kind::Struct));
            with_errors(cx, tokens)
        }
        (attr, Some(Item::Members)) => {
            cx.error_at(tokens.clone().into_iter().next(), message::wrong_item(attr, item::Kind::Impl));
            with_errors(cx, tokens)
        }
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

/// Expands `#[export]` on a struct or an enum.
fn class(cx: Ctxt, args: &Args, tokens: TokenStream) -> TokenStream {
    let class = parse::class::parse(&cx, args, tokens.clone());
    if let Some(class) = &class {
        check::class::class(&cx, args, class);
    }
    match (cx.finish(), class) {
        (Ok(()), Some(class)) => emit::class::emit(args, &class),
        (Ok(()), None) => tokens,
        (Err(errors), Some(class)) => beside(class.item, &errors),
        (Err(errors), None) => beside(tokens, &errors),
    }
}

/// Expands `#[export]` on an `impl` block.
fn members(cx: Ctxt, args: &Args, tokens: TokenStream) -> TokenStream {
    let Some(mut block) = members::parse(&cx, tokens.clone()) else {
        return with_errors(cx, tokens);
    };
    check::class::block(&cx, args, &block);
    let ty = block.ty.clone();
    let classes: Vec<Type> = match &args.instances[..] {
        [] => vec![ty],
        instances => instances.iter().map(|instance| instance.ty.clone()).collect(),
    };
    let mut emitted = TokenStream::new();
    let mut names = Vec::new();
    for index in 0..block.items.len() {
        let mut without_attributes = None;
        let mut name = None;
        for class in &classes {
            match &block.items[index] {
                BlockItem::Function(found) => {
                    if let Some(function) = function_of(&cx, args, &block, found, class) {
                        emitted.extend(function.emitted);
                        name = function.name;
                        without_attributes = Some(function.item);
                    }
                }
                BlockItem::Constant(item) => {
                    let of_item = item.args.as_ref();
                    if let Some(of_item) = of_item {
                        check::class::constant(&cx, of_item, item);
                        let is_conditional = cfg::is_conditional(&item.constant.attrs);
                        name = (!is_conditional).then(|| check::class::Name::of_constant(of_item, item));
                    }
                    emitted.extend(of_item.map(|of_item| emit::member::constant(args, of_item, &block, class, item)));
                }
                BlockItem::Type(..) | BlockItem::Other(_) => {}
            }
        }
        if let (BlockItem::Function(found), Some(item)) = (&mut block.items[index], without_attributes) {
            found.item = item;
        }
        names.extend(name);
    }
    check::class::names(&cx, &names);
    if model::member::is_iterator(&block) {
        emitted.extend(classes.iter().map(|class| emit::member::iterator(args, &block, class)));
    }
    match cx.finish() {
        Ok(()) => quote!(#block #emitted),
        Err(errors) => beside(quote!(#block), &errors),
    }
}

/// A function of a block, for one class.
struct FunctionOf {
    /// What stands beside the block for it.
    emitted: TokenStream,
    /// The name that no other member has.
    name: Option<check::class::Name>,
    /// The function without what is the macro's.
    item: item::Function,
}

fn function_of(cx: &Ctxt, root: &Args, block: &Block, found: &members::Function, class: &Type) -> Option<FunctionOf> {
    let args = found.args.as_ref()?;
    let mut item = found.item.clone();
    let mut attributes = Attributes::take(cx, &mut item.sig);
    model::member::attributes_outside(block, class, &mut attributes);
    let member = Member::new(block, class, args, &item.sig);
    let function = Function::new(&member.sig, attributes);
    let function = if member.takes_receiver { function.with_receiver() } else { function };
    item.body = emit::work::lower(cx, Attr::Export, args, &function, &item.body);
    check::class::member(cx, args, &item, &function, &member);
    let is_conditional = cfg::is_conditional(&item.attrs);
    let name = (!is_conditional).then(|| check::class::Name::of(args, &item, &function, &member));
    let emitted = emit::member::emit(root, args, block, &item, &function, &member);
    Some(FunctionOf { emitted, name, item })
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
