//! Classes and their members.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Ident, LitStr, ReceiverKind, ReturnType, Type};

use super::{callback, env, key, one_attribute, parameter, result, signature};
use crate::ctxt::Ctxt;
use crate::model::function::Function;
use crate::model::member::{Answer, Kind, Member, Taken, first, is_iterator};
use crate::model::{handle, name};
use crate::parse::args::Args;
use crate::parse::class::{Class, Field, js_name};
use crate::parse::item;
use crate::parse::key::{Attr, Key};
use crate::parse::members::{Block, BlockItem, ConstantItem};
use crate::{emit, message};

/// Checks a struct or an enum under `#[export]`.
pub(crate) fn class(cx: &Ctxt, args: &Args, class: &Class) {
    one_attribute(cx, &class.attrs);
    // struct View<'a> { text: &'a str }      JavaScript keeps it for as long as it likes
    if let Some(lifetime) = class.generics.lifetimes().next() {
        cx.error_at(lifetime, message::CLASS_WITH_LIFETIME);
    }
    // struct Stack<T>(Vec<T>)      JavaScript has no type arguments
    let mut parameters = class.generics.params.iter().filter(|param| !matches!(param, syn::GenericParam::Lifetime(_)));
    if let (Some(parameter), true) = (parameters.next(), args.instances.is_empty()) {
        cx.error_at(parameter, message::generic_class(&class.ident.to_string()));
    }
    // #[export(name = "Numbers", instances = [Stack<f64>])]      each class has a name of its own
    if let (Some(name), false) = (&args.name, args.instances.is_empty()) {
        cx.error_at(name, message::NAME_OF_INSTANCES);
    }
    for field in &class.fields {
        let name = js_name(field.args.name.as_ref(), &field.ident, name::camel_case);
        not_constructor(cx, &name, &field.args, &field.ident);
    }
    names(cx, &class.fields.iter().filter(|field| !field.is_conditional).map(Name::of_field).collect::<Vec<_>>());
    for instance in &args.instances {
        if instance.name.is_none() {
            cx.error_at(&instance.ty, message::UNNAMED_INSTANCE);
        }
    }
}

/// Checks an `impl` block under `#[export]`.
pub(crate) fn block(cx: &Ctxt, args: &Args, block: &Block) {
    one_attribute(cx, &block.attrs);
    let mut parameters = block.generics.params.iter().filter(|param| !matches!(param, syn::GenericParam::Lifetime(_)));
    if let (Some(parameter), true) = (parameters.next(), args.instances.is_empty()) {
        cx.error_at(parameter, message::GENERIC_BLOCK);
    }
    if !matches!(handle::bare(&block.ty), Type::Path(_)) {
        cx.error_at(&block.ty, message::BLOCK_OF_NO_PATH);
    }
    if is_iterator(block) {
        next_is_seen(cx, block);
    }
}

/// Loops call `next`, by this name.
///
/// ```text
/// #[export]
/// impl Iterator for Countdown {
///     #[export(skip)]
///     fn next(&mut self) -> Option<u32> {}
/// }
/// ```
fn next_is_seen(cx: &Ctxt, block: &Block) {
    let functions = block.items.iter().filter_map(|item| match item {
        BlockItem::Function(function) if function.item.sig.ident == "next" => Some(function),
        _ => None,
    });
    for function in functions {
        let (written, key) = match &function.args {
            None => (function.skipped.to_token_stream(), Key::Skip),
            Some(Args { new: Some(key), .. }) => (key.to_token_stream(), Key::Constructor),
            Some(Args { getter: Some(key), .. }) => (key.to_token_stream(), Key::Getter),
            Some(Args { setter: Some(key), .. }) => (key.to_token_stream(), Key::Setter),
            Some(Args { symbol: Some(symbol), .. }) => (symbol.to_token_stream(), Key::Symbol),
            Some(Args { name: Some(name), .. }) if name.value() != "next" => (name.to_token_stream(), Key::Name),
            Some(_) => continue,
        };
        cx.error_at(written, message::iterator_without_next(key));
    }
}

/// Checks a function in such a block.
pub(crate) fn member(cx: &Ctxt, args: &Args, item: &item::Function, function: &Function<'_>, member: &Member<'_>) {
    one_attribute(cx, &item.attrs);
    one_kind(cx, args);
    no_reserved_name(cx, args, item, member);
    receiver(cx, item, member);
    receiver_is_instance(cx, args, item, member);
    receiver_is_left(cx, item, member);
    fits_its_kind(cx, args, item, function, member);
    signature::check_member(cx, item, function);
    env::check(cx, function);
    result::check(cx, Attr::ExportMember, function);
    parameter::check(cx, function);
    callback::check(cx, function);
    key::scope_needs_env(cx, args, function);
    key::signature_written_once(cx, args, function);
    key::written_on_arguments(cx, function);
}

