//! Names for types that contain handles, without a scope.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::SystemTime;

use super::{Value, js};
use crate::convert::{
    BigInt, BigInteger, Binary, Either, Either3, Either4, Either5, Either6, Either7, Either8, Latin1String, Map,
    RegExp, Utf16String,
};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::sys::{ArrayElement, F16};

/// A type without its scope: what a handle, or a type that contains handles, is called where no scope can be named.
///
/// A [`Ref`](crate::Ref) outlives scopes, and a closure made into a function is called in many of them, so that their types
/// cannot say `Object<'s>`. They name a family instead: [`js::Object`] for handles, while owned types name themselves.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn adder<'s>(env: &Env<'s>) -> Result<Function<'s, (i32, i32), i32>> {
///     env.function::<(i32, i32), i32>("add", |_env, (a, b)| Ok(a + b))
/// }
/// ```
///
/// An owned type of your own joins with one line:
///
/// ```
/// struct Celsius(f64);
///
/// impl napi_core::Family for Celsius {
///     type Of<'x> = Celsius;
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no family",
    label = "a name without a scope is needed here: `js::Object` for `Object<'s>`, `js::Value` for `Value<'s>`",
    note = "owned types such as `i32`, `String` and `Vec<T>` name themselves"
)]
pub trait Family: 'static {
    /// The type in the scope `'x`.
    type Of<'x>;
}

/// A family of handles: what a [`Ref`](crate::Ref) can hold. It is implemented by this crate only, for the names in [`js`].
///
/// ```
/// use napi_core::{HandleFamily, Ref, js};
///
/// struct Kept<F: HandleFamily>(Ref<F>);
/// type KeptObject = Kept<js::Object>;
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no family of handles",
    label = "what is kept beyond scopes names none: write `js::Object` for `Object<'s>`, `js::Value` for `Value<'s>`"
)]
pub trait HandleFamily: Family {
    /// The handle of this kind to a value that is known to be of it.
    #[doc(hidden)]
    fn at<'x>(value: Value<'x>) -> Self::Of<'x>;

    /// As [`at`](Self::at), with what the host can be asked about it.
    #[doc(hidden)]
    #[inline(always)]
    fn found<'x>(_env: &Env<'x>, value: Value<'x>) -> Result<Self::Of<'x>> {
        Ok(Self::at(value))
    }
}

macro_rules! handle_family {
    ([$($generics:tt)*] $family:ty => $handle:ty $(, $found:item)?) => {
        impl<$($generics)*> Family for $family {
            type Of<'x> = $handle;
        }
        impl<$($generics)*> HandleFamily for $family {
            #[inline(always)]
            fn at<'x>(value: Value<'x>) -> $handle {
                <$handle>::of(value)
            }
            $($found)?
        }
    };
}

/// Handles to memory: OpenHarmony is asked again whether other threads see it.
macro_rules! memory_family {
    ([$($generics:tt)*] $family:ty => $handle:ty) => {
        handle_family!([$($generics)*] $family => $handle,
            #[cfg(any(target_env = "ohos", napi_core_ohos))]
            fn found<'x>(env: &Env<'x>, value: Value<'x>) -> Result<$handle> {
                value.to(env)
            }
        );
    };
}

impl Family for js::Value {
    type Of<'x> = Value<'x>;
}

impl HandleFamily for js::Value {
    #[inline(always)]
    fn at(value: Value<'_>) -> Value<'_> {
        value
    }
}

handle_family!([] js::Object => super::Object<'x>);
handle_family!([] js::Array => super::Array<'x>);
memory_family!([] js::ArrayBuffer => super::ArrayBuffer<'x>);
memory_family!([T: ArrayElement] js::TypedArray<T> => super::TypedArray<'x, T>);
memory_family!([] js::Buffer => super::Buffer<'x>);
memory_family!([] js::DataView => super::DataView<'x>);
handle_family!([] js::SharedArrayBuffer => super::SharedArrayBuffer<'x>);
handle_family!([] js::JsDate => super::JsDate<'x>);
handle_family!([] js::JsMap => super::JsMap<'x>);
handle_family!([] js::JsSet => super::JsSet<'x>);
handle_family!([] js::JsRegExp => super::JsRegExp<'x>);
handle_family!([] js::ErrorObject => super::ErrorObject<'x>);
handle_family!([] js::JsString => super::JsString<'x>);
handle_family!([] js::JsNumber => super::JsNumber<'x>);
handle_family!([] js::JsBigInt => super::JsBigInt<'x>);
handle_family!([] js::JsBoolean => super::JsBoolean<'x>);
handle_family!([] js::Symbol => super::Symbol<'x>);
handle_family!([T: 'static] js::External<T> => super::External<'x, T>);
handle_family!([A: Family, R: Family] js::Function<A, R> => super::Function<'x, A, R>);

macro_rules! owned_families {
    ($([$($generics:tt)*] $family:ty => $of:ty;)*) => {$(
        impl<$($generics)*> Family for $family {
            type Of<'x> = $of;
        }
    )*};
}

owned_families! {
    [] () => ();
    [] bool => bool;
    [] char => char;
    [] String => String;
    [] super::Undefined => super::Undefined;
    [] super::Null => super::Null;
    [] i8 => i8; [] i16 => i16; [] i32 => i32; [] i64 => i64; [] i128 => i128; [] isize => isize;
    [] u8 => u8; [] u16 => u16; [] u32 => u32; [] u64 => u64; [] u128 => u128; [] usize => usize;
    [] F16 => F16; [] f32 => f32; [] f64 => f64;
    [] SystemTime => SystemTime;
    [] RegExp => RegExp;
    [] Error => Error;
    [] Utf16String => Utf16String; [] Latin1String => Latin1String; [] OsString => OsString; [] PathBuf => PathBuf;
    [T: BigInteger] BigInt<T> => BigInt<T>;
    [M: super::IntoMemory + 'static] Binary<M> => Binary<M>;
    [T: Family] Option<T> => Option<T::Of<'x>>;
    [T: Family] Vec<T> => Vec<T::Of<'x>>;
    [T: Family, const N: usize] [T; N] => [T::Of<'x>; N];
    [T: Family] HashMap<String, T> => HashMap<String, T::Of<'x>>;
    [T: Family] BTreeMap<String, T> => BTreeMap<String, T::Of<'x>>;
    [K: Family, V: Family] Map<HashMap<K, V>> => Map<HashMap<K::Of<'x>, V::Of<'x>>>;
    [K: Family, V: Family] Map<BTreeMap<K, V>> => Map<BTreeMap<K::Of<'x>, V::Of<'x>>>;
    [K: Family, V: Family] Map<Vec<(K, V)>> => Map<Vec<(K::Of<'x>, V::Of<'x>)>>;
    [T: Family] HashSet<T> => HashSet<T::Of<'x>>;
    [T: Family] BTreeSet<T> => BTreeSet<T::Of<'x>>;
}

macro_rules! tuple_families {
    ($(($($t:ident)+))*) => {$(
        impl<$($t: Family),+> Family for ($($t,)+) {
            type Of<'x> = ($($t::Of<'x>,)+);
        }
    )*};
}

tuple_families! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H)
}

macro_rules! union_families {
    ($($name:ident: $($t:ident)+;)*) => {$(
        impl<$($t: Family),+> Family for $name<$($t),+> {
            type Of<'x> = $name<$($t::Of<'x>),+>;
        }
    )*};
}

union_families! {
    Either: A B;
    Either3: A B C;
    Either4: A B C D;
    Either5: A B C D E;
    Either6: A B C D E F;
    Either7: A B C D E F G;
    Either8: A B C D E F G H;
}
