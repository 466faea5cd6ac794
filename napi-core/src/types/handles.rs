//! The terms of handles, and of their families.

use napi_core_meta::term::{Cat, tag};

use super::TypeOf;
use crate::class::{Class, Instance};
use crate::sys::ArrayElement;
use crate::value::{
    Array, ArrayBuffer, Buffer, DataView, ErrorObject, External, Family, Function, JsBigInt, JsBoolean, JsDate, JsMap,
    JsNumber, JsRegExp, JsSet, JsString, Object, SharedArrayBuffer, Symbol, TypedArray, Value, js,
};

macro_rules! handles {
    ($($handle:ident: $($tag:ident)+;)*) => {$(
        impl TypeOf for $handle<'_> {
            type Term = [u8; [$(tag::$tag),+].len()];
            const TERM: Self::Term = [$(tag::$tag),+];
        }

        impl TypeOf for js::$handle {
            type Term = [u8; [$(tag::$tag),+].len()];
            const TERM: Self::Term = [$(tag::$tag),+];
        }
    )*};
}

handles! {
    Value: VALUE;
    Object: OBJECT;
    Array: ARRAY VALUE;
    ArrayBuffer: ARRAY_BUFFER;
    Buffer: BUFFER;
    DataView: DATA_VIEW;
    SharedArrayBuffer: SHARED_ARRAY_BUFFER;
    JsDate: DATE;
    JsMap: MAP VALUE VALUE;
    JsSet: SET VALUE;
    JsRegExp: REGEXP;
    ErrorObject: ERROR;
    JsString: STRING;
    JsNumber: F64;
    JsBigInt: BIGINT;
    JsBoolean: BOOLEAN;
    Symbol: SYMBOL;
}

macro_rules! generic_handles {
    ($([$($generics:tt)*] $handle:ty, $family:ty => $term:ty = $value:expr;)*) => {$(
        impl<$($generics)*> TypeOf for $handle {
            type Term = $term;
            const TERM: Self::Term = $value;
        }

        impl<$($generics)*> TypeOf for $family {
            type Term = $term;
            const TERM: Self::Term = $value;
        }
    )*};
}

generic_handles! {
    [T: ArrayElement] TypedArray<'_, T>, js::TypedArray<T> => [u8; 2] = [tag::TYPED_ARRAY, T::TAG];
    [T: 'static] External<'_, T>, js::External<T> => [u8; 1] = [tag::EXTERNAL];
    [A: Family + TypeOf, R: Family + TypeOf] Function<'_, A, R>, js::Function<A, R> =>
        Cat<[u8; 1], Cat<A::Term, R::Term>> = Cat([tag::FUNCTION], Cat(A::TERM, R::TERM));
}

#[cfg(any(target_env = "ohos", napi_core_ohos))]
impl TypeOf for crate::ohos::Sendable<'_> {
    type Term = [u8; 1];
    const TERM: [u8; 1] = [tag::OBJECT];
}

impl<T: Class + TypeOf> TypeOf for Instance<'_, T> {
    type Term = T::Term;
    const TERM: Self::Term = T::TERM;
}

impl<T: Class + TypeOf> TypeOf for js::Instance<T> {
    type Term = T::Term;
    const TERM: Self::Term = T::TERM;
}
