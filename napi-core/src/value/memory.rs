//! What all handles to memory have in common.

use core::mem::MaybeUninit;

use super::{Handle, private};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::{ArrayElement, Place, copy_in, copy_out};

/// A handle to memory of JavaScript: [`ArrayBuffer`](crate::ArrayBuffer), [`TypedArray`](crate::TypedArray),
/// [`Buffer`](crate::Buffer), [`DataView`](crate::DataView) and [`SharedArrayBuffer`](crate::SharedArrayBuffer).
///
/// Memory moves, shrinks and goes whenever JavaScript runs, so that each method asks the host where it lies now: lengths are
/// those of the moment, and a buffer that was detached is an error. Memory that other threads may write is copied byte by byte, by
/// atomic loads and stores. [`Env::freeze`] lends it without a copy. It is implemented by this crate only.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn checksum(env: &Env<'_>, view: DataView<'_>) -> Result<u32> {
///     Ok(view.to_vec(env)?.into_iter().map(u32::from).sum())
/// }
/// ```
pub trait Memory<'s>: Handle<'s> + private::Located {
    /// What the length is counted in: bytes, but in a typed array.
    type Element: ArrayElement;

    /// How many elements there are now: 0 after the buffer was detached, and in a view that lies outside of a buffer that was
    /// shrunk.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, samples: TypedArray<'_, f32>) -> Result<usize> {
    /// samples.len(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    fn len(self, env: &Env<'_>) -> Result<usize> {
        Ok(length::<Self::Element>(&self.locate(env)?))
    }

    /// Whether there are no elements now.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, buffer: ArrayBuffer<'_>) -> Result<bool> {
    /// buffer.is_empty(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    fn is_empty(self, env: &Env<'_>) -> Result<bool> {
        Ok(self.len(env)? == 0)
    }

    /// Whether the buffer was transferred to another thread, or detached. (`napi_is_detached_arraybuffer`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, buffer: ArrayBuffer<'_>) -> Result<bool> {
    /// buffer.is_detached(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    fn is_detached(self, env: &Env<'_>) -> Result<bool> {
        Ok(self.locate(env)?.detached)
    }

    /// A copy of all elements.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, samples: TypedArray<'_, f32>) -> Result<Vec<f32>> {
    /// samples.to_vec(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_STATE` when the buffer was detached, `ERR_OUT_OF_RANGE` when there is no memory for the copy, and as every
    /// method of [`Env`].
    fn to_vec(self, env: &Env<'_>) -> Result<Vec<Self::Element>> {
        copied(&attached(self.locate(env)?)?)
    }

    /// Copies as many elements as `to` has, beginning with that at `index`.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, packet: Buffer<'_>) -> Result<[u8; 4]> {
    /// let mut header = [0; 4];
    /// packet.copy_to(env, 0, &mut header)?;
    /// # Ok(header)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_OUT_OF_RANGE` when there are fewer, `ERR_INVALID_STATE` when the buffer was detached, and as every method of
    /// [`Env`].
    fn copy_to(self, env: &Env<'_>, index: usize, to: &mut [Self::Element]) -> Result<()> {
        let place = attached(self.locate(env)?)?;
        let from = part::<Self::Element>("copy_to", &place, index, to.len())?;
        let bytes = size_of_val(to);
        // SAFETY: `part` has found as many elements at `from`, and a slice of Rust's does not overlap memory of JavaScript: that
        // is only lent while there is no `Env`.
        unsafe { copy_out(from, to.as_mut_ptr().cast(), bytes, place.shared) };
        Ok(())
    }

    /// Copies all of `from` into the memory, where the first one comes to lie at `index`.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, samples: TypedArray<'_, i16>) -> Result<()> {
    /// samples.copy_from(env, 2, &[-1, 1])
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_OUT_OF_RANGE` when they do not fit, `ERR_INVALID_STATE` when the buffer was detached, and as every method of
    /// [`Env`].
    fn copy_from(self, env: &Env<'_>, index: usize, from: &[Self::Element]) -> Result<()> {
        let place = attached(self.locate(env)?)?;
        let to = part::<Self::Element>("copy_from", &place, index, from.len())?;
        let bytes = size_of_val(from);
        // SAFETY: as in `copy_to`; any bytes are an element.
        unsafe { copy_in(from.as_ptr().cast(), to, bytes, place.shared) };
        Ok(())
    }
}

/// How many elements lie at the place.
pub(crate) fn length<T>(place: &Place) -> usize {
    place.bytes / size_of::<T>()
}

/// The place, unless the buffer was detached.
pub(crate) fn attached(place: Place) -> Result<Place> {
    if place.detached { Err(detached()) } else { Ok(place) }
}

#[cold]
fn detached() -> Error {
    Error::new("the buffer was detached").with_code(code::INVALID_STATE)
}

/// Where `count` elements lie from `index` on.
fn part<T>(call: &str, place: &Place, index: usize, count: usize) -> Result<*mut u8> {
    let length = length::<T>(place);
    match index.checked_add(count) {
        Some(end) if end <= length => Ok(place.start.wrapping_add(index * size_of::<T>())),
        _ => Err(beyond(call, index, count, length)),
    }
}

#[cold]
fn beyond(call: &str, index: usize, count: usize, length: usize) -> Error {
    let message = format!("{call}: {count} elements from {index} on, where there are {length} in all");
    Error::range_error(message).with_code(code::OUT_OF_RANGE)
}

/// A copy of what lies at the place.
pub(crate) fn copied<T: ArrayElement>(place: &Place) -> Result<Vec<T>> {
    let length = length::<T>(place);
    let mut copy = Vec::<T>::new();
    copy.try_reserve_exact(length).map_err(|_| no_memory(place.bytes))?;
    let room: *mut MaybeUninit<T> = copy.spare_capacity_mut().as_mut_ptr();
    let bytes = length * size_of::<T>();
    // SAFETY: `length` elements lie at the place, and the vector has room for as many, which is new.
    unsafe { copy_out(place.start, room.cast(), bytes, place.shared) };
    // SAFETY: they have just been written, and any bytes are an element.
    unsafe { copy.set_len(length) };
    Ok(copy)
}

#[cold]
fn no_memory(bytes: usize) -> Error {
    Error::range_error(format!("no memory for a copy of {bytes} bytes")).with_code(code::OUT_OF_RANGE)
}

/// Whether it is known that no other thread sees memory. OpenHarmony is asked once for each handle, which may run JavaScript;
/// other hosts tell each time where memory lies.
#[derive(Clone, Copy)]
pub(crate) struct Exclusive {
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    known: bool,
}

impl Exclusive {
    pub(crate) const UNKNOWN: Self = Self {
        #[cfg(any(target_env = "ohos", napi_core_ohos))]
        known: false,
    };

    /// Memory that was made here.
    pub(crate) const KNOWN: Self = Self {
        #[cfg(any(target_env = "ohos", napi_core_ohos))]
        known: true,
    };

    /// Asks whose the memory of this buffer is.
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    pub(crate) fn of(env: &Env<'_>, buffer: super::Value<'_>) -> Result<Self> {
        Ok(Self { known: super::BufferClass::ArrayBuffer.has(env, buffer)? })
    }

    /// The host will say.
    #[cfg(not(any(target_env = "ohos", napi_core_ohos)))]
    pub(crate) fn of(_env: &Env<'_>, _buffer: super::Value<'_>) -> Result<Self> {
        Ok(Self::UNKNOWN)
    }

    /// OpenHarmony has said that other threads see the memory.
    pub(crate) fn is_refuted(self) -> bool {
        #[cfg(any(target_env = "ohos", napi_core_ohos))]
        return !self.known;
        #[cfg(not(any(target_env = "ohos", napi_core_ohos)))]
        false
    }

    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    pub(super) fn tell(self, place: Place) -> Place {
        Place { shared: !self.known, ..place }
    }

    #[cfg(not(any(target_env = "ohos", napi_core_ohos)))]
    pub(super) fn tell(self, place: Place) -> Place {
        place
    }
}

/// Declares a kind of handle to memory: as `handle!` does, with what is known of the memory.
macro_rules! memory_handle {
    ($(#[$meta:meta])* $name:ident $(<$t:ident: $bound:ident>)?) => {
        $(#[$meta])*
        pub struct $name<'s $(, $t: $bound)?> {
            pub(in crate::value) value: $crate::value::Value<'s>,
            pub(in crate::value) exclusive: $crate::value::Exclusive,
            $(element: core::marker::PhantomData<fn() -> $t>,)?
        }

        impl<'s $(, $t: $bound)?> $name<'s $(, $t)?> {
            /// The caller has seen that the value is of this kind.
            pub(crate) fn new(value: $crate::value::Value<'s>, exclusive: $crate::value::Exclusive) -> Self {
                Self { value, exclusive, $(element: core::marker::PhantomData::<fn() -> $t>)? }
            }

            /// As [`new`](Self::new).
            pub(crate) fn of(value: $crate::value::Value<'s>) -> Self {
                Self::new(value, $crate::value::Exclusive::UNKNOWN)
            }
        }

        impl $(<$t: $bound>)? Clone for $name<'_ $(, $t)?> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl $(<$t: $bound>)? Copy for $name<'_ $(, $t)?> {}

        impl $(<$t: $bound>)? $crate::value::private::Sealed for $name<'_ $(, $t)?> {}

        impl<'s $(, $t: $bound)?> $crate::value::Handle<'s> for $name<'s $(, $t)?> {
            type Family = $crate::value::js::$name $(<$t>)?;
            #[inline(always)]
            fn value(self) -> $crate::value::Value<'s> {
                self.value
            }
        }

        impl $(<$t: $bound>)? core::fmt::Debug for $name<'_ $(, $t)?> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }

        impl<'s $(, $t: $bound)?> From<$name<'s $(, $t)?>> for $crate::value::Value<'s> {
            fn from(handle: $name<'s $(, $t)?>) -> Self {
                handle.value
            }
        }
    };
}
pub(super) use memory_handle;
