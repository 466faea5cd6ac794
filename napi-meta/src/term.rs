//! The writing side of terms: byte strings that are composed by their types.
//!
//! A type has a term of a type of its own, such as `Cat<[u8; 1], Cat<..>>`, so that composing needs neither a loop in a
//! constant nor a limit, and costs the compiler next to nothing.

/// A piece of a term, or a whole one: bytes without padding.
///
/// It is implemented by this crate only.
pub trait Term: Copy + sealed::Term {}

mod sealed {
    pub trait Term {
        #[cfg(feature = "read")]
        fn put(&self, bytes: &mut alloc::vec::Vec<u8>);
    }
}

impl<const N: usize> Term for [u8; N] {}
impl<const N: usize> sealed::Term for [u8; N] {
    #[cfg(feature = "read")]
    fn put(&self, bytes: &mut alloc::vec::Vec<u8>) {
        bytes.extend(self);
    }
}

impl<A: Term, B: Term> Term for Cat<A, B> {}
impl<A: Term, B: Term> sealed::Term for Cat<A, B> {
    #[cfg(feature = "read")]
    fn put(&self, bytes: &mut alloc::vec::Vec<u8>) {
        self.0.put(bytes);
        self.1.put(bytes);
    }
}

/// Two pieces, one behind the other.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Cat<A, B>(pub A, pub B);

/// A text with its length before it.
pub type Text<const N: usize> = Cat<[u8; 2], [u8; N]>;

/// The text, whose length is `N`, at most 65535 bytes.
pub const fn text<const N: usize>(text: &str) -> Text<N> {
    assert!(N <= u16::MAX as usize, "a text in a type is too long");
    Cat((N as u16).to_le_bytes(), bytes(text))
}

/// The bytes of the text, whose length is `N`.
pub(crate) const fn bytes<const N: usize>(text: &str) -> [u8; N] {
    assert!(text.len() == N, "the length of a text is not what it was said to be");
    match text.as_bytes().first_chunk() {
        Some(bytes) => *bytes,
        None => [0; N],
    }
}

/// The tags of terms.
pub mod tag {
    /// `()`.
    pub const UNIT: u8 = b'_';
    /// undefined
    pub const UNDEFINED: u8 = b'u';
    /// null
    pub const NULL: u8 = b'0';
    /// boolean
    pub const BOOLEAN: u8 = b'?';
    /// `i8`
    pub const I8: u8 = b'b';
    /// `i16`
    pub const I16: u8 = b'h';
    /// `i32`
    pub const I32: u8 = b'i';
    /// `i64`
    pub const I64: u8 = b'q';
    /// `i128`
    pub const I128: u8 = b'o';
    /// `isize`
    pub const ISIZE: u8 = b'n';
    /// `u8`
    pub const U8: u8 = b'B';
    /// `u16`
    pub const U16: u8 = b'H';
    /// `u32`
    pub const U32: u8 = b'I';
    /// `u64`
    pub const U64: u8 = b'Q';
    /// `u128`
    pub const U128: u8 = b'O';
    /// `usize`
    pub const USIZE: u8 = b'N';
    /// `f16`
    pub const F16: u8 = b'e';
    /// `f32`
    pub const F32: u8 = b'f';
    /// `f64`
    pub const F64: u8 = b'd';
    /// bigint
    pub const BIGINT: u8 = b'g';
    /// string
    pub const STRING: u8 = b's';
    /// A string of one character.
    pub const CHAR: u8 = b'c';
    /// Any value.
    pub const VALUE: u8 = b'V';
    /// Any object.
    pub const OBJECT: u8 = b'j';
    /// symbol
    pub const SYMBOL: u8 = b'y';
    /// A pointer of Rust's.
    pub const EXTERNAL: u8 = b'X';
    /// Date
    pub const DATE: u8 = b'D';
    /// RegExp
    pub const REGEXP: u8 = b'R';
    /// Error
    pub const ERROR: u8 = b'E';
    /// A typed array; a number's tag follows.
    pub const TYPED_ARRAY: u8 = b'*';
    /// Stands for a number's tag in the typed array whose elements are clamped.
    pub const CLAMPED: u8 = b'C';
    /// ArrayBuffer
    pub const ARRAY_BUFFER: u8 = b'w';
    /// DataView
    pub const DATA_VIEW: u8 = b'W';
    /// Node's Buffer
    pub const BUFFER: u8 = b'Z';
    /// SharedArrayBuffer
    pub const SHARED_ARRAY_BUFFER: u8 = b'S';
    /// An array; the term of its elements follows.
    pub const ARRAY: u8 = b'[';
    /// A slice, which is a typed array as an argument, and an array as a result; the term of its elements follows.
    pub const SLICE: u8 = b'/';
    /// An array of a fixed number of elements; the number (4 bytes) and their term follow.
    pub const FIXED_ARRAY: u8 = b']';
    /// A tuple; the number of terms and the terms follow.
    pub const TUPLE: u8 = b'(';
    /// An object used as a map; the term of its values follows.
    pub const RECORD: u8 = b'{';
    /// Map; the terms of keys and values follow.
    pub const MAP: u8 = b'=';
    /// Set; the term of its elements follows.
    pub const SET: u8 = b'%';
    /// `Option`; a term follows.
    pub const OPTION: u8 = b'~';
    /// A union; the number of terms and the terms follow.
    pub const UNION: u8 = b'|';
    /// A promise; a term follows.
    pub const PROMISE: u8 = b'>';
    /// What an iterator gives at each step; the term of its items follows.
    pub const ITERATOR_RESULT: u8 = b'.';
    /// What a method was called on; the term of its class follows.
    pub const THIS: u8 = b'@';
    /// A function; the terms of the arguments and of the result follow.
    pub const FUNCTION: u8 = b'F';
    /// A named type; its identity, the number of type arguments and their terms follow.
    pub const NAMED: u8 = b'&';
    /// A type parameter; its number follows.
    pub const PARAMETER: u8 = b'$';
    /// Exactly this string; a text follows.
    pub const STRING_LITERAL: u8 = b'"';
    /// Exactly this number; a text follows.
    pub const NUMBER_LITERAL: u8 = b'#';
    /// Written as it stands; texts for TypeScript and ArkTS follow.
    pub const LITERAL: u8 = b't';
}
