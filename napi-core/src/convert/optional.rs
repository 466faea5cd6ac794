//! Values that may be absent.

use super::{FromJs, IntoJs, mismatch};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Null, Undefined, Value, ValueType};

/// An `Option`, by whatever name.
#[diagnostic::on_unimplemented(
    message = "`nullable` is for an `Option`, and `{Self}` is none",
    label = "write `Option<{Self}>`, or remove `nullable`"
)]
pub trait Optional: Sized {
    /// What may be there.
    type Some;

    /// As it is.
    fn from_option(option: Option<Self::Some>) -> Self;

    /// As it is.
    fn into_option(self) -> Option<Self::Some>;
}

impl<T> Optional for Option<T> {
    type Some = T;
    #[inline(always)]
    fn from_option(option: Self) -> Self {
        option
    }
    #[inline(always)]
    fn into_option(self) -> Self {
        self
    }
}

/// `undefined` and `null` are `None`.
impl<'s, T: FromJs<'s>> FromJs<'s> for Option<T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        match value.type_of(env)? {
            ValueType::Undefined | ValueType::Null => Ok(None),
            _ => T::from_js(env, value).map(Some),
        }
    }
}

/// `None` becomes `undefined`.
impl<'s, T: IntoJs<'s>> IntoJs<'s> for Option<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        match self {
            Some(value) => value.into_js(env),
            None => env.undefined(),
        }
    }

    fn into_return(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        match self {
            Some(value) => value.into_return(env),
            None => Ok(None),
        }
    }

    fn into_field(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        self.map(|value| value.into_js(env)).transpose()
    }
}

macro_rules! units {
    ($($unit:ty = $value:expr, $kind:ident, $name:literal $({$($more:tt)*})?;)*) => {$(
        impl<'s> FromJs<'s> for $unit {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                match value.type_of(env)? {
                    ValueType::$kind => Ok($value),
                    _ => Err(mismatch(env, $name, value)),
                }
            }
            $($($more)*)?
        }
    )*};
}
units! {
    () = (), Undefined, "undefined" {
        #[inline(always)]
        fn from_result(_env: &Env<'s>, _value: Value<'s>) -> Result<Self> {
            Ok(())
        }
    };
    Undefined = Undefined, Undefined, "undefined";
    Null = Null, Null, "null";
}

impl<'s> IntoJs<'s> for Null {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        env.null()
    }
}

macro_rules! nothing {
    ($($unit:ty),*) => {$(
        impl<'s> IntoJs<'s> for $unit {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                env.undefined()
            }
            #[inline(always)]
            fn into_return(self, _env: &Env<'s>) -> Result<Option<Value<'s>>> {
                Ok(None)
            }
            const RETURNS_NOTHING: bool = true;
        }
    )*};
}
nothing!((), Undefined);