/// A member by its name, of which a class has one.
pub(crate) struct Name {
    shown: String,
    is_static: bool,
    kind: NamedKind,
    /// What says the name.
    at: TokenStream,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NamedKind {
    Constructor(Option<Arity>),
    Method(Option<Arity>),
    Getter,
    Setter,
    Constant,
}

/// How many arguments a function takes that is one of several of its name.
type Arity = usize;

impl Name {
    /// That of a function.
    pub(crate) fn of(args: &Args, item: &item::Function, function: &Function<'_>, member: &Member<'_>) -> Self {
        let arity = args.overload.is_some().then(|| function.positional().count());
        let kind = match member.kind {
            Kind::Constructor => NamedKind::Constructor(arity),
            Kind::Method | Kind::Next => NamedKind::Method(arity),
            Kind::Getter => NamedKind::Getter,
            Kind::Setter => NamedKind::Setter,
        };
        let name = emit::member::name(args, &item.sig.ident, member.kind);
        let (shown, at) = match &args.symbol {
            Some(symbol) => (name::of_symbol(&symbol.value()), symbol.to_token_stream()),
            None => (name.value(), named_at(args, &item.sig.ident)),
        };
        Name { shown, is_static: member.is_static, kind, at }
    }

    /// That of a constant.
    pub(crate) fn of_constant(args: &Args, item: &ConstantItem) -> Self {
        let ident = &item.constant.ident;
        let shown = js_name(args.name.as_ref(), ident, name::plain).value();
        Name { shown, is_static: true, kind: NamedKind::Constant, at: named_at(args, ident) }
    }

    /// That of a field, which is an accessor.
    fn of_field(field: &Field) -> Self {
        let shown = js_name(field.args.name.as_ref(), &field.ident, name::camel_case).value();
        Name { shown, is_static: false, kind: NamedKind::Getter, at: named_at(&field.args, &field.ident) }
    }

