//! Values of one type among several: unions.

use core::ffi::CStr;

use super::alternatives::Alternatives;
use super::{FromJs, IntoJs, PropertyNames};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Object, Value};

macro_rules! either {
    ($($(#[$meta:meta])* $name:ident: $($t:ident)+;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "a variant is the type of its name")]
        pub enum $name<$($t),+> {
            $($t($t),)+
        }

        impl<'s, $($t: FromJs<'s>),+> FromJs<'s> for $name<$($t),+> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                let mut alternatives = Alternatives::new();
                $(if let Some(taken) = alternatives.attempt(env, $t::from_js(env, value))? {
                    return Ok(Self::$t(taken));
                })+
                Err(alternatives.into_error())
            }

            fn from_rest(env: &Env<'s>, object: Object<'s>, known: &[&CStr]) -> Result<Self> {
                let mut alternatives = Alternatives::new();
                $(if let Some(taken) = alternatives.attempt(env, $t::from_rest(env, object, known))? {
                    return Ok(Self::$t(taken));
                })+
                Err(alternatives.into_error())
            }

            fn add_names(names: &mut PropertyNames) {
                $($t::add_names(names);)+
            }
        }

        impl<'s, $($t: IntoJs<'s>),+> IntoJs<'s> for $name<$($t),+> {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                match self {
                    $(Self::$t(value) => value.into_js(env),)+
                }
            }

            fn into_return(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
                match self {
                    $(Self::$t(value) => value.into_return(env),)+
                }
            }
        }
    )*};
}

either! {
    /// A value of one of two types: a union in JavaScript.
    ///
    /// The types are tried in order, and the first that takes the value counts: what is a `u8` comes before what is a
    /// `f64`. A type is passed over if it fails with a `TypeError` or a `RangeError`, and what JavaScript throws meanwhile
    /// (a getter may) is thrown. The error of a value that is for none names them all: `expected number or string, got object`.
    /// A getter or a proxy is asked again for each type that looks at it.
    ///
    /// [`Either3`] to [`Either8`] are of more types; they can also be nested.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// /// Seen as `width(16)` and `width('16px')`.
    /// #[export]
    /// fn width(value: Either<f64, String>) -> Result<f64> {
    ///     match value {
    ///         Either::A(pixels) => Ok(pixels),
    ///         Either::B(text) => Ok(text.trim_end_matches("px").parse()?),
    ///     }
    /// }
    /// ```
    Either: A B;
    /// A value of one of three types, as [`Either`] is one of two.
    ///
    /// ```
    /// use napi_core::Either3;
    ///
    /// fn is_text(value: Either3<bool, f64, String>) -> bool {
    ///     matches!(value, Either3::C(_))
    /// }
    /// ```
    Either3: A B C;
    /// A value of one of four types, as [`Either`] is one of two.
    ///
    /// ```
    /// use napi_core::Either4;
    ///
    /// fn is_text(value: Either4<bool, f64, Vec<f64>, String>) -> bool {
    ///     matches!(value, Either4::D(_))
    /// }
    /// ```
    Either4: A B C D;
    /// A value of one of five types, as [`Either`] is one of two.
    ///
    /// ```
    /// type Cell = napi_core::Either5<napi_core::Null, bool, f64, String, std::time::SystemTime>;
    /// ```
    Either5: A B C D E;
    /// A value of one of six types, as [`Either`] is one of two.
    ///
    /// ```
    /// type Cell = napi_core::Either6<napi_core::Null, bool, i32, f64, String, std::time::SystemTime>;
    /// ```
    Either6: A B C D E F;
    /// A value of one of seven types, as [`Either`] is one of two.
    ///
    /// ```
    /// type Cell = napi_core::Either7<napi_core::Null, bool, i32, f64, String, Vec<f64>, std::time::SystemTime>;
    /// ```
    Either7: A B C D E F G;
    /// A value of one of eight types, as [`Either`] is one of two.
    ///
    /// ```
    /// type Cell = napi_core::Either8<napi_core::Null, bool, i32, f64, String, Vec<f64>, Vec<String>, std::time::SystemTime>;
    /// ```
    Either8: A B C D E F G H;
}
