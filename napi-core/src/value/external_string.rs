//! Strings whose text stays in Rust's memory.

use core::ffi::c_void;
use core::ptr::NonNull;

use super::JsString;
use crate::env::{Env, finalize_hinted};
use crate::error::Result;
use crate::sys::{Failure, Finalizer, Host, RawValue};

/// The longest text that is handed over: longer than the longest string of V8 on 32 bits, which would be refused after it
/// was taken (Node 20 to 26), and never given back.
const LONGEST: usize = (1 << 28) - 16;

/// A text at an address that stays the same, whoever owns this.
struct Kept<T>(NonNull<T>);

impl<T> Kept<T> {
    fn new(text: T) -> Self {
        Self(NonNull::from(Box::leak(Box::new(text))))
    }
}

impl<T> Drop for Kept<T> {
    fn drop(&mut self) {
        // SAFETY: `new` leaked this box for the one owner that is being dropped.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

/// A way of the host to make a string of a text that stays where it is.
type Create<U> = unsafe fn(&Host, NonNull<[U]>, Finalizer, NonNull<c_void>) -> core::result::Result<RawValue, Failure>;

/// Hands the text over; or a copy, where the host takes none, and where its units are not of the kind that is created.
fn hand_over<'s, T: Send + 'static, U>(
    env: &Env<'s>,
    text: T,
    units: fn(&T) -> Option<&[U]>,
    create: Create<U>,
    copy: fn(&Env<'s>, &T) -> Result<JsString<'s>>,
) -> Result<JsString<'s>> {
    let (host, keeps) = (env.host()?, keeps_texts(env)?);
    let kept = Kept::new(text);
    // SAFETY: the text was put there just now, and is dropped when it is not used any more.
    let text = unsafe { kept.0.as_ref() };
    let units = units(text).filter(|units| (1..=LONGEST).contains(&units.len()));
    let Some(units) = units.filter(|_| keeps).map(NonNull::from) else { return copy(env, text) };
    let raw = finalize_hinted(
        env.instance(),
        move |_| drop(kept),
        |hint, finalizer| {
            // SAFETY: the text belongs to `kept`, which the finalizer drops; nobody has a reference to it meanwhile.
            Ok(unsafe { create(host, units, finalizer, hint) }?)
        },
    )?;
    Ok(JsString::from_raw(raw))
}

fn keeps_texts(env: &Env<'_>) -> Result<bool> {
    if let Some(keeps) = env.instance().keeps_texts.get() {
        return Ok(*keeps);
    }
    let keeps = env.batch(|env| Ok(env.enter()?.keeps_texts()))?;
    Ok(*env.instance().keeps_texts.get_or_init(|| keeps))
}

impl<'s> Env<'s> {
    /// Makes a string of text that is not copied but stays in Rust's memory until the string is collected, and is dropped then.
    ///
    /// It is worth it for text of tens of kilobytes. The text is ASCII: other text is copied, as UTF-8 is no encoding of
    /// JavaScript's; there are [`external_string_utf16`](Self::external_string_utf16) and
    /// [`external_string_latin1`](Self::external_string_latin1). It is also copied, and dropped at once, by a host that keeps no
    /// text of others (all but those of V8). (`node_api_create_external_string_latin1`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// const LICENSES: &str = "MIT OR Apache-2.0";
    ///
    /// #[export]
    /// fn licenses<'s>(env: &Env<'s>) -> Result<JsString<'s>> {
    ///     env.external_string(LICENSES)
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`string`](Self::string); the text is dropped then.
    pub fn external_string(&self, text: impl AsRef<str> + Send + 'static) -> Result<JsString<'s>> {
        hand_over(
            self,
            text,
            |text| Some(text.as_ref()).filter(|text| text.is_ascii()).map(str::as_bytes),
            Host::external_latin1,
            |env, text| env.string(text.as_ref()),
        )
    }

    /// The same of Latin-1: each byte is a character, from U+0000 to U+00FF. (`node_api_create_external_string_latin1`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>, file: Vec<u8>) -> Result<JsString<'s>> {
    /// env.external_string_latin1(file)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`string`](Self::string); the text is dropped then.
    pub fn external_string_latin1(&self, bytes: impl AsRef<[u8]> + Send + 'static) -> Result<JsString<'s>> {
        hand_over(
            self,
            bytes,
            |bytes| Some(bytes.as_ref()),
            Host::external_latin1,
            |env, bytes| env.string_latin1(bytes.as_ref()),
        )
    }

    /// The same of UTF-16 units, in which surrogates may be alone. (`node_api_create_external_string_utf16`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>, text: &str) -> Result<JsString<'s>> {
    /// env.external_string_utf16(text.encode_utf16().collect::<Vec<_>>())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`string`](Self::string); the text is dropped then.
    pub fn external_string_utf16(&self, units: impl AsRef<[u16]> + Send + 'static) -> Result<JsString<'s>> {
        hand_over(
            self,
            units,
            |units| Some(units.as_ref()),
            Host::external_utf16,
            |env, units| env.string_utf16(units.as_ref()),
        )
    }
}
