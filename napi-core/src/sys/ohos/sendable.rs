//! Sendable objects: JavaScript values that several threads share.

use core::ffi::{CStr, c_void};
use core::num::NonZeroUsize;

use super::{Denied, ohos_answer, ohos_answer_value, ohos_perform};
use crate::sys::abi::{attributes, napi_property_descriptor, napi_typedarray_type, typedarray};
use crate::sys::host::{Host, RawValue};
use crate::sys::memory::ElementType;
use crate::sys::references::{Finalizer, lower};

/// An element of a typed array: a number, in which every byte has a value.
pub trait Element: Copy + Send + 'static + private::Sealed {
    #[doc(hidden)]
    const TYPE: ElementType;
}

mod private {
    pub trait Sealed {}
}

macro_rules! elements {
    ($($t:ty: $variant:ident,)*) => {$(
        impl private::Sealed for $t {}
        impl Element for $t {
            const TYPE: ElementType = ElementType::$variant;
        }
    )*};
}
elements! {
    i8: Int8, u8: Uint8, i16: Int16, u16: Uint16, i32: Int32, u32: Uint32,
    f32: Float32, f64: Float64, i64: BigInt64, u64: BigUint64,
}

fn bytes_of<T: Element>(elements: &[T]) -> &[u8] {
    // SAFETY: the trait is sealed: its types have no padding, so that each of these bytes has a value.
    unsafe { core::slice::from_raw_parts(elements.as_ptr().cast(), size_of_val(elements)) }
}

fn kind(element: ElementType) -> napi_typedarray_type {
    match element {
        ElementType::Int8 => typedarray::INT8,
        ElementType::Uint8 => typedarray::UINT8,
        ElementType::Int16 => typedarray::INT16,
        ElementType::Uint16 => typedarray::UINT16,
        ElementType::Int32 => typedarray::INT32,
        ElementType::Uint32 => typedarray::UINT32,
        ElementType::Float32 => typedarray::FLOAT32,
        ElementType::Float64 => typedarray::FLOAT64,
        ElementType::BigInt64 => typedarray::BIGINT64,
        ElementType::BigUint64 => typedarray::BIGUINT64,
    }
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
        ohos_answer_value!(napi_create_sendable_typedarray(self, kind(T::TYPE), length, buffer.get(), 0))
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
