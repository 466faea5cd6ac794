//! Records, composed of the terms of types.

use napi_core_meta::term::{Cat, Text, tag, text};
use napi_core_meta::{Kind, Record, Term};

use super::TypeOf;
use crate::convert::Optional;

/// The term of a type, as a part of a record.
pub struct Of<T: TypeOf + ?Sized>(core::marker::PhantomData<fn(&T)>);

/// The terms in a record: a tuple of [`Of`].
pub trait Terms {
    /// How many there are.
    const COUNT: u8;
    /// Their bytes' type.
    type Bytes: Term;
    /// Their bytes.
    const BYTES: Self::Bytes;
}

macro_rules! terms {
    ($($count:literal: $($t:ident)*;)*) => {$(
        impl<$($t: TypeOf + ?Sized),*> Terms for ($(Of<$t>,)*) {
            const COUNT: u8 = $count;
            type Bytes = terms!(@type $($t)*);
            const BYTES: Self::Bytes = terms!(@value $($t)*);
        }
    )*};
    (@type) => { [u8; 0] };
    (@type $t:ident) => { $t::Term };
    (@type $t:ident $($more:ident)+) => { Cat<$t::Term, terms!(@type $($more)+)> };
    (@value) => { [] };
    (@value $t:ident) => { $t::TERM };
    (@value $t:ident $($more:ident)+) => { Cat($t::TERM, terms!(@value $($more)+)) };
}

// A function has at most 16 arguments, and a result.
terms! {
    0: ;
    1: A;
    2: A B;
    3: A B C;
    4: A B C D;
    5: A B C D E;
    6: A B C D E F;
    7: A B C D E F G;
    8: A B C D E F G H;
    9: A B C D E F G H I;
    10: A B C D E F G H I J;
    11: A B C D E F G H I J K;
    12: A B C D E F G H I J K L;
    13: A B C D E F G H I J K L M;
    14: A B C D E F G H I J K L M N;
    15: A B C D E F G H I J K L M N O;
    16: A B C D E F G H I J K L M N O P;
    17: A B C D E F G H I J K L M N O P Q;
}

/// Terms one behind the other, for what has more of them than a tuple.
impl<A: Terms, B: Terms> Terms for Cat<A, B> {
    const COUNT: u8 = A::COUNT + B::COUNT;
    type Bytes = Cat<A::Bytes, B::Bytes>;
    const BYTES: Self::Bytes = Cat(A::BYTES, B::BYTES);
}

/// What lies in the section of type records for one item: `N` bytes of text, and the terms.
#[repr(transparent)]
pub struct Types<T: Terms, const N: usize>(Record<T::Bytes, N>);

impl<T: Terms, const N: usize> Types<T, N> {
    const fn new(kind: Kind, text: &str) -> Self {
        Self(Record::new(kind, text, T::BYTES))
    }

    /// Of a function.
    pub const fn function(text: &str) -> Self {
        Self::new(Kind::Function, text)
    }

    /// Of a constant.
    pub const fn constant(text: &str) -> Self {
        Self::new(Kind::Constant, text)
    }

    /// Of the module.
    pub const fn module(text: &str) -> Self {
        Self::new(Kind::Module, text)
    }

    /// Of an object type.
    pub const fn object(text: &str) -> Self {
        Self::new(Kind::Object, text)
    }

    /// Of an enum of strings or of numbers.
    pub const fn enumeration(text: &str) -> Self {
        Self::new(Kind::Enum, text)
    }

    /// Of a class.
    pub const fn class(text: &str) -> Self {
        Self::new(Kind::Class, text)
    }

    /// Of a member of a class.
    pub const fn member(text: &str) -> Self {
        Self::new(Kind::Member, text)
    }

    /// Of a name for another type.
    pub const fn alias(text: &str) -> Self {
        Self::new(Kind::Alias, text)
    }
}

/// The term of a named type with these type arguments, whose identity has `N` bytes.
pub type Named<A, const N: usize> = Cat<[u8; 1], Cat<Text<N>, Cat<[u8; 1], <A as Terms>::Bytes>>>;

/// The term of the type with this identity, whose length is `N`.
pub const fn named<A: Terms, const N: usize>(id: &str) -> Named<A, N> {
    Cat([tag::NAMED], Cat(text(id), Cat([A::COUNT], A::BYTES)))
}

/// Stands for the type parameter of this number where a generic type is declared.
pub struct Parameter<const INDEX: u8>;

impl<const INDEX: u8> TypeOf for Parameter<INDEX> {
    type Term = [u8; 2];
    const TERM: [u8; 2] = [tag::PARAMETER, INDEX];
}

/// The type of a field that is null where an `Option` is `None`.
pub struct Nullable<T>(core::marker::PhantomData<fn(T)>);

impl<T: Optional<Some: TypeOf>> TypeOf for Nullable<T> {
    type Term = Cat<[u8; 2], Cat<<T::Some as TypeOf>::Term, [u8; 1]>>;
    const TERM: Self::Term = Cat([tag::UNION, 2], Cat(<T::Some as TypeOf>::TERM, [tag::NULL]));
}

/// One of these types.
pub struct Union<T: Terms>(core::marker::PhantomData<fn() -> T>);

impl<T: Terms> TypeOf for Union<T> {
    type Term = Cat<[u8; 2], T::Bytes>;
    const TERM: Self::Term = Cat([tag::UNION, T::COUNT], T::BYTES);
}

/// What JavaScript gets from an iterator whose `next` gives `T`, an `Option`.
pub struct IteratorResult<T>(core::marker::PhantomData<fn() -> T>);

impl<T: Optional<Some: TypeOf>> TypeOf for IteratorResult<T> {
    type Term = Cat<[u8; 1], <T::Some as TypeOf>::Term>;
    const TERM: Self::Term = Cat([tag::ITERATOR_RESULT], <T::Some as TypeOf>::TERM);
}

/// What a method of the class `T` gives that gives back what it was called on.
pub struct This<T>(core::marker::PhantomData<fn() -> T>);

impl<T: TypeOf> TypeOf for This<T> {
    type Term = Cat<[u8; 1], T::Term>;
    const TERM: Self::Term = Cat([tag::THIS], T::TERM);
}
