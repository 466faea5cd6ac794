//! Strings, by the fastest legal sequences.

use core::ffi::c_char;
use core::mem::MaybeUninit;
use std::ffi::CString;

use super::host::{Failure, Host, RawValue, answer, answer_value};
use super::memory::written;

/// Strings up to this many bytes of UTF-8 are read without an allocation.
pub(crate) const SHORT: usize = 512;

/// Non-ASCII text up to this many bytes goes through UTF-8: below it, transcoding costs more than the host's decoder.
const SHORT_UTF8: usize = 32;

impl Host {
    /// Makes a JavaScript string: Latin-1 where the text allows it, else UTF-16, because hosts decode UTF-8 slowly.
    pub(crate) fn string(&self, text: &str) -> Result<RawValue, Failure> {
        if text.is_ascii() {
            return self.latin1(text.as_bytes());
        }
        if text.len() <= SHORT_UTF8 {
            return answer_value!(napi_create_string_utf8(self, text.as_ptr().cast::<c_char>(), text.len()));
        }
        if text.chars().all(|c| u32::from(c) <= 0xFF) {
            let mut narrow = Vec::with_capacity(text.len());
            text.chars().for_each(|c| narrow.push(c as u8));
            return self.latin1(&narrow);
        }
        let mut wide = Vec::with_capacity(text.len());
        text.encode_utf16().for_each(|unit| wide.push(unit));
        self.utf16(&wide)
    }

    pub(crate) fn utf16(&self, units: &[u16]) -> Result<RawValue, Failure> {
        answer_value!(napi_create_string_utf16(self, units.as_ptr(), units.len()))
    }

    /// Each byte is a code point.
    pub(crate) fn latin1(&self, bytes: &[u8]) -> Result<RawValue, Failure> {
        answer_value!(napi_create_string_latin1(self, bytes.as_ptr().cast::<c_char>(), bytes.len()))
    }

    /// Reads a string into `buffer`, and into a new allocation only if it does not fit; a lone surrogate reads as U+FFFD.
    #[inline]
    pub(crate) fn read_string<'b>(
        &self,
        value: RawValue,
        buffer: &'b mut [MaybeUninit<u8>; SHORT],
    ) -> Result<Text<'b>, Failure> {
        let length = self.read_utf8(value, buffer)?;
        // The host cuts at a character boundary, so a full buffer may end up to 3 bytes short, and holds a final NUL.
        if length >= SHORT - 4 {
            return self.read_long_string(value, buffer, length).map(Text::Owned);
        }
        // SAFETY: the host has written `length` bytes at the front of `buffer`.
        let bytes = unsafe { written(&buffer[..length]) };
        if !bytes.is_ascii() {
            return Ok(decode(bytes));
        }
        // SAFETY: ASCII is UTF-8.
        Ok(Text::Borrowed(unsafe { core::str::from_utf8_unchecked(bytes) }))
    }

    /// Reads a string that is known, or suspected, to be long. One that does not begin as ASCII is read as UTF-16, which hosts copy
    /// and need not encode.
    #[cold]
    #[inline(never)]
    fn read_long_string(
        &self,
        value: RawValue,
        begin: &[MaybeUninit<u8>; SHORT],
        length: usize,
    ) -> Result<String, Failure> {
        let units = self.string_length(value)?;
        // SAFETY: the host has written `length` bytes at its front.
        if !unsafe { written(&begin[..length]) }.is_ascii() {
            return self.read_units(value, units).map(|units| encode(&units));
        }
        // A unit takes 3 bytes at most.
        let mut bytes = Vec::with_capacity(units * 3 + 1);
        let length = self.read_utf8(value, bytes.spare_capacity_mut())?;
        // SAFETY: the host has written `length` bytes at the front of the buffer, no more than it has room for.
        unsafe { bytes.set_len(length) };
        bytes.shrink_to_fit();
        if bytes.is_ascii() {
            // SAFETY: ASCII is UTF-8.
            return Ok(unsafe { String::from_utf8_unchecked(bytes) });
        }
        Ok(String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    }

    /// Reads a string that is several, one after the other.
    pub(crate) fn read_joined(&self, value: RawValue) -> Result<JoinedText, Failure> {
        let units = self.string_length(value)?;
        let mut bytes = Vec::with_capacity(units + 1);
        let length = self.read_utf8(value, bytes.spare_capacity_mut())?;
        // SAFETY: the host has written `length` bytes at the front of the buffer, no more than it has room for.
        unsafe { bytes.set_len(length) };
        if length == units && bytes.is_ascii() {
            // SAFETY: ASCII is UTF-8.
            return Ok(JoinedText::Ascii(unsafe { String::from_utf8_unchecked(bytes) }, 0));
        }
        Ok(JoinedText::Wide(self.read_units(value, units)?, 0))
    }

    /// In UTF-16 units, which is free to ask for; that in UTF-8 costs a pass.
    pub(crate) fn string_length(&self, value: RawValue) -> Result<usize, Failure> {
        answer!(napi_get_value_string_latin1(self, value.get(), core::ptr::null_mut(), 0) -> 0_usize)
    }

    /// Reads a string as it is, lone surrogates too.
    pub(crate) fn read_utf16(&self, value: RawValue) -> Result<Vec<u16>, Failure> {
        let units = self.string_length(value)?;
        self.read_units(value, units)
    }

    fn read_units(&self, value: RawValue, units: usize) -> Result<Vec<u16>, Failure> {
        let mut wide = Vec::with_capacity(units + 1);
        let (start, size) = (wide.spare_capacity_mut().as_mut_ptr().cast::<u16>(), units + 1);
        let length = answer!(napi_get_value_string_utf16(self, value.get(), start, size) -> 0_usize)?;
        // SAFETY: the host has written `length` units at the front of the buffer, which has room for `size`.
        unsafe { wide.set_len(length) };
        Ok(wide)
    }

    #[inline]
    fn read_utf8(&self, value: RawValue, buffer: &mut [MaybeUninit<u8>]) -> Result<usize, Failure> {
        let (start, size) = (buffer.as_mut_ptr().cast::<c_char>(), buffer.len());
        answer!(napi_get_value_string_utf8(self, value.get(), start, size) -> 0_usize)
    }
}

