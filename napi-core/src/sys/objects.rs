//! Objects, arrays and their properties.

use core::ffi::{CStr, c_void};

use super::abi::{self, attributes, keys};
use super::host::{Failure, Host, RawValue, answer, answer_value, answered, call_name, checked, perform};
use super::imports::optional_import;

/// One property of [`Host::define`].
#[repr(transparent)]
pub(crate) struct Descriptor(abi::napi_property_descriptor);

/// What a described property holds.
pub(crate) enum PropertyKind {
    /// A value that cannot be assigned to.
    Constant(RawValue),
    /// A value as an assignment would make it, but always an own property: a key such as `__proto__` means nothing special.
    Assigned(RawValue),
    /// A value that can be changed, and that loops over keys do not see: `cause` of an error, `name` of a prototype.
    Hidden(RawValue),
    /// What a class has.
    Member { value: RawValue, writable: bool, enumerable: bool, configurable: bool },
}

impl Descriptor {
    pub(crate) fn new(name: RawValue, kind: PropertyKind) -> Self {
        let (value, attributes) = match kind {
            PropertyKind::Constant(value) => (value, attributes::ENUMERABLE),
            PropertyKind::Assigned(value) => (value, attributes::ASSIGNED),
            PropertyKind::Hidden(value) => (value, attributes::HIDDEN),
            PropertyKind::Member { value, writable, enumerable, configurable } => {
                let one = |is_set, attribute| if is_set { attribute } else { attributes::NONE };
                let writable = one(writable, attributes::WRITABLE);
                let enumerable = one(enumerable, attributes::ENUMERABLE);
                (value, writable | enumerable | one(configurable, attributes::CONFIGURABLE))
            }
        };
        Self(abi::napi_property_descriptor {
            utf8name: core::ptr::null(),
            name: name.get(),
            method: None,
            getter: None,
            setter: None,
            value: value.get(),
            attributes,
            data: core::ptr::null_mut::<c_void>(),
        })
    }

    /// A property as an assignment would make it, under a name that the compiler has written down.
    #[inline(always)]
    pub(crate) fn named(name: &'static CStr, value: RawValue) -> Self {
        Self(abi::napi_property_descriptor {
            utf8name: name.as_ptr(),
            ..Self::new(value, PropertyKind::Assigned(value)).0
        })
    }
}

/// The kinds of keys that are asked for. Hosts disagree on what neither of them is, which therefore cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum KeyKind {
    All,
    Text,
    Symbols,
}

/// The keys that [`Host::keys`] gives. Not by what is writable or configurable: of proxies, and of the elements of frozen arrays,
/// hosts give those that are not (Node 20 and 26, Deno).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct KeyQuery {
    pub(crate) inherited: bool,
    pub(crate) enumerable: bool,
    pub(crate) kind: KeyKind,
    pub(crate) numbers: bool,
}

impl KeyQuery {
    fn filter(self) -> abi::napi_key_filter {
        let kind = match self.kind {
            KeyKind::All => keys::ALL,
            KeyKind::Text => keys::SKIP_SYMBOLS,
            KeyKind::Symbols => keys::SKIP_STRINGS,
        };
        if self.enumerable { kind | keys::ENUMERABLE } else { kind }
    }
}

impl Host {
    pub(crate) fn object(&self) -> Result<RawValue, Failure> {
        answer_value!(napi_create_object(self))
    }

    /// Makes an object with properties as an assignment would make them, always its own; `None` on a host that has no call for it.
    /// Of names and values there are as many as there are of the fewer.
    pub(crate) fn object_with(
        &self,
        prototype: RawValue,
        names: &[RawValue],
        values: &[RawValue],
    ) -> Option<Result<RawValue, Failure>> {
        let make = optional_import!(node_api_create_object_with_properties)?;
        let count = names.len().min(values.len());
        let mut object = core::ptr::null_mut();
        let (names, values) = (names.as_ptr().cast(), values.as_ptr().cast());
        // SAFETY: env, handle; a `RawValue` is transparent, so that `count` handles lie at both places; `object` is writable.
        let status = unsafe { make(self.0, prototype.get(), names, values, count, &raw mut object) };
        let name = call_name!(node_api_create_object_with_properties);
        Some(checked(self, name, status).and_then(|()| answered(name, object)))
    }

    pub(crate) fn array(&self, length: usize) -> Result<RawValue, Failure> {
        answer_value!(napi_create_array_with_length(self, length))
    }

