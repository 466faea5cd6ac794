//! Classes and their members: from records to constructors.

use std::any::TypeId;
use std::borrow::Cow;

use super::export::{ConstantCall, Export, HostFunction, Item, Site, constant};
use super::overload::{self, Overload};
use crate::call::{Callback, Returned, trampoline};
use crate::class::{Class, NoBase, construct, give_back_this, not_constructible};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::sys::{CallbackData, Descriptor, HeldReference, HostCallback, PropertyKind, RawValue};
use crate::value::{Attributes, Object, Symbol, Value};

/// A class.
#[derive(Clone, Copy)]
pub(super) struct ClassItem {
    pub(super) name: &'static str,
    pub(super) namespace: &'static str,
    pub(super) id: fn() -> TypeId,
    /// By its name too: records of all exports are as large as the largest.
    base: fn() -> Option<(TypeId, &'static str)>,
    /// The constructor of a class that has none.
    refuse: HostFunction,
}

/// A member of a class.
#[derive(Clone, Copy)]
pub(super) struct Member {
    /// The type of the class, and its name for errors.
    of: fn() -> (TypeId, &'static str),
    name: &'static str,
    kind: MemberKind,
    is_static: bool,
    /// The name is that of a symbol: `Symbol.iterator`.
    is_symbol: bool,
    overload: bool,
    enumerable: bool,
    configurable: bool,
}

/// What says the value of a constant.
type ConstantValue = fn(ConstantCall<'_, '_>) -> Returned;

#[derive(Clone, Copy)]
enum MemberKind {
    Constructor(Overload),
    Method(Overload),
    Getter(HostFunction),
    Setter(HostFunction),
    Constant(ConstantValue),
}

impl Export {
    /// A class.
    pub const fn class<T: Class>(site: Site) -> Self {
        let base = || {
            let base = TypeId::of::<T::Base>();
            (base != TypeId::of::<NoBase>()).then_some((base, T::Base::NAME))
        };
        let (id, refuse) = (TypeId::of::<T> as fn() -> TypeId, not_constructible::<T> as HostFunction);
        Self::new(site, Item::Class(ClassItem { name: T::NAME, namespace: "", id, base, refuse }))
    }

    const fn member<T: Class>(site: Site, name: &'static str, kind: MemberKind) -> Self {
        let member = Member {
            of: || (TypeId::of::<T>(), T::NAME),
            name,
            kind,
            is_static: false,
            is_symbol: false,
            overload: false,
            enumerable: false,
            configurable: true,
        };
        Self::new(site, Item::Member(member))
    }

    /// The constructor of a class, or one of several.
    pub const fn constructor_of<T: Class, C: Callback>(site: Site) -> Self {
        let callback = construct::<T, C> as HostFunction;
        Self::member::<T>(site, "constructor", MemberKind::Constructor(Overload::of::<C>(callback)))
    }

    /// A method.
    pub const fn method<T: Class, C: Callback>(site: Site) -> Self {
        let callback = trampoline::<C> as HostFunction;
        Self::member::<T>(site, C::NAME, MemberKind::Method(Overload::of::<C>(callback)))
    }

    /// What makes a class with a method `next` one whose instances loops run over.
    pub const fn iterator<T: Class>(site: Site) -> Self {
        let one = Overload { callback: give_back_this, parameters: 0, length: 0 };
        Self::member::<T>(site, "iterator", MemberKind::Method(one)).symbol()
    }

    /// What is called when a property is read.
    pub const fn getter<T: Class, C: Callback>(site: Site) -> Self {
        Self::member::<T>(site, C::NAME, MemberKind::Getter(trampoline::<C> as HostFunction))
    }

    /// What is called when a property is assigned to.
    pub const fn setter<T: Class, C: Callback>(site: Site) -> Self {
        Self::member::<T>(site, C::NAME, MemberKind::Setter(trampoline::<C> as HostFunction))
    }

    /// A constant of a class.
    pub const fn constant_of<T: Class>(name: &'static str, value: ConstantValue, site: Site) -> Self {
        Self::member::<T>(site, name, MemberKind::Constant(value)).of_class()
    }

    const fn change(mut self, change: MemberChange) -> Self {
        if let Item::Member(member) = &mut self.item {
            match change {
                MemberChange::Static => member.is_static = true,
                MemberChange::Symbol => member.is_symbol = true,
                MemberChange::Enumerable => member.enumerable = true,
                MemberChange::Fixed => member.configurable = false,
            }
        }
        self
    }

    /// Makes a member one of the class itself: it is static.
    pub const fn of_class(self) -> Self {
        self.change(MemberChange::Static)
    }

    /// Makes the name that of a symbol of the language, without `Symbol.`.
    pub const fn symbol(self) -> Self {
        self.change(MemberChange::Symbol)
    }

    /// Shows a property to loops over keys.
    pub const fn enumerable(self) -> Self {
        self.change(MemberChange::Enumerable)
    }

