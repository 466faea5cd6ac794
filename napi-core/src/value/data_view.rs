//! Views that read numbers of any kind.

use super::memory::memory_handle;
use super::{ArrayBuffer, Memory, Object, Value, private};
use crate::env::Env;
use crate::error::Result;
use crate::sys::Place;

memory_handle! {
    /// A handle to a `DataView`: a part of a buffer, in bytes, of which JavaScript reads and writes numbers of any kind.
    ///
    /// Its length, and what copies bytes out and in, are in [`Memory`]; Rust reads numbers with `from_be_bytes` and its kin.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn version(env: &Env<'_>, header: DataView<'_>) -> Result<u16> {
    ///     let mut bytes = [0; 2];
    ///     header.copy_to(env, 4, &mut bytes)?;
    ///     Ok(u16::from_be_bytes(bytes))
    /// }
    /// ```
    DataView
}

impl private::Located for DataView<'_> {
    fn locate(self, env: &Env<'_>) -> Result<Place> {
        Ok(self.exclusive.tell(env.host()?.data_view(self.value.raw())?.0))
    }
}

impl<'s> Memory<'s> for DataView<'s> {
    type Element = u8;
}

impl<'s> DataView<'s> {
    /// Where the view begins in its buffer, in bytes. (`napi_get_dataview_info`)
    ///
    /// Of a view that lies outside of a buffer that was shrunk, hosts say 0 or where it did begin.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, header: DataView<'_>) -> Result<usize> {
    /// header.byte_offset(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn byte_offset(self, env: &Env<'_>) -> Result<usize> {
        Ok(private::Located::locate(self, env)?.offset)
    }

    /// The buffer: an `ArrayBuffer`, or a `SharedArrayBuffer`. (`napi_get_dataview_info`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>, header: DataView<'_>) -> Result<ArrayBuffer<'s>> {
    /// header.buffer(env)?.to(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn buffer<'e>(self, env: &Env<'e>) -> Result<Value<'e>> {
        Ok(Value::from_raw(env.host()?.data_view(self.value.raw())?.1))
    }

    /// The view as an object, for its methods.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, header: DataView<'_>) -> Result<f64> {
    /// header.as_object().call_method(env, "getFloat64", (0, true))
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::of(self.value)
    }
}

impl<'s> Env<'s> {
    /// Makes a `DataView` of a part of `buffer`: `bytes` of it, beginning with that at `byte_offset`. (`napi_create_dataview`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>, buffer: ArrayBuffer<'_>) -> Result<DataView<'s>> {
    /// env.data_view(buffer, 0, 16)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_OUT_OF_RANGE` when the part is not inside of the buffer, `ERR_INVALID_STATE` when the buffer was detached, and as
    /// every method of [`Env`].
    pub fn data_view(&self, buffer: ArrayBuffer<'_>, byte_offset: usize, bytes: usize) -> Result<DataView<'s>> {
        buffer.check_part(self, "data_view", byte_offset, Some(bytes))?;
        let raw = self.host()?.new_data_view(buffer.value.raw(), byte_offset, bytes)?;
        Ok(DataView::new(Value::from_raw(raw), buffer.exclusive))
    }
}
