//! Names of properties.

use core::ffi::CStr;
use core::mem::MaybeUninit;

use super::{JsString, Symbol, Value};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::Result;
use crate::sys::written;

/// What names a property: text, an index, a symbol, or any other JavaScript value.
///
/// It is implemented by this crate only.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn pick<'s>(env: &Env<'s>, object: Object<'_>, key: JsString<'_>) -> Result<Value<'s>> {
///     let _ = object.has(env, "plain text")?;
///     object.get(env, key)
/// }
/// ```
pub trait PropertyKey: private::Sealed {
    /// The key as a handle.
    #[doc(hidden)]
    fn to_value<'e>(&self, env: &Env<'e>) -> Result<Value<'e>>;

    /// The key as text, where it is text: hosts take a C string faster than a handle.
    #[doc(hidden)]
    fn text(&self) -> Option<&str> {
        None
    }
}

mod private {
    pub trait Sealed {}
    impl Sealed for &str {}
    impl Sealed for String {}
    impl Sealed for &String {}
    impl Sealed for u32 {}
    impl Sealed for super::JsString<'_> {}
    impl Sealed for super::Symbol<'_> {}
    impl Sealed for super::Value<'_> {}
}

macro_rules! text_keys {
    ($($key:ty),*) => {$(
        impl PropertyKey for $key {
            fn to_value<'e>(&self, env: &Env<'e>) -> Result<Value<'e>> {
                Ok(env.string(self)?.into())
            }
            fn text(&self) -> Option<&str> {
                Some(self)
            }
        }
    )*};
}
text_keys!(&str, String, &String);

macro_rules! handle_keys {
    ($($key:ident),*) => {$(
        impl PropertyKey for $key<'_> {
            fn to_value<'e>(&self, env: &Env<'e>) -> Result<Value<'e>> {
                // With the innermost token the scope of every live handle lies around that of `env`, or is it.
                env.host()?;
                Ok(Value::from_raw(self.raw()))
            }
        }
    )*};
}
handle_keys!(JsString, Symbol, Value);

impl PropertyKey for u32 {
    fn to_value<'e>(&self, env: &Env<'e>) -> Result<Value<'e>> {
        self.into_js(env)
    }
}

/// Names longer than this go to the host as handles.
const SHORT_NAME: usize = 64;

/// Gives `text` as a C string, if it is short and has no NUL in it.
#[inline]
pub(super) fn with_c_str<R>(text: &str, run: impl FnOnce(&CStr) -> R) -> Option<R> {
    if text.len() >= SHORT_NAME {
        return None;
    }
    let mut buffer = [MaybeUninit::uninit(); SHORT_NAME];
    // By hand: for a name of usual length the calls that copy and search cost more than the bytes.
    for (slot, &byte) in buffer.iter_mut().zip(text.as_bytes()) {
        if byte == 0 {
            return None;
        }
        slot.write(byte);
    }
    buffer[text.len()].write(0);
    // SAFETY: all of these bytes were written just now.
    let bytes = unsafe { written(&buffer[..=text.len()]) };
    // SAFETY: the last of them is NUL, and no other is.
    Some(run(unsafe { CStr::from_bytes_with_nul_unchecked(bytes) }))
}