/// UTF-16 as UTF-8; a lone surrogate becomes U+FFFD.
fn encode(wide: &[u16]) -> String {
    // A unit takes 3 bytes at most, a pair of them 4.
    let mut bytes = Vec::with_capacity(wide.len() * 3 + 4);
    let (mut length, mut next) = (0, 0);
    while let Some(place) = bytes.spare_capacity_mut().get_mut(length..length + 4)
        && let Some(&unit) = wide.get(next)
    {
        next += 1;
        let mut point = u32::from(unit);
        if point & 0xF800 == 0xD800 {
            let low = wide.get(next).copied().filter(|low| unit < 0xDC00 && low & 0xFC00 == 0xDC00);
            point = low.map_or(0xFFFD, |low| 0x1_0000 + ((point & 0x3FF) << 10 | u32::from(low & 0x3FF)));
            next += usize::from(low.is_some());
        }
        length += encode_point(point, place);
    }
    debug_assert_eq!(next, wide.len(), "there is room for all");
    // SAFETY: `length` bytes were written at the front, in whole characters.
    unsafe { bytes.set_len(length) };
    bytes.shrink_to_fit();
    // SAFETY: each character was written as UTF-8, and no surrogate is one.
    unsafe { String::from_utf8_unchecked(bytes) }
}

/// Writes a code point that is no surrogate, and answers how many bytes it takes.
#[inline(always)]
fn encode_point(point: u32, place: &mut [MaybeUninit<u8>]) -> usize {
    let continuation = |shift: u32| 0x80 | (point >> shift & 0x3F) as u8;
    match point {
        0..0x80 => {
            place[0].write(point as u8);
            1
        }
        0x80..0x800 => {
            place[0].write(0xC0 | (point >> 6) as u8);
            place[1].write(continuation(0));
            2
        }
        0x800..0x1_0000 => {
            place[0].write(0xE0 | (point >> 12) as u8);
            place[1].write(continuation(6));
            place[2].write(continuation(0));
            3
        }
        _ => {
            place[0].write(0xF0 | (point >> 18) as u8);
            place[1].write(continuation(12));
            place[2].write(continuation(6));
            place[3].write(continuation(0));
            4
        }
    }
}

/// What the host wrote may not be UTF-8: none promises that of a lone surrogate.
#[inline(never)]
fn decode(bytes: &[u8]) -> Text<'_> {
    match core::str::from_utf8(bytes) {
        Ok(text) => Text::Borrowed(text),
        Err(_) => Text::Owned(String::from_utf8_lossy(bytes).into_owned()),
    }
}

/// A string read from JavaScript: on the stack if it is short.
pub(crate) enum Text<'b> {
    Borrowed(&'b str),
    Owned(String),
}

/// Texts that JavaScript has put together, taken apart in their order; a surrogate at an end finds no other half in the next.
pub(crate) enum JoinedText {
    /// One unit for each byte, and how many were taken.
    Ascii(String, usize),
    Wide(Vec<u16>, usize),
}

impl JoinedText {
    /// The next text, of so many UTF-16 units; less of it where no more is left.
    pub(crate) fn take(&mut self, units: usize) -> String {
        match self {
            Self::Ascii(text, taken) => {
                let (begin, end) = (*taken, text.len().min(taken.saturating_add(units)));
                *taken = end;
                text[begin..end].to_owned()
            }
            Self::Wide(text, taken) => {
                let (begin, end) = (*taken, text.len().min(taken.saturating_add(units)));
                *taken = end;
                encode(&text[begin..end])
            }
        }
    }
}

impl Default for JoinedText {
    fn default() -> Self {
        Self::Ascii(String::new(), 0)
    }
}

/// The text for a function that stops at a NUL.
pub(crate) fn without_nul(text: &str) -> CString {
    CString::new(text.replace('\0', "\u{2400}")).unwrap_or_default()
}