    /// What is wrong with it beside the other.
    fn beside(&self, other: &Name) -> Option<String> {
        if (&self.shown, self.is_static) != (&other.shown, other.is_static) {
            return None;
        }
        match (self.kind, other.kind) {
            (NamedKind::Getter, NamedKind::Setter) | (NamedKind::Setter, NamedKind::Getter) => None,
            (NamedKind::Method(Some(one)), NamedKind::Method(Some(another)))
            | (NamedKind::Constructor(Some(one)), NamedKind::Constructor(Some(another))) => {
                (one == another).then(|| message::same_arity(&self.shown, one))
            }
            (NamedKind::Constructor(_), NamedKind::Constructor(_)) => Some(message::SECOND_CONSTRUCTOR.into()),
            // Another member cannot have that name at all.
            (NamedKind::Constructor(_), _) | (_, NamedKind::Constructor(_)) => None,
            (NamedKind::Method(_), NamedKind::Method(_)) => Some(message::second_method(&self.shown)),
            _ => Some(message::second_member(&self.shown)),
        }
    }
}

/// Checks the names of a block, but for those of members that depend on a condition: each of them may be the only one.
///
/// ```text
/// fn read_all(&self) -> String {}
/// #[export(name = "readAll")]
/// fn read(&self) -> String {}
/// ```
pub(crate) fn names(cx: &Ctxt, names: &[Name]) {
    for (index, name) in names.iter().enumerate() {
        if let Some(message) = names[..index].iter().find_map(|other| name.beside(other)) {
            cx.error_at(&name.at, message);
        }
    }
}

/// Checks a constant in such a block.
pub(crate) fn constant(cx: &Ctxt, args: &Args, item: &ConstantItem) {
    let name = js_name(args.name.as_ref(), &item.constant.ident, name::plain);
    not_of_every_class(cx, &name, args, &item.constant.ident);
    key::fit_constant(cx, args);
}

/// The properties that every class has, and which cannot be others.
///
/// ```text
/// fn prototype() -> Self {}
/// fn caller() -> String {}
/// fn constructor(&self) -> String {}
/// ```
fn no_reserved_name(cx: &Ctxt, args: &Args, item: &item::Function, member: &Member<'_>) {
    if member.kind == Kind::Constructor || args.symbol.is_some() {
        return;
    }
    let name = emit::member::name(args, &item.sig.ident, member.kind);
    match member.is_static {
        true => not_of_every_class(cx, &name, args, &item.sig.ident),
        false => not_constructor(cx, &name, args, &item.sig.ident),
    }
}

fn not_of_every_class(cx: &Ctxt, name: &LitStr, args: &Args, ident: &Ident) {
    match name.value().as_str() {
        "prototype" => cx.error_at(named_at(args, ident), message::STATIC_PROTOTYPE),
        // V8 up to that of Node 24 makes them own properties of functions, which are not configurable.
        name @ ("arguments" | "caller") => cx.error_at(named_at(args, ident), message::static_of_functions(name)),
        _ => {}
    }
}

fn not_constructor(cx: &Ctxt, name: &LitStr, args: &Args, ident: &Ident) {
    if name.value() == "constructor" {
        cx.error_at(named_at(args, ident), message::INSTANCE_CONSTRUCTOR);
    }
}

/// What says the name.
fn named_at(args: &Args, ident: &Ident) -> TokenStream {
    args.name.as_ref().map_or_else(|| ident.to_token_stream(), LitStr::to_token_stream)
}

/// `#[export(getter, constructor)]`
fn one_kind(cx: &Ctxt, args: &Args) {
    let kinds = [
        (Key::Constructor, &args.new),
        (Key::Method, &args.method),
        (Key::Getter, &args.getter),
        (Key::Setter, &args.setter),
    ];
    let mut written = kinds.into_iter().filter_map(|(key, written)| Some((key, written.as_ref()?)));
    if let (Some((first, _)), Some((second, ident))) = (written.next(), written.next()) {
        cx.error_at(ident, message::conflicting_keys(first, second));
    }
    if let (Some(name), Some(_)) = (&args.name, &args.symbol) {
        cx.error_at(name, message::conflicting_keys(Key::Symbol, Key::Name));
    }
}

/// `fn f(self: Rc<Self>)`: the value lies in its instance, and nowhere else.
fn receiver(cx: &Ctxt, item: &item::Function, member: &Member<'_>) {
    let Some(receiver) = item.sig.receiver() else { return };
    if member.taken.is_none() {
        cx.error_at(receiver, message::RECEIVER);
    }
    // fn f(&'static self) {}      it is lent for the call
    let lifetime = match &receiver.kind {
        ReceiverKind::Reference(_, lifetime, _) => lifetime.as_ref(),
        ReceiverKind::Typed(_, ty) => match handle::bare(ty) {
            Type::Reference(reference) => reference.lifetime.as_ref(),
            _ => None,
        },
        _ => None,
    };
    if let Some(lifetime) = lifetime.filter(|lifetime| lifetime.ident == "static") {
        cx.error_at(lifetime, message::STATIC_RECEIVER);
    }
}

/// The instance as an object stands in the place of `self`.
///
/// ```text
/// #[export(method)] fn f(&self) {}
/// #[export(method)] fn f(env: &Env<'_>, name: String) {}
/// ```
fn receiver_is_instance(cx: &Ctxt, args: &Args, item: &item::Function, member: &Member<'_>) {
    let Some(method) = &args.method else { return };
    // As another kind of member it is refused already.
    if member.kind != Kind::Method {
        return;
    }
    if item.sig.receiver().is_some() {
        return cx.error_at(method, message::METHOD_WITH_SELF);
    }
    if !member.takes_receiver {
        let at = first(&item.sig).map_or_else(|| item.sig.ident.to_token_stream(), Type::to_token_stream);
        cx.error_at(at, message::METHOD_WITHOUT_INSTANCE);
    }
}

/// `fn f(self, other: &Self) -> &Self`: what is consumed cannot be given back.
fn receiver_is_left(cx: &Ctxt, item: &item::Function, member: &Member<'_>) {
    let gives_back = matches!(member.answer, Answer::Receiver { .. });
    if let (true, Some(Taken::Owned), ReturnType::Type(_, ty)) = (gives_back, member.taken, &item.sig.output) {
        cx.error_at(ty, message::CONSUMED_RECEIVER);
    }
}

/// What a constructor, a getter and a setter take.
///
/// ```text
/// #[export(constructor)] fn new(&self) -> Self {}
/// #[export(getter)] fn size(&self, unit: f64) -> f64 {}
/// #[export(setter)] fn size(&mut self) {}
/// ```
fn fits_its_kind(cx: &Ctxt, args: &Args, item: &item::Function, function: &Function<'_>, member: &Member<'_>) {
    let count = function.positional().count();
    match member.kind {
        Kind::Constructor => {
            if let Some(receiver) = item.sig.receiver() {
                cx.error_at(receiver, message::CONSTRUCTOR_WITH_SELF);
            }
            if let Some(name) = &args.name {
                cx.error_at(name, message::CONSTRUCTOR_WITH_NAME);
            }
            key::fit_constructor(cx, args);
            match function.result() {
                None => cx.error_at(&item.sig.ident, message::CONSTRUCTOR_WITHOUT_RESULT),
                // `new` has no way to say that there is nothing: `fn new() -> Option<Self>`
                Some(result) if handle::named(result, "Option").is_some() => {
                    cx.error_at(result, message::OPTIONAL_CONSTRUCTOR);
                }
                Some(_) => {}
            }
        }
        Kind::Getter if count > 0 => cx.error_at(&item.sig.ident, message::GETTER_WITH_ARGUMENTS),
        Kind::Getter if function.result().is_none() => cx.error_at(&item.sig.ident, message::GETTER_WITHOUT_RESULT),
        Kind::Setter if count != 1 => cx.error_at(&item.sig.ident, message::SETTER_ARGUMENTS),
        Kind::Setter => key::fit_setter(cx, args),
        _ => {}
    }
    let is_accessor = matches!(member.kind, Kind::Getter | Kind::Setter);
    if let (Some(overload), true) = (&args.overload, is_accessor) {
        cx.error_at(overload, message::OVERLOADED_ACCESSOR);
    }
}
