//! Text in other encodings than UTF-8.

use super::{FromJs, IntoJs, batched, batched_into, expect, out_of_range};
use crate::env::Env;
use crate::error::Result;
use crate::value::Value;

/// A JavaScript string as it is: UTF-16 units, in which a surrogate need not have a partner.
///
/// `String` has U+FFFD in place of such a one. (`napi_get_value_string_utf16`, `napi_create_string_utf16`)
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn reverse_units(text: Utf16String) -> Utf16String {
///     Utf16String(text.0.into_iter().rev().collect())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16String(pub Vec<u16>);

/// A JavaScript string whose characters are from U+0000 to U+00FF, one byte each; any other is a `RangeError`.
///
/// (`napi_get_value_string_utf16`, since that for Latin-1 cuts off what is larger; `napi_create_string_latin1`)
///
/// ```
/// use napi_core::prelude::*;
///
/// /// Bytes as `atob` gives them.
/// #[export]
/// fn checksum(binary: Latin1String) -> u32 {
///     binary.0.iter().map(|byte| u32::from(*byte)).sum()
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Latin1String(pub Vec<u8>);

/// The units of a string.
pub(super) fn units(env: &Env<'_>, value: Value<'_>) -> Result<Vec<u16>> {
    let read = env.host()?.read_utf16(value.raw());
    expect(env, value, "string", read)
}

impl<'s> FromJs<'s> for Utf16String {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        units(env, value).map(Self)
    }
    batched!();
}

impl<'s> IntoJs<'s> for Utf16String {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.string_utf16(&self.0)?.into())
    }
    batched_into!();
}

impl<'s> FromJs<'s> for Latin1String {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let units = units(env, value)?;
        let narrow = units.iter().enumerate().map(|(index, unit)| {
            let too_large = || out_of_range("string of Latin-1", format_args!("U+{unit:04X} at index {index}"));
            u8::try_from(*unit).map_err(|_| too_large())
        });
        narrow.collect::<Result<_>>().map(Self)
    }
    batched!();
}

impl<'s> IntoJs<'s> for Latin1String {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.string_latin1(&self.0)?.into())
    }
    batched_into!();
}

impl From<&str> for Utf16String {
    fn from(text: &str) -> Self {
        Self(text.encode_utf16().collect())
    }
}
