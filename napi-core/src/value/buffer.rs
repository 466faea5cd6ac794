//! Buffers of Node.

use super::memory::memory_handle;
use super::{Exclusive, ExternalMemory, IntoMemory, Memory, Object, TypedArray, Value, private};
use crate::env::Env;
use crate::error::Result;
use crate::sys::{ExternalKind, Place};

memory_handle! {
    /// A handle to a `Buffer` of Node: a `Uint8Array` with methods such as `toString('hex')`.
    ///
    /// As an argument any `Uint8Array` is taken for one, as declaration files say; what [`Env::buffer`] makes is a `Buffer`.
    /// Its length, and what copies bytes out and in, are in [`Memory`].
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn framed<'s>(env: &Env<'s>, payload: Buffer<'_>) -> Result<Buffer<'s>> {
    ///     let mut frame = (payload.len(env)? as u32).to_be_bytes().to_vec();
    ///     frame.extend(payload.to_vec(env)?);
    ///     env.buffer(frame)
    /// }
    /// ```
    Buffer
}

impl private::Located for Buffer<'_> {
    fn locate(self, env: &Env<'_>) -> Result<Place> {
        Ok(self.exclusive.tell(env.host()?.view(self.value.raw())?.place()))
    }
}

impl<'s> Memory<'s> for Buffer<'s> {
    type Element = u8;
}

impl<'s> Buffer<'s> {
    /// The same as a `Uint8Array`.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, payload: Buffer<'_>) -> Result<usize> {
    /// payload.as_typed_array().byte_offset(env)
    /// # }
    /// ```
    pub fn as_typed_array(self) -> TypedArray<'s, u8> {
        TypedArray::new(self.value, self.exclusive)
    }

    /// The same as an object, for its methods.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, digest: Buffer<'_>) -> Result<String> {
    /// digest.as_object().call_method(env, "toString", ("hex",))
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::of(self.value)
    }
}

impl<'s> Env<'s> {
    /// Makes a `Buffer` of bytes, which are moved or copied: see [`IntoMemory`]. (`napi_create_buffer`,
    /// `napi_create_external_buffer`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Buffer<'s>> {
    /// env.buffer(b"packet")
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_OUT_OF_RANGE` for an empty one, and for more than 2 MiB, on OpenHarmony; and as every method of [`Env`].
    pub fn buffer(&self, bytes: impl IntoMemory<Element = u8>) -> Result<Buffer<'s>> {
        let raw = ExternalMemory::of(bytes, ExternalKind::Buffer).into_object(self)?;
        Ok(Buffer::new(Value::from_raw(raw), Exclusive::KNOWN))
    }
}
