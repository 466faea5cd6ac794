//! Memory that JavaScript owns.

use core::ffi::c_void;
use core::mem::MaybeUninit;

use super::abi::{self, typedarray};
use super::host::{Failure, Host, RawValue, answer, call_name, checked};
use super::imports::import;

/// The values that the host has written.
///
/// # Safety
/// The host has written all of `slots`.
pub(crate) unsafe fn written<T>(slots: &[MaybeUninit<T>]) -> &[T] {
    // SAFETY: `MaybeUninit<T>` has the layout of `T`, and the caller says that every slot holds one.
    unsafe { &*(core::ptr::from_ref(slots) as *const [T]) }
}

/// The element type of a typed array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementType {
    /// `Int8Array`
    Int8,
    /// `Uint8Array`, `Uint8ClampedArray`, and Node's `Buffer`
    Uint8,
    /// `Int16Array`
    Int16,
    /// `Uint16Array`
    Uint16,
    /// `Int32Array`
    Int32,
    /// `Uint32Array`
    Uint32,
    /// `Float32Array`
    Float32,
    /// `Float64Array`
    Float64,
    /// `BigInt64Array`
    BigInt64,
    /// `BigUint64Array`
    BigUint64,
}

impl ElementType {
    fn from_host(kind: abi::napi_typedarray_type) -> Option<Self> {
        Some(match kind {
            typedarray::INT8 => Self::Int8,
            typedarray::UINT8 | typedarray::UINT8_CLAMPED => Self::Uint8,
            typedarray::INT16 => Self::Int16,
            typedarray::UINT16 => Self::Uint16,
            typedarray::INT32 => Self::Int32,
            typedarray::UINT32 => Self::Uint32,
            typedarray::FLOAT32 => Self::Float32,
            typedarray::FLOAT64 => Self::Float64,
            typedarray::BIGINT64 => Self::BigInt64,
            typedarray::BIGUINT64 => Self::BigUint64,
            _ => return None,
        })
    }

    /// The JavaScript class, for messages.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Int8 => "Int8Array",
            Self::Uint8 => "Uint8Array",
            Self::Int16 => "Int16Array",
            Self::Uint16 => "Uint16Array",
            Self::Int32 => "Int32Array",
            Self::Uint32 => "Uint32Array",
            Self::Float32 => "Float32Array",
            Self::Float64 => "Float64Array",
            Self::BigInt64 => "BigInt64Array",
            Self::BigUint64 => "BigUint64Array",
        }
    }
}

/// Where the elements of a typed array lie, at the moment of asking.
pub(crate) struct TypedArrayMemory {
    /// `None` for a kind this crate does not know (Float16Array on hosts that have it).
    pub(crate) element: Option<ElementType>,
    pub(crate) start: *mut c_void,
    /// In elements, on every host.
    pub(crate) length: usize,
    /// The buffer is an `ArrayBuffer`: not shared with other threads.
    pub(crate) exclusive: bool,
    /// The buffer was transferred away; `length` is 0.
    pub(crate) detached: bool,
}

impl Host {
    pub(crate) fn is_typed_array(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_typedarray(self, value.get()) -> false)
    }

    /// Runs no JavaScript.
    pub(crate) fn typed_array_memory(&self, array: RawValue) -> Result<TypedArrayMemory, Failure> {
        let (mut kind, mut length, mut start) = (0, 0_usize, core::ptr::null_mut());
        let mut buffer = core::ptr::null_mut();
        let call = import!(napi_get_typedarray_info);
        // SAFETY: env, handle; the four out-pointers are writable for the call, and the offset may be left out.
        let status = unsafe {
            call(
                self.0,
                array.get(),
                &raw mut kind,
                &raw mut length,
                &raw mut start,
                &raw mut buffer,
                core::ptr::null_mut(),
            )
        };
        checked(self, call_name!(napi_get_typedarray_info), status)?;
        let exclusive = answer!(napi_is_arraybuffer(self, buffer) -> false)?;
        // Only an empty array can be a detached one: the question is kept off the usual path.
        let detached = length == 0 && exclusive && answer!(napi_is_detached_arraybuffer(self, buffer) -> false)?;
        let element = ElementType::from_host(kind);
        Ok(TypedArrayMemory { element, start, length: elements(kind, length), exclusive, detached })
    }
}

/// OpenHarmony (all API levels so far) answers the length of a typed array in bytes.
fn elements(kind: abi::napi_typedarray_type, length: usize) -> usize {
    if !super::OHOS {
        return length;
    }
    length
        / match kind {
            typedarray::INT16 | typedarray::UINT16 => 2,
            typedarray::INT32 | typedarray::UINT32 | typedarray::FLOAT32 => 4,
            typedarray::FLOAT64 | typedarray::BIGINT64 | typedarray::BIGUINT64 => 8,
            _ => 1,
        }
}