    /// Keeps a property from being deleted, and from being defined anew.
    pub const fn not_configurable(self) -> Self {
        self.change(MemberChange::Fixed)
    }
}

#[derive(Clone, Copy)]
enum MemberChange {
    Static,
    Symbol,
    Enumerable,
    Fixed,
}

impl Member {
    pub(super) const fn overloaded(&mut self) {
        self.overload = true;
    }

    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// The name as functions show it.
    fn shown(&self) -> Cow<'static, str> {
        if self.is_symbol { format!("[Symbol.{}]", self.name).into() } else { self.name.into() }
    }
}

/// What is defined under one name.
struct Property<'a> {
    member: &'a Member,
    /// Of the one or the other half of an accessor.
    enumerable: bool,
    configurable: bool,
    site: Site,
    parts: Parts,
}

enum Parts {
    Functions(Vec<(Site, Overload)>),
    Accessor {
        get: Option<HostFunction>,
        set: Option<HostFunction>,
    },
    /// Which [`define_constants`] defines, when all classes are there.
    Constant,
}

/// Defines a class, whose base is defined already, without its constants.
pub(super) fn define<'s>(env: &Env<'s>, class: &ClassItem, exports: &[&'static Export]) -> Result<()> {
    let properties = properties(class, exports)?;
    let instance = env.instance();
    let constructors = properties.iter().find_map(|property| match (&property.member.kind, &property.parts) {
        (MemberKind::Constructor(_), Parts::Functions(functions)) => Some(functions),
        _ => None,
    });
    let (callback, data, length) = match constructors.map(Vec::as_slice) {
        None => (class.refuse, instance.call_data(Vec::new()), 0),
        Some([(_, one)]) => (one.callback, instance.call_data(Vec::new()), one.length),
        Some(several) => {
            let (dispatch, data) = overload::dispatcher(env, several.iter().map(|(_, overload)| *overload));
            (dispatch, data, shortest(several))
        }
    };
    let constructor = Object::from_raw(env.host()?.class(class.name, HostCallback::new(callback), data)?);
    let prototype: Object<'s> = constructor.get(env, "prototype")?;
    set_length(env, constructor, length)?;
    let waits =
        |property: &&Property<'_>| matches!(property.member.kind, MemberKind::Constructor(_) | MemberKind::Constant(_));
    for property in properties.iter().filter(|property| !waits(property)) {
        let object = if property.member.is_static { constructor } else { prototype };
        property.define(env, object, data).map_err(|error| undefined(property.member, error))?;
    }
    if let Some((base, name)) = (class.base)() {
        let base = instance.cells.class(instance, base).ok_or_else(|| no_base(class.name, name))?;
        let base: Object<'s> = Object::from_raw(base);
        prototype.set_prototype(env, Some(base.get(env, "prototype")?))?;
        constructor.set_prototype(env, Some(base))?;
    }
    let host = env.host()?;
    let fixed = Descriptor::new(
        host.string("prototype")?,
        PropertyKind::Member { value: prototype.raw(), writable: false, enumerable: false, configurable: false },
    );
    host.define(constructor.raw(), &[fixed])?;
    instance.cells.add_class((class.id)(), HeldReference::new(instance.home(), constructor.raw(), 1)?);
    Ok(())
}

/// Defines the constants of all classes, which may be instances of any of them.
pub(super) fn define_constants(env: &Env<'_>, exports: &[&'static Export]) -> Result<()> {
    for export in exports {
        let Item::Member(member) = &export.item else { continue };
        let MemberKind::Constant(value) = member.kind else { continue };
        let Some(class) = env.instance().cells.class(env.instance(), (member.of)().0) else { continue };
        define_constant(env, class, member, value).map_err(|error| undefined(member, error))?;
    }
    Ok(())
}

fn define_constant(env: &Env<'_>, class: RawValue, member: &Member, value: ConstantValue) -> Result<()> {
    let value = constant(env, value)?;
    // Seen, as static fields of classes are.
    let property = PropertyKind::Member { value, writable: false, enumerable: true, configurable: member.configurable };
    let host = env.host()?;
    Ok(host.define(class, &[Descriptor::new(host.string(member.name)?, property)])?)
}

/// Whether `class` extends `other`, directly.
pub(super) fn is_base(class: &ClassItem, other: &ClassItem) -> bool {
    (class.base)().is_some_and(|(base, _)| base == (other.id)())
}