    pub(crate) fn is_array(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_array(self, value.get()) -> false)
    }

    pub(crate) fn array_length(&self, array: RawValue) -> Result<u32, Failure> {
        answer!(napi_get_array_length(self, array.get()) -> 0_u32)
    }

    pub(crate) fn get_element(&self, object: RawValue, index: u32) -> Result<RawValue, Failure> {
        answer_value!(napi_get_element(self, object.get(), index))
    }

    pub(crate) fn set_element(&self, object: RawValue, index: u32, value: RawValue) -> Result<(), Failure> {
        perform!(napi_set_element(self, object.get(), index, value.get()))
    }

    pub(crate) fn get_named(&self, object: RawValue, name: &CStr) -> Result<RawValue, Failure> {
        answer_value!(napi_get_named_property(self, object.get(), name.as_ptr()))
    }

    pub(crate) fn set_named(&self, object: RawValue, name: &CStr, value: RawValue) -> Result<(), Failure> {
        perform!(napi_set_named_property(self, object.get(), name.as_ptr(), value.get()))
    }

    pub(crate) fn get_property(&self, object: RawValue, key: RawValue) -> Result<RawValue, Failure> {
        answer_value!(napi_get_property(self, object.get(), key.get()))
    }

    pub(crate) fn set_property(&self, object: RawValue, key: RawValue, value: RawValue) -> Result<(), Failure> {
        perform!(napi_set_property(self, object.get(), key.get(), value.get()))
    }

    pub(crate) fn has_property(&self, object: RawValue, key: RawValue) -> Result<bool, Failure> {
        answer!(napi_has_property(self, object.get(), key.get()) -> false)
    }

    pub(crate) fn has_own_property(&self, object: RawValue, key: RawValue) -> Result<bool, Failure> {
        answer!(napi_has_own_property(self, object.get(), key.get()) -> false)
    }

    pub(crate) fn delete_property(&self, object: RawValue, key: RawValue) -> Result<bool, Failure> {
        answer!(napi_delete_property(self, object.get(), key.get()) -> false)
    }

    pub(crate) fn freeze(&self, object: RawValue) -> Result<(), Failure> {
        perform!(napi_object_freeze(self, object.get()))
    }

    pub(crate) fn seal(&self, object: RawValue) -> Result<(), Failure> {
        perform!(napi_object_seal(self, object.get()))
    }

    pub(crate) fn instance_of(&self, value: RawValue, constructor: RawValue) -> Result<bool, Failure> {
        answer!(napi_instanceof(self, value.get(), constructor.get()) -> false)
    }

    pub(crate) fn is_date(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_date(self, value.get()) -> false)
    }

    #[cfg(any(feature = "serde", feature = "serde_json"))]
    pub(crate) fn is_promise(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_promise(self, value.get()) -> false)
    }

    /// `milliseconds` is what a Date can hold: Node-API does not say what a host makes of anything else.
    pub(crate) fn date(&self, milliseconds: f64) -> Result<RawValue, Failure> {
        answer_value!(napi_create_date(self, milliseconds))
    }

    pub(crate) fn get_date(&self, date: RawValue) -> Result<f64, Failure> {
        answer!(napi_get_date_value(self, date.get()) -> f64::NAN)
    }

    /// The object's own enumerable string keys, as an array of strings.
    pub(crate) fn own_keys(&self, object: RawValue) -> Result<RawValue, Failure> {
        let filter = keys::ENUMERABLE | keys::SKIP_SYMBOLS;
        answer_value!(napi_get_all_property_names(self, object.get(), keys::OWN_ONLY, filter, keys::NUMBERS_TO_STRINGS))
    }

    pub(crate) fn keys(&self, object: RawValue, query: KeyQuery) -> Result<RawValue, Failure> {
        let mode = if query.inherited { keys::INCLUDE_PROTOTYPES } else { keys::OWN_ONLY };
        let conversion = if query.numbers { keys::KEEP_NUMBERS } else { keys::NUMBERS_TO_STRINGS };
        answer_value!(napi_get_all_property_names(self, object.get(), mode, query.filter(), conversion))
    }

    pub(crate) fn define(&self, object: RawValue, properties: &[Descriptor]) -> Result<(), Failure> {
        // A `Descriptor` is transparent: a slice of them is an array of `napi_property_descriptor`.
        perform!(napi_define_properties(self, object.get(), properties.len(), properties.as_ptr().cast()))
    }
}
