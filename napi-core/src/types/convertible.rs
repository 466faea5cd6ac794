//! The terms of owned types that convert, and of what is lent to calls.

use core::num::Wrapping;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

use napi_core_meta::term::{Cat, tag};

use super::{Of, Terms, TypeOf};
use crate::convert::{
    BigInt, BigInteger, Binary, Either, Either3, Either4, Either5, Either6, Either7, Either8, Latin1String, Map,
    RegExp, Utf16String,
};
use crate::error::Error;
use crate::sys::{ArrayElement, F16};
use crate::thread::{ThreadsafeCallback, Work};
use crate::value::{IntoMemory, Null, Undefined};

macro_rules! leaves {
    ($($ty:ty: $tag:ident;)*) => {$(
        impl TypeOf for $ty {
            type Term = [u8; 1];
            const TERM: [u8; 1] = [tag::$tag];
        }
    )*};
}

leaves! {
    (): UNIT; Undefined: UNDEFINED; Null: NULL; Work: UNIT;
    bool: BOOLEAN;
    i8: I8; i16: I16; i32: I32; i64: I64; i128: I128; isize: ISIZE;
    u8: U8; u16: U16; u32: U32; u64: U64; u128: U128; usize: USIZE;
    F16: F16; f32: F32; f64: F64;
    SystemTime: DATE;
    RegExp: REGEXP; Error: ERROR;
    str: STRING; String: STRING; char: CHAR;
    Utf16String: STRING; Latin1String: STRING; OsStr: STRING; OsString: STRING; Path: STRING; PathBuf: STRING;
}

/// Types with the term of another.
macro_rules! transparent {
    ($([$($generics:tt)*] $ty:ty = $inner:ty;)*) => {$(
        impl<$($generics)*> TypeOf for $ty {
            type Term = <$inner as TypeOf>::Term;
            const TERM: Self::Term = <$inner>::TERM;
        }
    )*};
}

transparent! {
    [T: TypeOf] Wrapping<T> = T;
    [T: TypeOf] &T = T;
    [T: TypeOf] &mut T = T;
    [T: TypeOf] Box<T> = T;
    [T: TypeOf] Rc<T> = T;
    [T: TypeOf] Arc<T> = T;
    [T: TypeOf, E] Result<T, E> = T;
    [] &str = str;
    [] &OsStr = str;
    [] &Path = str;
    [] Box<Path> = str;
    [] Cow<'_, OsStr> = str;
    [] Cow<'_, Path> = str;
    [] Box<str> = str;
    [] Rc<str> = str;
    [] Arc<str> = str;
    [] Cow<'_, str> = str;
    [T: TypeOf] Box<[T]> = Vec<T>;
}

/// Types around another.
macro_rules! wrapping {
    ($([$($generics:tt)*] $ty:ty: $tag:ident $inner:ty;)*) => {$(
        impl<$($generics)*> TypeOf for $ty {
            type Term = Cat<[u8; 1], <$inner as TypeOf>::Term>;
            const TERM: Self::Term = Cat([tag::$tag], <$inner>::TERM);
        }
    )*};
}

wrapping! {
    [T: TypeOf] Option<T>: OPTION T;
    [T: TypeOf] Vec<T>: ARRAY T;
    [T: TypeOf] &[T]: SLICE T;
    [T: TypeOf] &mut [T]: TYPED_ARRAY T;
    [T: TypeOf, S] HashMap<String, T, S>: RECORD T;
    [T: TypeOf] BTreeMap<String, T>: RECORD T;
    [T: TypeOf, S] HashSet<T, S>: SET T;
    [T: TypeOf] BTreeSet<T>: SET T;
}

macro_rules! maps {
    ($([$($seed:ident)?] $map:ty;)*) => {$(
        impl<K: TypeOf, V: TypeOf, $($seed)?> TypeOf for Map<$map> {
            type Term = Cat<[u8; 1], Cat<K::Term, V::Term>>;
            const TERM: Self::Term = Cat([tag::MAP], Cat(K::TERM, V::TERM));
        }
    )*};
}

maps! {
    [S] HashMap<K, V, S>;
    [] BTreeMap<K, V>;
    [] Vec<(K, V)>;
}

impl<T: TypeOf, const N: usize> TypeOf for [T; N] {
    type Term = Cat<[u8; 1], Cat<[u8; 4], T::Term>>;
    const TERM: Self::Term = Cat([tag::FIXED_ARRAY], Cat((N as u32).to_le_bytes(), T::TERM));
}

impl<T: BigInteger> TypeOf for BigInt<T> {
    type Term = [u8; 1];
    const TERM: [u8; 1] = [tag::BIGINT];
}

impl<M: IntoMemory> TypeOf for Binary<M> {
    type Term = [u8; 2];
    const TERM: [u8; 2] = [tag::TYPED_ARRAY, <M::Element as ArrayElement>::TAG];
}

macro_rules! tuples {
    ($(($($t:ident)+))*) => {$(
        impl<$($t: TypeOf),+> TypeOf for ($($t,)+) {
            type Term = Cat<[u8; 2], <($(Of<$t>,)+) as Terms>::Bytes>;
            const TERM: Self::Term = Cat([tag::TUPLE, <($(Of<$t>,)+)>::COUNT], <($(Of<$t>,)+)>::BYTES);
        }
    )*};
}

tuples!((A)(A B)(A B C)(A B C D)(A B C D E)(A B C D E F)(A B C D E F G)(A B C D E F G H));

macro_rules! unions {
    ($($name:ident: $($t:ident)+;)*) => {$(
        impl<$($t: TypeOf),+> TypeOf for $name<$($t),+> {
            type Term = Cat<[u8; 2], <($(Of<$t>,)+) as Terms>::Bytes>;
            const TERM: Self::Term = Cat([tag::UNION, <($(Of<$t>,)+)>::COUNT], <($(Of<$t>,)+)>::BYTES);
        }
    )*};
}

unions! {
    Either: A B;
    Either3: A B C;
    Either4: A B C D;
    Either5: A B C D E;
    Either6: A B C D E F;
    Either7: A B C D E F G;
    Either8: A B C D E F G H;
}

impl<A: TypeOf, R: TypeOf> TypeOf for ThreadsafeCallback<A, R> {
    type Term = Cat<[u8; 1], Cat<A::Term, R::Term>>;
    const TERM: Self::Term = Cat([tag::FUNCTION], Cat(A::TERM, R::TERM));
}
