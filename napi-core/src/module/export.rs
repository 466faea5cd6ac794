//! What an attribute leaves in the library.

use crate::call::{Callback, Returned, trampoline};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::{ErrorType, JsError};
use crate::sys::{HostEnv, HostInfo, HostValue, RawValue};

use super::class::{ClassItem, Member};
use super::overload::Overload;
use super::register::{Module, register};
#[cfg(feature = "test")]
use super::test::Test;

/// One `#[export]` or `#[module]`.
///
/// The version comes first and keeps its form for ever: it tells whether the rest can be read.
#[repr(C)]
pub struct Export {
    version: Version,
    pub(super) site: Site,
    pub(super) item: Item,
}

/// The version of this crate that an [`Export`] was made with, as text, filled up with NUL.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub(super) struct Version([u8; 24]);

impl Version {
    pub(super) const OURS: Self = {
        let text = env!("CARGO_PKG_VERSION").as_bytes();
        let mut bytes = [0; 24];
        let (used, _) = bytes.split_at_mut(text.len());
        used.copy_from_slice(text);
        Self(bytes)
    };
}

impl core::fmt::Display for Version {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(String::from_utf8_lossy(&self.0).trim_end_matches('\0'))
    }
}

/// Where in the source an attribute stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site {
    /// `crate/file`
    file: &'static str,
    place: Place,
    /// Where the name stands, which tells apart what one invocation of a macro has made.
    name: Place,
}

/// Line and column, both from 1.
type Place = (u32, u32);

impl Site {
    /// That of what no error is about.
    pub(super) const NOWHERE: Self = Self::new("", (0, 0), (0, 0));

    /// A place in a file, whose path begins with the name of its crate.
    pub const fn new(file: &'static str, place: Place, name: Place) -> Self {
        Self { file, place, name }
    }

    /// Both as a message tells them apart: of what one attribute has made, members of a block, where the names stand.
    pub(super) fn beside(self, other: Self) -> (Self, Self) {
        let is_in_block = |site: Self| (site.file, site.place) == (self.file, self.place) && site.name > site.place;
        let of_name = |site: Self| Self { place: site.name, ..site };
        if is_in_block(self) && is_in_block(other) { (of_name(self), of_name(other)) } else { (self, other) }
    }
}

impl core::fmt::Display for Site {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (line, column) = self.place;
        let (krate, file) = self.file.split_once('/').unwrap_or(("", self.file));
        write!(f, "{file}:{line}:{column} (crate {krate})")
    }
}

/// What is exported.
pub(super) enum Item {
    Property {
        name: &'static str,
        namespace: &'static str,
        value: PropertyValue,
    },
    Module(ModuleItem),
    Errors(ErrorType),
    Class(ClassItem),
    Member(Member),
    #[cfg(feature = "test")]
    Test(Test),
    Nothing,
}

/// A property of the exports object, or of a namespace in it.
#[derive(Clone, Copy)]
pub(super) enum PropertyValue {
    Function(Overload),
    /// One of several of its name.
    Overload(Overload),
    Constant(fn(ConstantCall<'_, '_>) -> Returned),
    /// By reference, as records of functions are not to be as large.
    Class(&'static ClassItem),
    /// The class of this number.
    ErrorClass(&'static ErrorType, usize),
}

pub(super) type HostFunction = unsafe extern "C" fn(HostEnv, HostInfo) -> HostValue;

/// The module of a library.
#[derive(Clone, Copy)]
pub(super) struct ModuleItem {
    pub(super) name: &'static str,
    pub(super) register: extern "C" fn(HostEnv, HostValue) -> HostValue,
    /// Registered by the constructor wherever it is loaded.
    pub(super) by_constructor: bool,
}

impl Export {
    pub(super) const fn new(site: Site, item: Item) -> Self {
        Self { version: Version::OURS, site, item }
    }

    const fn property(site: Site, name: &'static str, value: PropertyValue) -> Self {
        Self::new(site, Item::Property { name, namespace: "", value })
    }

    /// A function.
    pub const fn function<T: Callback>(site: Site) -> Self {
        Self::property(site, T::NAME, PropertyValue::Function(Overload::of::<T>(trampoline::<T>)))
    }

    /// A constant, or the value of a static.
    pub const fn constant(name: &'static str, value: fn(ConstantCall<'_, '_>) -> Returned, site: Site) -> Self {
        Self::property(site, name, PropertyValue::Constant(value))
    }

    /// The module.
    pub const fn module<T: Module>(site: Site) -> Self {
        Self::new(site, Item::Module(ModuleItem { name: T::NAME, register: register::<T>, by_constructor: false }))
    }

    /// A type that derives `JsError`: its classes are properties.
    pub const fn errors<T: JsError>(site: Site) -> Self {
        Self::new(site, Item::Errors(ErrorType::of::<T>()))
    }

    /// Nothing, so that a section exists.
    pub(super) const fn nothing() -> Self {
        Self::new(Site::NOWHERE, Item::Nothing)
    }

    /// Puts a property into an object of this name instead of the exports object itself; dots nest.
    pub const fn namespace(mut self, path: &'static str) -> Self {
        match &mut self.item {
            Item::Property { namespace, .. } => *namespace = path,
            Item::Class(class) => class.namespace = path,
            _ => {}
        }
        self
    }

    /// Lets a function share its name with others of another number of parameters.
    pub const fn overload(mut self) -> Self {
        match &mut self.item {
            Item::Property { value, .. } => {
                if let PropertyValue::Function(one) = *value {
                    *value = PropertyValue::Overload(one);
                }
            }
            Item::Member(member) => member.overloaded(),
            _ => {}
        }
        self
    }

    /// Registers the module by the library's constructor everywhere.
    pub const fn constructor(mut self) -> Self {
        if let Item::Module(module) = &mut self.item {
            module.by_constructor = true;
        }
        self
    }

    pub(super) fn class_item(&'static self) -> Option<&'static ClassItem> {
        match &self.item {
            Item::Class(class) => Some(class),
            _ => None,
        }
    }

    /// Whether the rest of the record is one of this version.
    pub(super) fn version(&self) -> Version {
        self.version
    }
}

/// The question for the value of a constant.
pub struct ConstantCall<'e, 's>(pub(super) &'e Env<'s>);

impl<'s> ConstantCall<'_, 's> {
    /// The answer.
    pub fn value(self, value: impl IntoJs<'s>) -> Returned {
        Returned(value.into_js(self.0).map(|value| Some(value.raw())))
    }
}

/// The value of a constant.
pub(super) fn constant(env: &Env<'_>, value: fn(ConstantCall<'_, '_>) -> Returned) -> crate::error::Result<RawValue> {
    match value(ConstantCall(env)).0? {
        Some(raw) => Ok(raw),
        None => Ok(env.undefined()?.raw()),
    }
}
