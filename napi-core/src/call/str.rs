//! `&str` parameters: short strings are read on the stack.

use core::mem::MaybeUninit;

use super::argument::{Argument, Lend};
use super::incoming::Incoming;
use crate::convert::expect;
use crate::error::Result;
use crate::sys::{SHORT_STRING, Text, written};
use crate::value::ValueType;

/// A string between the two phases.
pub struct Str;

/// The string's bytes: in the buffer, or in an allocation of their own.
pub struct StrStorage {
    buffer: [MaybeUninit<u8>; SHORT_STRING],
    length: usize,
    long: Option<String>,
}

impl Lend for Str {
    type Storage = StrStorage;
    type Lent<'a> = &'a str;
    const EMPTY: StrStorage = StrStorage { buffer: [MaybeUninit::uninit(); SHORT_STRING], length: 0, long: None };

    #[inline(always)]
    fn lend(storage: &mut StrStorage) -> &str {
        if let Some(long) = &storage.long {
            return long;
        }
        // SAFETY: the host has written `length` bytes at the front of the buffer.
        let bytes = unsafe { written(&storage.buffer[..storage.length]) };
        // SAFETY: `prepare` has seen that these bytes are UTF-8, and nobody has written since.
        unsafe { core::str::from_utf8_unchecked(bytes) }
    }
}

impl<'s> Argument<'s> for &str {
    type Slot = Str;

    #[inline(always)]
    fn prepare(incoming: &Incoming<'_, 's>, storage: &mut StrStorage) -> Result<()> {
        let (env, value) = (incoming.env, incoming.value()?);
        let read = env.host()?.read_string(value.raw(), &mut storage.buffer);
        match expect(env, value, "string", read)? {
            Text::Borrowed(text) => storage.length = text.len(),
            Text::Owned(text) => storage.long = Some(text),
        }
        Ok(())
    }
}

/// A string that may be absent: `undefined` and `null` are `None`.
pub struct OptionalStr;

impl Lend for OptionalStr {
    type Storage = (bool, StrStorage);
    type Lent<'a> = Option<&'a str>;
    const EMPTY: Self::Storage = (false, Str::EMPTY);

    fn lend(storage: &mut Self::Storage) -> Option<&str> {
        storage.0.then(|| Str::lend(&mut storage.1))
    }
}

impl<'s> Argument<'s> for Option<&str> {
    type Slot = OptionalStr;

    fn prepare(incoming: &Incoming<'_, 's>, storage: &mut <OptionalStr as Lend>::Storage) -> Result<()> {
        let kind = incoming.value()?.type_of(incoming.env)?;
        storage.0 = !matches!(kind, ValueType::Undefined | ValueType::Null);
        if storage.0 { <&str>::prepare(incoming, &mut storage.1) } else { Ok(()) }
    }
}
