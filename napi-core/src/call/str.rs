//! `&str` parameters: short strings are read on the stack.

use core::mem::MaybeUninit;

use super::argument::{Argument, Lend, Optional, prepare_optional};
use super::incoming::Incoming;
use crate::convert::expect;
use crate::error::Result;
use crate::sys::{SHORT_STRING, Text, written};

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

impl<'s> Argument<'s> for Option<&str> {
    type Slot = Optional<Str>;

    fn prepare(incoming: &Incoming<'_, 's>, storage: &mut (bool, StrStorage)) -> Result<()> {
        prepare_optional::<&str>(incoming, storage)
    }
}
