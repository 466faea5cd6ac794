//! Handles.

use super::{FromJs, IntoJs, mismatch};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::sys::ArrayElement;
use crate::value::{
    Array, ArrayBuffer, Buffer, DataView, ErrorObject, External, Family, Function, Handle, JsBigInt, JsBoolean, JsDate,
    JsMap, JsNumber, JsRegExp, JsSet, JsString, MAP, Object, REGEXP, SET, SharedArrayBuffer, Symbol, TypedArray, Value,
    ValueType,
};

impl<'s> FromJs<'s> for Value<'s> {
    #[inline(always)]
    fn from_js(_env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(value)
    }
}

/// Handles of one `typeof`; a function is an object too.
macro_rules! checked_by_type {
    ($($handle:ident: $($kind:ident)|+ as $name:literal;)*) => {$(
        impl<'s> FromJs<'s> for $handle<'s> {
            #[inline]
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                match value.type_of(env)? {
                    $(ValueType::$kind)|+ => Ok(Self::from_raw(value.raw())),
                    _ => Err(mismatch(env, $name, value)),
                }
            }
        }
    )*};
}
checked_by_type! {
    Object: Object | Function as "object";
    JsString: String as "string";
    JsNumber: Number as "number";
    JsBigInt: BigInt as "bigint";
    JsBoolean: Boolean as "boolean";
    Symbol: Symbol as "symbol";
}

impl<'s> FromJs<'s> for Array<'s> {
    #[inline]
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        if env.host()?.is_array(value.raw())? {
            Ok(Self::from_raw(value.raw()))
        } else {
            Err(mismatch(env, "array", value))
        }
    }
}

impl<'s> FromJs<'s> for ErrorObject<'s> {
    #[inline]
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        if env.host()?.is_error(value.raw())? {
            Ok(Self::from_raw(value.raw()))
        } else {
            Err(mismatch(env, "Error", value))
        }
    }
}

impl<'s> FromJs<'s> for JsDate<'s> {
    #[inline]
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        if env.host()?.is_date(value.raw())? {
            Ok(Self::from_raw(value.raw()))
        } else {
            Err(mismatch(env, "Date", value))
        }
    }
}

/// Handles of a class of the language.
macro_rules! checked_by_class {
    ($($handle:ident: $class:ident;)*) => {$(
        impl<'s> FromJs<'s> for $handle<'s> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                if $class.has(env, value)? { Ok(Self::of(value)) } else { Err(mismatch(env, $class.name(), value)) }
            }
        }
    )*};
}
checked_by_class! {
    JsMap: MAP;
    JsSet: SET;
    JsRegExp: REGEXP;
}

impl<'s, A: Family, R: Family> FromJs<'s> for Function<'s, A, R> {
    #[inline]
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        match value.type_of(env)? {
            ValueType::Function => Ok(Self::of(value)),
            _ => Err(mismatch(env, "function", value)),
        }
    }
}

impl<'s, T: 'static> FromJs<'s> for External<'s, T> {
    #[inline]
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Self::new(env, value).map_err(|error| no_external(env, value, error))
    }
}

/// `error` is about an external; what else the value may be is asked only now.
#[cold]
#[inline(never)]
fn no_external(env: &Env<'_>, value: Value<'_>, error: Error) -> Error {
    match value.type_of(env) {
        Ok(ValueType::External) => error,
        Ok(_) => mismatch(env, "external", value),
        Err(error) => error,
    }
}

macro_rules! into_themselves {
    ($([$($generics:tt)*] $handle:ty;)*) => {$(
        impl<'x: 's, 's, $($generics)*> IntoJs<'s> for $handle {
            #[inline(always)]
            fn into_js(self, _env: &Env<'s>) -> Result<Value<'s>> {
                Ok(self.value())
            }
        }
    )*};
}
into_themselves! {
    [] Value<'x>;
    [] Object<'x>;
    [] Array<'x>;
    [] ErrorObject<'x>;
    [] ArrayBuffer<'x>;
    [T: ArrayElement] TypedArray<'x, T>;
    [] Buffer<'x>;
    [] DataView<'x>;
    [] SharedArrayBuffer<'x>;
    [] JsDate<'x>;
    [] JsMap<'x>;
    [] JsRegExp<'x>;
    [] JsSet<'x>;
    [] JsString<'x>;
    [] JsNumber<'x>;
    [] JsBigInt<'x>;
    [] JsBoolean<'x>;
    [] Symbol<'x>;
    [A: Family, R: Family] Function<'x, A, R>;
    [T: 'static] External<'x, T>;
}
