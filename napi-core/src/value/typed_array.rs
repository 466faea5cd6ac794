//! Typed arrays.

use super::memory::memory_handle;
use super::{ArrayBuffer, ExternalMemory, Function, IntoMemory, Memory, Object, Value, js, private};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::{ArrayElement, ExternalKind, Place, RawValue};

memory_handle! {
    /// A handle to a typed array of exactly this class: `TypedArray<f32>` is a `Float32Array`, `TypedArray<Clamped>` a
    /// `Uint8ClampedArray`, `TypedArray<i64>` a `BigInt64Array`.
    ///
    /// Its length, and what copies elements out and in, are in [`Memory`]. `&[T]` borrows the elements for a call,
    /// [`Binary`](crate::Binary) copies them.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn doubled<'s>(env: &Env<'s>, samples: TypedArray<'_, f32>) -> Result<TypedArray<'s, f32>> {
    ///     let doubled: Vec<f32> = samples.to_vec(env)?.iter().map(|sample| sample * 2.0).collect();
    ///     env.typed_array(doubled)
    /// }
    /// ```
    TypedArray<T: ArrayElement>
}

impl<T: ArrayElement> private::Located for TypedArray<'_, T> {
    fn locate(self, env: &Env<'_>) -> Result<Place> {
        Ok(self.exclusive.tell(env.host()?.view(self.value.raw())?.place()))
    }
}

impl<'s, T: ArrayElement> Memory<'s> for TypedArray<'s, T> {
    type Element = T;
}

impl<'s, T: ArrayElement> TypedArray<'s, T> {
    /// Where the array begins in its buffer, in bytes. (`napi_get_typedarray_info`)
    ///
    /// Of an array that lies outside of a buffer that was shrunk, hosts say 0 or where it did begin.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, samples: TypedArray<'_, f32>) -> Result<usize> {
    /// samples.byte_offset(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn byte_offset(self, env: &Env<'_>) -> Result<usize> {
        Ok(private::Located::locate(self, env)?.offset)
    }

    /// The buffer that the array is a view of: an `ArrayBuffer`, or a `SharedArrayBuffer`. (`napi_get_typedarray_info`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>, samples: TypedArray<'_, f32>) -> Result<ArrayBuffer<'s>> {
    /// samples.buffer(env)?.to(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn buffer<'e>(self, env: &Env<'e>) -> Result<Value<'e>> {
        Ok(Value::from_raw(env.host()?.view(self.value.raw())?.buffer))
    }

    /// The array as an object.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, samples: TypedArray<'_, f32>) -> Result<String> {
    /// samples.as_object().call_method(env, "join", ("; ",))
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::of(self.value)
    }
}

impl<'s> Env<'s> {
    /// Makes a typed array of elements, which are moved or copied: see [`IntoMemory`]. (`napi_create_typedarray`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<TypedArray<'s, f64>> {
    /// env.typed_array(vec![0.5, 1.5])
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_NOT_SUPPORTED` for a `Float16Array` where the host has none (Node before 24, OpenHarmony), and as every method of
    /// [`Env`].
    pub fn typed_array<M: IntoMemory>(&self, elements: M) -> Result<TypedArray<'s, M::Element>> {
        let length = elements.elements().len();
        let buffer = ExternalMemory::of(elements, ExternalKind::ArrayBuffer).into_buffer(self)?;
        view(self, buffer, 0, length)
    }

    /// Makes a typed array that is a view of a part of `buffer`: `length` elements, beginning `byte_offset` bytes into it.
    /// (`napi_create_typedarray`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>, buffer: ArrayBuffer<'_>) -> Result<TypedArray<'s, u16>> {
    /// env.typed_array_of(buffer, 4, 2)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_OUT_OF_RANGE` when the part is not inside of the buffer, or `byte_offset` is no multiple of an element's size;
    /// `ERR_INVALID_STATE` when the buffer was detached; the `RangeError` that JavaScript throws for more elements than the host's
    /// arrays have (2^32 on Node 20); as [`typed_array`](Self::typed_array), and as every method of [`Env`].
    pub fn typed_array_of<T: ArrayElement>(
        &self,
        buffer: ArrayBuffer<'_>,
        byte_offset: usize,
        length: usize,
    ) -> Result<TypedArray<'s, T>> {
        if !byte_offset.is_multiple_of(size_of::<T>()) {
            let message = format!("typed_array_of: byte offset {byte_offset} is no multiple of {}", size_of::<T>());
            return Err(Error::range_error(message).with_code(code::OUT_OF_RANGE));
        }
        buffer.check_part(self, "typed_array_of", byte_offset, length.checked_mul(size_of::<T>()))?;
        view(self, buffer, byte_offset, length)
    }
}

/// For more elements than these `napi_create_typedarray` ends the process (Node 20); the constructor throws.
const MANY: u64 = 1 << 32;

/// The caller has seen that the part lies in the buffer.
fn view<'s, T: ArrayElement>(
    env: &Env<'s>,
    buffer: ArrayBuffer<'_>,
    offset: usize,
    length: usize,
) -> Result<TypedArray<'s, T>> {
    let made = if length as u64 > MANY {
        constructed::<T>(env, buffer, offset, length)?
    } else {
        env.host()?.new_typed_array::<T>(buffer.value.raw(), offset, length)?
    };
    let raw = made.ok_or_else(no_such_class::<T>)?;
    Ok(TypedArray::new(Value::from_raw(raw), buffer.exclusive))
}

/// As `new Uint8Array(buffer, offset, length)` does.
#[cold]
fn constructed<T: ArrayElement>(
    env: &Env<'_>,
    buffer: ArrayBuffer<'_>,
    offset: usize,
    length: usize,
) -> Result<Option<RawValue>> {
    type Arguments = (js::Value, js::Value, js::Value);
    let Some(class) = env.global()?.get::<Option<Function<'_, Arguments>>>(env, T::CLASS)? else { return Ok(None) };
    let made = class.construct(env, (buffer.value, env.value(offset)?, env.value(length)?))?;
    let host = env.host()?;
    if host.is_typed_array(made.raw())? {
        let view = host.view(made.raw())?;
        let place = view.place();
        let is_whole = place.bytes == length * size_of::<T>() && place.offset == offset;
        if view.kind == T::KIND && is_whole && host.strict_equals(view.buffer, buffer.value.raw())? {
            return Ok(Some(made.raw()));
        }
    }
    let message = format!("the program has changed {}, which does not make any more of them", T::CLASS);
    Err(Error::new(message).with_code(code::INVALID_STATE))
}

#[cold]
fn no_such_class<T: ArrayElement>() -> Error {
    Error::new(format!("this host has no {}", T::CLASS)).with_code(code::NOT_SUPPORTED)
}
