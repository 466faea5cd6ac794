//! The writing side of records.

use crate::term::{Term, bytes};

/// What a record begins with.
pub const MAGIC: [u8; 4] = *b"NTYP";

/// The version of the format.
pub const VERSION: u8 = 1;

/// The names of the section: ELF and WebAssembly, Mach-O, PE.
pub const SECTIONS: [&str; 3] = [".napi_types", "__napi_types", ".napityp"];

/// What a record is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Kind {
    /// A function.
    Function = b'f',
    /// A constant.
    Constant = b'c',
    /// The module.
    Module = b'm',
    /// An object type.
    Object = b'o',
    /// A name for another type.
    Alias = b'a',
    /// An enum of numbers or of strings.
    Enum = b'e',
    /// A class.
    Class = b'k',
    /// A member of a class.
    Member = b'b',
}

/// A record, as it lies in the section: `N` bytes of text, and the terms.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Record<T, const N: usize> {
    magic: [u8; 4],
    version: u8,
    kind: u8,
    length: [u8; 4],
    text_length: [u8; 4],
    text: [u8; N],
    terms: T,
}

impl<T: Term, const N: usize> Record<T, N> {
    /// A record with this text, whose length is `N`, and these terms.
    pub const fn new(kind: Kind, text: &str, terms: T) -> Self {
        let length = 4 + N + size_of::<T>();
        assert!(length <= u32::MAX as usize, "a type record is too long");
        Self {
            magic: MAGIC,
            version: VERSION,
            kind: kind as u8,
            length: (length as u32).to_le_bytes(),
            text_length: (N as u32).to_le_bytes(),
            text: bytes(text),
            terms,
        }
    }

    /// The bytes of the record, for tests of what reads them.
    #[cfg(feature = "read")]
    pub fn to_vec(&self) -> alloc::vec::Vec<u8> {
        let mut bytes = self.magic.to_vec();
        bytes.extend([self.version, self.kind]);
        bytes.extend(self.length);
        bytes.extend(self.text_length);
        bytes.extend(self.text);
        self.terms.put(&mut bytes);
        bytes
    }
}
