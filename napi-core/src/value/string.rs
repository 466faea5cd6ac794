//! Strings.

use core::mem::MaybeUninit;

use super::{Value, handle};
use crate::env::Env;
use crate::error::Result;
use crate::sys::{SHORT_STRING, Text};

handle! {
    /// A handle to a string.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn shout<'s>(env: &Env<'s>, text: JsString<'_>) -> Result<JsString<'s>> {
    ///     env.string(&text.to_string(env)?.to_uppercase())
    /// }
    /// ```
    JsString
}

impl JsString<'_> {
    /// Copies the string out as UTF-8; a surrogate without its partner becomes U+FFFD. (`napi_get_value_string_utf8`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, text: JsString<'_>) -> Result<String> {
    /// text.to_string(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    #[allow(clippy::wrong_self_convention, reason = "a handle is `Copy`, and the name says what it is like")]
    pub fn to_string(self, env: &Env<'_>) -> Result<String> {
        self.with_str(env, str::to_owned)
    }

    /// Copies the string out as UTF-16, as it is: a surrogate without its partner stays one. (`napi_get_value_string_utf16`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, text: JsString<'_>) -> Result<Vec<u16>> {
    /// text.to_utf16(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    #[allow(clippy::wrong_self_convention, reason = "a handle is `Copy`, and the name says what it is like")]
    pub fn to_utf16(self, env: &Env<'_>) -> Result<Vec<u16>> {
        Ok(env.host()?.read_utf16(self.raw())?)
    }

    /// How many UTF-16 units the string has, as its property `length` says. (`napi_get_value_string_latin1`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, text: JsString<'_>) -> Result<usize> {
    /// text.utf16_len(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn utf16_len(self, env: &Env<'_>) -> Result<usize> {
        Ok(env.host()?.string_length(self.raw())?)
    }

    /// Runs `read` with the string as UTF-8, without an allocation if it is shorter than about 500 bytes.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, text: JsString<'_>) -> Result<usize> {
    /// text.with_str(env, |text| text.split(',').count())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn with_str<R>(self, env: &Env<'_>, read: impl FnOnce(&str) -> R) -> Result<R> {
        let mut buffer = [MaybeUninit::uninit(); SHORT_STRING];
        Ok(match env.host()?.read_string(self.raw(), &mut buffer)? {
            Text::Borrowed(text) => read(text),
            Text::Owned(text) => read(&text),
        })
    }
}

impl<'s> Env<'s> {
    /// Makes a string. (`napi_create_string_latin1`, `napi_create_string_utf16`, or `napi_create_string_utf8`, whichever is fastest)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsString<'s>> {
    /// env.string("καλημέρα")
    /// # }
    /// ```
    ///
    /// # Errors
    /// When the text is longer than the host's longest string (about 2^29 UTF-16 units in Node), and as every method of [`Env`].
    pub fn string(&self, text: &str) -> Result<JsString<'s>> {
        Ok(JsString::from_raw(self.host()?.string(text)?))
    }

    /// Makes a string of UTF-16 units as they are, lone surrogates too. (`napi_create_string_utf16`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsString<'s>> {
    /// env.string_utf16(&[0x68, 0x69, 0xd800])
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`string`](Self::string).
    pub fn string_utf16(&self, units: &[u16]) -> Result<JsString<'s>> {
        Ok(JsString::from_raw(self.host()?.utf16(units)?))
    }

    /// Makes a string of Latin-1: each byte is a character, from U+0000 to U+00FF. (`napi_create_string_latin1`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsString<'s>> {
    /// env.string_latin1(b"caf\xe9")
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`string`](Self::string).
    pub fn string_latin1(&self, bytes: &[u8]) -> Result<JsString<'s>> {
        Ok(JsString::from_raw(self.host()?.latin1(bytes)?))
    }
}