/// The members of the class by name, in source order.
fn properties<'a>(class: &ClassItem, exports: &'a [&'static Export]) -> Result<Vec<Property<'a>>> {
    let mut properties: Vec<Property<'a>> = Vec::new();
    for export in exports {
        let Item::Member(member) = &export.item else { continue };
        if (member.of)().0 != (class.id)() {
            continue;
        }
        let same = |other: &Member| {
            (other.name, other.is_static, other.is_symbol) == (member.name, member.is_static, member.is_symbol)
        };
        match properties.iter_mut().find(|known| same(known.member)) {
            Some(known) => known.join(member, export.site)?,
            None => properties.push(Property {
                member,
                enumerable: member.enumerable,
                configurable: member.configurable,
                site: export.site,
                parts: Parts::of(member, export.site),
            }),
        }
    }
    Ok(properties)
}

impl Parts {
    fn of(member: &Member, site: Site) -> Self {
        match member.kind {
            MemberKind::Constructor(one) | MemberKind::Method(one) => Self::Functions(vec![(site, one)]),
            MemberKind::Getter(get) => Self::Accessor { get: Some(get), set: None },
            MemberKind::Setter(set) => Self::Accessor { get: None, set: Some(set) },
            MemberKind::Constant(_) => Self::Constant,
        }
    }
}

impl Property<'_> {
    /// A getter beside a setter, or one overload beside another.
    fn join(&mut self, member: &Member, site: Site) -> Result<()> {
        match (&mut self.parts, member.kind) {
            (Parts::Accessor { get: get @ None, .. }, MemberKind::Getter(new)) => *get = Some(new),
            (Parts::Accessor { set: set @ None, .. }, MemberKind::Setter(new)) => *set = Some(new),
            (Parts::Functions(known), MemberKind::Constructor(new) | MemberKind::Method(new))
                if self.member.overload && member.overload =>
            {
                overload::join(known, member.name, site, new)?;
            }
            _ => {
                let what = format!("members of `{}`", (member.of)().1);
                return Err(overload::same_name(&what, &member.shown(), self.site, site));
            }
        }
        self.enumerable |= member.enumerable;
        self.configurable &= member.configurable;
        Ok(())
    }

    fn define<'s>(&self, env: &Env<'s>, object: Object<'s>, data: CallbackData) -> Result<()> {
        let (shown, enumerable, configurable) = (self.member.shown(), self.enumerable, self.configurable);
        // A host older than a symbol has nobody who could ask for it.
        let Some(key) = key(env, self.member)? else { return Ok(()) };
        let value = match &self.parts {
            Parts::Functions(functions) => function(env, &shown, functions, data)?.raw(),
            Parts::Constant => return Ok(()),
            Parts::Accessor { get, set } => {
                let get = get.map(|get| accessor(env, &format!("get {shown}"), get, 0, data)).transpose()?;
                let set = set.map(|set| accessor(env, &format!("set {shown}"), set, 1, data)).transpose()?;
                return object.define_functions(
                    env,
                    key,
                    Attributes { writable: false, enumerable, configurable },
                    get,
                    set,
                );
            }
        };
        let writable = matches!(self.parts, Parts::Functions(_));
        let member = PropertyKind::Member { value, writable, enumerable, configurable };
        Ok(env.host()?.define(object.raw(), &[Descriptor::new(key.raw(), member)])?)
    }
}

/// The key of a member.
fn key<'s>(env: &Env<'s>, member: &Member) -> Result<Option<Value<'s>>> {
    if !member.is_symbol {
        return Ok(Some(env.string(member.name)?.into()));
    }
    let symbol: Option<Symbol<'s>> = env.global()?.get::<Object<'s>>(env, "Symbol")?.get(env, member.name)?;
    Ok(symbol.map(Into::into))
}

fn function<'s>(env: &Env<'s>, name: &str, overloads: &[(Site, Overload)], data: CallbackData) -> Result<Value<'s>> {
    let raw = match overloads {
        [(_, one)] => env.host()?.function(name, HostCallback::new(one.callback), data)?,
        several => overload::function(env, name, several.iter().map(|(_, overload)| *overload))?,
    };
    set_length(env, Object::from_raw(raw), shortest(overloads))?;
    Ok(Value::from_raw(raw))
}

fn accessor<'s>(
    env: &Env<'s>,
    name: &str,
    callback: HostFunction,
    length: u8,
    data: CallbackData,
) -> Result<Value<'s>> {
    function(env, name, &[(Site::NOWHERE, Overload { callback, parameters: length, length })], data)
}

fn shortest(overloads: &[(Site, Overload)]) -> u8 {
    overloads.iter().map(|(_, overload)| overload.length).min().unwrap_or(0)
}

/// Hosts say 0 of every function that they make.
fn set_length(env: &Env<'_>, function: Object<'_>, length: u8) -> Result<()> {
    let host = env.host()?;
    let value = host.uint32(length.into()).map_err(|refused| host.failure(refused))?;
    let length = PropertyKind::Member { value, writable: false, enumerable: false, configurable: true };
    Ok(host.define(function.raw(), &[Descriptor::new(host.string("length")?, length)])?)
}

#[cold]
fn no_base(name: &str, base: &str) -> Error {
    Error::new(format!("the class `{name}` extends `{base}`, which is not exported by this library"))
}

/// An exception of JavaScript stays as it is.
#[cold]
fn undefined(member: &Member, error: Error) -> Error {
    let (_, class) = (member.of)();
    error.in_function(&format!("{class}.{} cannot be defined", member.shown()))
}
