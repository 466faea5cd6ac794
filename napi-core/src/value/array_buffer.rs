//! Buffers.

use super::memory::{attached, memory_handle};
use super::{Exclusive, ExternalMemory, Function, IntoMemory, Memory, Object, Value, js, private};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::{ExternalKind, Place, RawValue};

memory_handle! {
    /// A handle to an `ArrayBuffer`: bytes, of which nobody says what they mean.
    ///
    /// Its length, and what copies bytes out and in, are in [`Memory`].
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn reversed<'s>(env: &Env<'s>, buffer: ArrayBuffer<'_>) -> Result<ArrayBuffer<'s>> {
    ///     let mut bytes = buffer.to_vec(env)?;
    ///     bytes.reverse();
    ///     env.array_buffer(bytes)
    /// }
    /// ```
    ArrayBuffer
}

impl private::Located for ArrayBuffer<'_> {
    fn locate(self, env: &Env<'_>) -> Result<Place> {
        Ok(self.exclusive.tell(env.host()?.array_buffer(self.value.raw())?))
    }
}

impl<'s> Memory<'s> for ArrayBuffer<'s> {
    type Element = u8;
}

impl<'s> ArrayBuffer<'s> {
    /// Takes the memory from the buffer, whose views have no elements from then on. (`napi_detach_arraybuffer`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, buffer: ArrayBuffer<'_>) -> Result<bool> {
    /// buffer.detach(env)?;
    /// buffer.is_detached(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_STATE` for memory of WebAssembly, which stays where it is, and as every method of [`Env`].
    pub fn detach(self, env: &Env<'_>) -> Result<()> {
        if env.host()?.detach(self.value.raw())? { Ok(()) } else { Err(not_detachable()) }
    }

    /// The buffer as an object.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, buffer: ArrayBuffer<'_>) -> Result<bool> {
    /// buffer.as_object().get(env, "resizable")
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::of(self.value)
    }

    /// Refuses a part that does not lie in the buffer, in words of its own: hosts differ in theirs.
    pub(super) fn check_part(self, env: &Env<'_>, call: &str, offset: usize, bytes: Option<usize>) -> Result<()> {
        let place = attached(private::Located::locate(self, env)?)?;
        match bytes.and_then(|bytes| offset.checked_add(bytes)) {
            Some(end) if end <= place.bytes => Ok(()),
            _ => {
                let count = bytes.map_or("too many".to_owned(), |bytes| bytes.to_string());
                let message = format!("{call}: {count} bytes from {offset} on, where there are {} in all", place.bytes);
                Err(Error::range_error(message).with_code(code::OUT_OF_RANGE))
            }
        }
    }
}

#[cold]
fn not_detachable() -> Error {
    Error::new("the buffer cannot be detached").with_code(code::INVALID_STATE)
}

impl<'s> Env<'s> {
    /// Makes an `ArrayBuffer` of bytes, which are moved or copied: see [`IntoMemory`]. (`napi_create_arraybuffer`,
    /// `napi_create_external_arraybuffer`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<ArrayBuffer<'s>> {
    /// env.array_buffer(vec![1, 2, 3])
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn array_buffer(&self, bytes: impl IntoMemory<Element = u8>) -> Result<ArrayBuffer<'s>> {
        ExternalMemory::of(bytes, ExternalKind::ArrayBuffer).into_buffer(self)
    }

    /// Makes an `ArrayBuffer` of so many zeros. (`napi_create_arraybuffer`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<ArrayBuffer<'s>> {
    /// env.array_buffer_with_length(1024)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws where it has no memory for them, and as every method of [`Env`].
    pub fn array_buffer_with_length(&self, bytes: usize) -> Result<ArrayBuffer<'s>> {
        let (raw, _) = zeros(self, bytes)?;
        Ok(ArrayBuffer::new(Value::from_raw(raw), Exclusive::KNOWN))
    }
}

/// For more bytes than these a host may have no memory.
const FEW: usize = 1 << 20;

/// A buffer of so many zeros, and where they lie.
pub(super) fn zeros(env: &Env<'_>, bytes: usize) -> Result<(RawValue, *mut u8)> {
    if bytes < FEW {
        return Ok(env.host()?.new_array_buffer(bytes)?);
    }
    // `napi_create_arraybuffer` ends the process where there is no memory (Node 20 to 26); the constructor throws.
    let class: Function<'_, (js::Value,)> = env.global()?.get(env, "ArrayBuffer")?;
    let made: Object<'_> = class.construct(env, (env.value(bytes)?,))?;
    let host = env.host()?;
    if host.is_array_buffer(made.raw())? && !Exclusive::of(env, made.into())?.is_refuted() {
        let place = host.array_buffer(made.raw())?;
        if place.bytes == bytes {
            return Ok((made.raw(), place.start));
        }
    }
    let message = "the program has changed ArrayBuffer, which does not make any more of them";
    Err(Error::new(message).with_code(code::INVALID_STATE))
}
