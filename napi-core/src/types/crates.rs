//! The terms of types of other crates.

#[allow(unused_imports, reason = "each feature needs some of them")]
use napi_core_meta::term::{Cat, tag};

#[allow(unused_imports, reason = "no feature needs none")]
use super::TypeOf;

macro_rules! terms {
    ($($(#[$condition:meta])* [$($generics:tt)*] $ty:ty: $term:ty = $value:expr;)*) => {$(
        $(#[$condition])*
        impl<$($generics)*> TypeOf for $ty {
            type Term = $term;
            const TERM: Self::Term = $value;
        }
    )*};
}

terms! {
    #[cfg(feature = "bytes")]
    [] bytes::Bytes: [u8; 2] = [tag::TYPED_ARRAY, tag::U8];
    #[cfg(feature = "bytes")]
    [] bytes::BytesMut: [u8; 2] = [tag::TYPED_ARRAY, tag::U8];
    #[cfg(feature = "chrono")]
    [Z: chrono::TimeZone] chrono::DateTime<Z>: [u8; 1] = [tag::DATE];
    #[cfg(feature = "chrono")]
    [] chrono::NaiveDateTime: [u8; 1] = [tag::DATE];
    #[cfg(feature = "indexmap")]
    [T: TypeOf, S] indexmap::IndexMap<String, T, S>: Cat<[u8; 1], T::Term> = Cat([tag::RECORD], T::TERM);
    #[cfg(feature = "indexmap")]
    [T: TypeOf, S] indexmap::IndexSet<T, S>: Cat<[u8; 1], T::Term> = Cat([tag::SET], T::TERM);
    #[cfg(feature = "jiff")]
    [] jiff::Timestamp: [u8; 1] = [tag::DATE];
    #[cfg(feature = "jiff")]
    [] jiff::Zoned: [u8; 1] = [tag::DATE];
    #[cfg(feature = "serde")]
    [T: TypeOf] crate::convert::Serde<T>: T::Term = T::TERM;
    /// What JSON has: an array is an object.
    #[cfg(feature = "serde_json")]
    [] serde_json::Value: [u8; 7] = JSON;
    #[cfg(feature = "serde_json")]
    [] serde_json::Map<String, serde_json::Value>: Cat<[u8; 1], [u8; 7]> = Cat([tag::RECORD], JSON);
    #[cfg(feature = "time")]
    [] time::OffsetDateTime: [u8; 1] = [tag::DATE];
    #[cfg(feature = "time")]
    [] time::UtcDateTime: [u8; 1] = [tag::DATE];
}

#[cfg(feature = "serde_json")]
const JSON: [u8; 7] = [tag::UNION, 5, tag::NULL, tag::BOOLEAN, tag::F64, tag::STRING, tag::OBJECT];
