//! Sendable objects: JavaScript values that several threads share.

use core::ffi::{CStr, c_void};
use core::num::NonZeroUsize;

use super::{Denied, ohos_answer, ohos_answer_value, ohos_perform};
use crate::sys::abi::{attributes, napi_property_descriptor};
use crate::sys::host::{Host, RawValue};
use crate::sys::memory::Element;
use crate::sys::references::{Finalizer, lower};

fn bytes_of<T: Element>(elements: &[T]) -> &[u8] {
    // SAFETY: the trait is sealed: its types have no padding, so that each of these bytes has a value.
    unsafe { core::slice::from_raw_parts(elements.as_ptr().cast(), size_of_val(elements)) }
}

impl Host {
    /// Whether a sendable object can hold the value: itself one, or primitive.
    pub(crate) fn is_sendable(self, value: RawValue) -> Result<bool, Denied> {
        ohos_answer!(napi_is_sendable(self, value.get()) -> false)
    }

    /// The properties are those of the object for ever; they can be assigned to.
    pub(crate) fn sendable_object(self, properties: &[(&CStr, RawValue)]) -> Result<RawValue, Denied> {
        let lowered: Vec<_> = properties.iter().map(|(name, value)| property(name, *value)).collect();
        ohos_answer_value!(napi_create_sendable_object_with_properties(self, lowered.len(), lowered.as_ptr()))
    }

    pub(crate) fn sendable_array(self, length: usize) -> Result<RawValue, Denied> {
        ohos_answer_value!(napi_create_sendable_array_with_length(self, length))
    }

    /// A buffer with these bytes.
    pub(crate) fn sendable_array_buffer(self, bytes: &[u8]) -> Result<RawValue, Denied> {
        let mut start: *mut c_void = core::ptr::null_mut();
        let buffer = ohos_answer_value!(napi_create_sendable_arraybuffer(self, bytes.len(), &raw mut start))?;
        if !start.is_null() {
            // SAFETY: the host has made a buffer of this many bytes just now, which nobody else has seen.
            unsafe { start.cast::<u8>().copy_from_nonoverlapping(bytes.as_ptr(), bytes.len()) };
        }
        Ok(buffer)
    }

    /// A typed array with these elements, in a buffer of its own.
    pub(crate) fn sendable_typed_array<T: Element>(self, elements: &[T]) -> Result<RawValue, Denied> {
        let buffer = self.sendable_array_buffer(bytes_of(elements))?;
        let length = elements.len();
        ohos_answer_value!(napi_create_sendable_typedarray(self, T::TYPE.to_host(), length, buffer.get(), 0))
    }

    /// Lets the object carry a number, which nobody takes for an address; `finalizer` is called with it, on any thread.
    pub(crate) fn wrap_sendable(self, object: RawValue, id: NonZeroUsize, finalizer: Finalizer) -> Result<(), Denied> {
        let (data, no_hint) = (core::ptr::without_provenance_mut(id.get()), core::ptr::null_mut());
        ohos_perform!(napi_wrap_sendable(self, object.get(), data, Some(lower(finalizer)), no_hint))
    }

    /// What the object carries: a number of ours, or what another addon has wrapped.
    pub(crate) fn unwrap_sendable(self, object: RawValue) -> Result<Option<NonZeroUsize>, Denied> {
        let data = ohos_answer!(napi_unwrap_sendable(self, object.get()) -> core::ptr::null_mut());
        data.map(|data: *mut c_void| NonZeroUsize::new(data.addr()))
    }

    /// The finalizer may run or not.
    pub(crate) fn remove_wrap_sendable(self, object: RawValue) -> Result<(), Denied> {
        ohos_answer!(napi_remove_wrap_sendable(self, object.get()) -> core::ptr::null_mut()).map(drop::<*mut c_void>)
    }
}

fn property(name: &CStr, value: RawValue) -> napi_property_descriptor {
    napi_property_descriptor {
        utf8name: name.as_ptr(),
        name: core::ptr::null_mut(),
        method: None,
        getter: None,
        setter: None,
        value: value.get(),
        attributes: attributes::ASSIGNED,
        data: core::ptr::null_mut(),
    }
}
