//! Text of the system: strings and paths that need not be Unicode.
//!
//! Nothing is replaced on the way. What has no equal on the other side is out of range: on Windows that is nothing, because
//! both sides are UTF-16 in which surrogates may be alone; elsewhere it is a lone surrogate, and bytes that are no UTF-8.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::encodings::units;
use super::{FromJs, IntoJs, batched, batched_into};
use crate::env::Env;
use crate::error::Result;
use crate::value::Value;

#[cfg(windows)]
mod system {
    use std::ffi::{OsStr, OsString};
    use std::os::windows::ffi::{OsStrExt, OsStringExt};

    use crate::env::Env;
    use crate::error::Result;
    use crate::value::JsString;

    pub(super) fn decode(units: &[u16]) -> Result<OsString> {
        Ok(OsString::from_wide(units))
    }

    pub(super) fn encode<'s>(env: &Env<'s>, text: &OsStr) -> Result<JsString<'s>> {
        env.string_utf16(&text.encode_wide().collect::<Vec<_>>())
    }
}

#[cfg(not(windows))]
mod system {
    use std::ffi::{OsStr, OsString};

    use crate::convert::out_of_range;
    use crate::env::Env;
    use crate::error::Result;
    use crate::value::JsString;

    pub(super) fn decode(units: &[u16]) -> Result<OsString> {
        let mut text = String::with_capacity(units.len());
        for point in char::decode_utf16(units.iter().copied()) {
            text.push(point.map_err(|lone| {
                // Every unit so far has been half or all of a character.
                let index = text.encode_utf16().count();
                let got = format_args!("the lone surrogate U+{:04X} at index {index}", lone.unpaired_surrogate());
                out_of_range("string that is well-formed", got)
            })?);
        }
        Ok(text.into())
    }

    pub(super) fn encode<'s>(env: &Env<'s>, text: &OsStr) -> Result<JsString<'s>> {
        match core::str::from_utf8(text.as_encoded_bytes()) {
            Ok(text) => env.string(text),
            Err(error) => {
                let index = error.valid_up_to();
                let got = format_args!("the byte 0x{:02X} at index {index}", text.as_encoded_bytes()[index]);
                Err(out_of_range("text of the system that is UTF-8", got))
            }
        }
    }
}

impl<'s> FromJs<'s> for OsString {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        system::decode(&units(env, value)?)
    }
    batched!();
}

impl<'s> FromJs<'s> for PathBuf {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        OsString::from_js(env, value).map(Self::from)
    }
    batched!();
}

impl<'s> FromJs<'s> for Box<Path> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        PathBuf::from_js(env, value).map(Self::from)
    }
    batched!();
}

macro_rules! owned {
    ($($text:ty),*) => {$(
        impl<'s> IntoJs<'s> for $text {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                AsRef::<OsStr>::as_ref(&*self).into_js(env)
            }
            batched_into!();
        }
    )*};
}
owned!(OsString, PathBuf, Box<Path>);

impl<'s> IntoJs<'s> for &OsStr {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(system::encode(env, self)?.into())
    }
}

macro_rules! borrowed {
    ($($text:ty),*) => {$(
        impl<'s> IntoJs<'s> for $text {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                AsRef::<OsStr>::as_ref(self).into_js(env)
            }
        }
    )*};
}
borrowed!(&Path, &OsString, &PathBuf);

impl<'s> IntoJs<'s> for Cow<'_, Path> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.as_os_str().into_js(env)
    }
}

impl<'s> IntoJs<'s> for Cow<'_, OsStr> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        (&*self).into_js(env)
    }
}
