//! Memory that JavaScript owns.

use core::ffi::c_int;
use core::mem::MaybeUninit;

use napi_core_meta::term::tag;

use super::abi::{self, typedarray};
use super::elements::{Clamped, F16};
use super::host::{Failure, Host, RawValue, answer};

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
            pub(crate) fn from_host(kind: abi::napi_typedarray_type) -> Option<Self> {
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
        }

        /// The class of a typed array, for messages.
        pub(crate) fn class_of(kind: abi::napi_typedarray_type) -> &'static str {
            match kind {
                $(typedarray::$number => $class,)*
                typedarray::UINT8_CLAMPED => Clamped::CLASS,
                _ => "another typed array",
            }
        }

        /// In bytes; 1 of a kind that is not known.
        pub(super) fn element_size(kind: abi::napi_typedarray_type) -> usize {
            match kind {
                $(typedarray::$number => size_of::<$t>(),)*
                _ => size_of::<Clamped>(),
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

impl Host {
    pub(crate) fn is_typed_array(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_typedarray(self, value.get()) -> false)
    }
}
