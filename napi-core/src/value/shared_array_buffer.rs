//! Buffers that several threads see.

use core::sync::atomic::AtomicU8;

use super::{BufferClass, Exclusive, Function, Memory, Object, Value, handle, js, private};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::{ArrayElement, OHOS, Place};

handle! {
    /// A handle to a `SharedArrayBuffer`: bytes that other threads read and write at any time.
    ///
    /// They are never a slice of bytes: [`Memory`] copies them by atomic loads and stores, and [`atomics`](Self::atomics) shows
    /// them as such. A copy that is made while others write is a mixture, but each byte is one that was there.
    ///
    /// ```
    /// use std::sync::atomic::Ordering;
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn raise(env: &Env<'_>, flags: SharedArrayBuffer<'_>, flag: u32) -> Result<bool> {
    ///     let flags = flags.atomics(env)?;
    ///     Ok(flags.get(flag as usize).is_some_and(|flag| flag.swap(1, Ordering::AcqRel) == 0))
    /// }
    /// ```
    SharedArrayBuffer
}

impl private::Located for SharedArrayBuffer<'_> {
    const SHARED: bool = true;

    /// By way of a view: Node-API itself shows such memory on some hosts only (not on Node 20 and Deno 2.9).
    fn locate(self, env: &Env<'_>) -> Result<Place> {
        let class: Function<'_> = env.global()?.get(env, "Uint8Array")?;
        let array = env.enter()?.construct(Value::from(class).raw(), &[self.raw()])?;
        let host = env.host()?;
        if host.is_typed_array(array)? {
            let view = host.view(array)?;
            // Whatever class that was, this is a view of the buffer, and whatever the getter said, that is no `ArrayBuffer`.
            let is_of_this = view.kind == u8::KIND && host.strict_equals(view.buffer, self.raw())?;
            if is_of_this && (!OHOS && view.place().shared || Exclusive::of(env, self.0)?.is_refuted()) {
                return Ok(Place { shared: true, ..view.place() });
            }
        }
        let message = "the program has changed Uint8Array or SharedArrayBuffer, of which there are no views any more";
        Err(Error::new(message).with_code(code::INVALID_STATE))
    }
}

impl<'s> Memory<'s> for SharedArrayBuffer<'s> {
    type Element = u8;
}

impl<'s> SharedArrayBuffer<'s> {
    /// The memory itself: it stays where it is as long as the handle lives, and never gets smaller.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # use std::sync::atomic::Ordering;
    /// # fn example(env: &Env<'_>, buffer: SharedArrayBuffer<'_>) -> Result<u8> {
    /// Ok(buffer.atomics(env)?.iter().map(|byte| byte.load(Ordering::Relaxed)).max().unwrap_or(0))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn atomics(self, env: &Env<'_>) -> Result<&'s [AtomicU8]> {
        let place = private::Located::locate(self, env)?;
        if place.bytes == 0 {
            return Ok(&[]);
        }
        // SAFETY: so many bytes lie there, which the host keeps in their place as long as the handle keeps the buffer, that is
        // during `'s`: a shared buffer is not detached, and only grows. Everybody else is a thread of JavaScript, or goes
        // through atomics as well: no slice is lent of it.
        Ok(unsafe { core::slice::from_raw_parts(place.start.cast::<AtomicU8>(), place.bytes) })
    }

    /// The buffer as an object.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, buffer: SharedArrayBuffer<'_>) -> Result<bool> {
    /// buffer.as_object().get(env, "growable")
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::of(self.0)
    }

    /// Takes the value for such a buffer, if it is one.
    pub(crate) fn find(env: &Env<'s>, value: Value<'s>) -> Result<Option<Self>> {
        let is_shared = BufferClass::SharedArrayBuffer.has(env, value)?;
        Ok(is_shared.then(|| Self::from_raw(value.raw())))
    }
}

impl<'s> Env<'s> {
    /// Makes a `SharedArrayBuffer` of so many zeros, as `new SharedArrayBuffer(bytes)` does.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<SharedArrayBuffer<'s>> {
    /// env.shared_array_buffer(1024)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws where it has no memory for them; `ERR_INVALID_STATE` where a program has changed
    /// `SharedArrayBuffer`; and as every method of [`Env`].
    pub fn shared_array_buffer(&self, bytes: usize) -> Result<SharedArrayBuffer<'s>> {
        let class: Function<'_, (js::Value,)> = self.global()?.get(self, "SharedArrayBuffer")?;
        let buffer = class.construct(self, (self.value(bytes)?,))?;
        SharedArrayBuffer::find(self, buffer.into())?.ok_or_else(|| {
            let message = "the program has changed SharedArrayBuffer, which does not make any more of them";
            Error::new(message).with_code(code::INVALID_STATE)
        })
    }
}
