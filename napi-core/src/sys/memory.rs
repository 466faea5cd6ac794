//! Memory that JavaScript owns.

use core::ffi::{c_int, c_void};
use core::mem::MaybeUninit;

use napi_core_meta::term::tag;

use super::abi::{self, typedarray};
use super::elements::{Clamped, F16};
#[cfg(any(target_env = "ohos", napi_core_ohos))]
use super::host::answered;
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

macro_rules! element_types {
    ($($(#[$also:meta])* $variant:ident($t:ty) = $number:ident $(| $other:ident)?, $class:literal, $tag:ident;)*) => {
        /// The element type of a typed array whose memory can be lent.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ElementType {
            $(
                #[doc = concat!("`", $class, "`")]
                $(#[$also])*
                $variant,
            )*
        }

        impl ElementType {
            fn from_host(kind: abi::napi_typedarray_type) -> Option<Self> {
                match kind {
                    $(typedarray::$number $(| typedarray::$other)? => Some(Self::$variant),)*
                    _ => None,
                }
            }

            #[cfg(any(target_env = "ohos", napi_core_ohos))]
            pub(super) fn to_host(self) -> abi::napi_typedarray_type {
                match self {
                    $(Self::$variant => typedarray::$number,)*
                }
            }

            /// The JavaScript class, for messages.
            pub(crate) fn class(self) -> &'static str {
                match self {
                    $(Self::$variant => $class,)*
                }
            }

            fn size(self) -> usize {
                match self {
                    $(Self::$variant => size_of::<$t>(),)*
                }
            }
        }

        $(
            impl private::Sealed for $t {}
            impl ArrayElement for $t {
                const KIND: c_int = typedarray::$number;
                const CLASS: &'static str = $class;
                const TAG: u8 = tag::$tag;
            }
            impl Element for $t {
                const TYPE: ElementType = ElementType::$variant;
            }
        )*
    };
}

element_types! {
    Int8(i8) = INT8, "Int8Array", I8;
    /// and `Uint8ClampedArray`, and Node's `Buffer`
    Uint8(u8) = UINT8 | UINT8_CLAMPED, "Uint8Array", U8;
    Int16(i16) = INT16, "Int16Array", I16;
    Uint16(u16) = UINT16, "Uint16Array", U16;
    Int32(i32) = INT32, "Int32Array", I32;
    Uint32(u32) = UINT32, "Uint32Array", U32;
    Float16(F16) = FLOAT16, "Float16Array", F16;
    Float32(f32) = FLOAT32, "Float32Array", F32;
    Float64(f64) = FLOAT64, "Float64Array", F64;
    BigInt64(i64) = BIGINT64, "BigInt64Array", I64;
    BigUint64(u64) = BIGUINT64, "BigUint64Array", U64;
}

/// An element of a typed array that [`TypedArray`](crate::TypedArray) names: a number, in which every byte has a value.
///
/// `i8` is that of an `Int8Array`, and so on: the integers up to 64 bits, [`F16`], `f32` and `f64`, and [`Clamped`] of a
/// `Uint8ClampedArray`. It is implemented by this crate only.
///
/// ```
/// use napi_core::prelude::*;
/// use napi_core::{ArrayElement, Memory};
///
/// fn is_blank<T: ArrayElement + PartialEq + Default>(env: &Env<'_>, array: TypedArray<'_, T>) -> Result<bool> {
///     Ok(array.to_vec(env)?.iter().all(|element| *element == T::default()))
/// }
/// ```
pub trait ArrayElement: Copy + Send + Sync + 'static + private::Sealed {
    /// `napi_typedarray_type`
    #[doc(hidden)]
    const KIND: c_int;
    /// The JavaScript class, for messages.
    #[doc(hidden)]
    const CLASS: &'static str;
    /// What type records say of it.
    #[doc(hidden)]
    const TAG: u8;
}

impl private::Sealed for Clamped {}
impl ArrayElement for Clamped {
    const KIND: c_int = typedarray::UINT8_CLAMPED;
    const CLASS: &'static str = "Uint8ClampedArray";
    const TAG: u8 = tag::CLAMPED;
}

/// An element of the slices that a function can take: those of a `Uint8ClampedArray` are `u8`.
///
/// It is implemented by this crate only.
pub trait Element: ArrayElement {
    /// The typed array's element type.
    #[doc(hidden)]
    const TYPE: ElementType;
}

mod private {
    pub trait Sealed {}
}

/// Where the elements of a typed array lie, at the moment of asking.
pub(crate) struct TypedArrayMemory {
    /// `None` for a kind this crate does not know.
    pub(crate) element: Option<ElementType>,
    pub(crate) start: *mut c_void,
    /// In elements, on every host.
    pub(crate) length: usize,
    /// The buffer is an `ArrayBuffer`: not shared with other threads.
    pub(crate) exclusive: bool,
    /// The buffer was transferred away; `length` is 0.
    pub(crate) detached: bool,
}

/// What the host says of a typed array.
struct TypedArrayInfo {
    kind: abi::napi_typedarray_type,
    /// In elements, or on OpenHarmony in bytes.
    length: usize,
    start: *mut c_void,
    buffer: abi::napi_value,
}

impl Host {
    pub(crate) fn is_typed_array(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_typedarray(self, value.get()) -> false)
    }

    /// The buffer under a typed array.
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    pub(crate) fn buffer_of(&self, array: RawValue) -> Result<RawValue, Failure> {
        answered(call_name!(napi_get_typedarray_info), self.typed_array_info(array)?.buffer)
    }

    #[inline]
    fn typed_array_info(&self, array: RawValue) -> Result<TypedArrayInfo, Failure> {
        let (mut kind, mut length, mut start) = (UNKNOWN, 0_usize, core::ptr::null_mut());
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
        Ok(TypedArrayInfo { kind, length, start, buffer })
    }

    /// Runs no JavaScript.
    #[inline]
    pub(crate) fn typed_array_memory(&self, array: RawValue) -> Result<TypedArrayMemory, Failure> {
        let TypedArrayInfo { kind, length, start, buffer } = self.typed_array_info(array)?;
        let exclusive = answer!(napi_is_arraybuffer(self, buffer) -> false)?;
        // Only an empty array can be a detached one: the question is kept off the usual path.
        let detached = length == 0 && exclusive && answer!(napi_is_detached_arraybuffer(self, buffer) -> false)?;
        let element = ElementType::from_host(kind);
        Ok(TypedArrayMemory { element, start, length: elements(element, length), exclusive, detached })
    }
}

/// What stays where a host knows the kind of an array no better than this crate: none writes it then.
const UNKNOWN: abi::napi_typedarray_type = -1;

/// OpenHarmony (all API levels so far) answers the length of a typed array in bytes.
fn elements(element: Option<ElementType>, length: usize) -> usize {
    if !super::OHOS {
        return length;
    }
    length / element.map_or(1, ElementType::size)
}
