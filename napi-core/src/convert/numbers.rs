//! Numbers and booleans.

use core::num::Wrapping;

use super::number_arrays::{Number, number_column, number_column_into, read_numbers, write_numbers};
use super::rows::{RowReader, RowWriter};
use super::{FromJs, IntoJs, argument_number, batched, batched_into, expect, no_new_number, number, out_of_range};
use crate::env::{Column, Env, InstancePtr};
use crate::error::{Error, Result, contained};
use crate::sys::truncate;
use crate::value::Value;

/// The largest integer up to which every integer is a JavaScript number: 2^53 - 1.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

/// Whether the number is an integer to a format that tells those from floats: one that JavaScript holds exactly, and no -0.
#[cfg(any(feature = "serde", feature = "serde_json"))]
pub(super) fn is_integer(number: f64) -> bool {
    number.trunc() == number && number.abs() <= MAX_SAFE && !(number == 0.0 && number.is_sign_negative())
}

impl<'s> FromJs<'s> for bool {
    #[inline]
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        expect(env, value, "boolean", env.host()?.get_boolean(value.raw()))
    }
    batched!();

    const COLUMN: Option<Column> = Some(Column::Boolean);
    fn from_column(row: &RowReader<'_, 's>) -> Result<Self> {
        row.boolean()
    }
}

impl<'s> IntoJs<'s> for bool {
    #[inline]
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.boolean(self)?.into())
    }
    batched_into!();

    const COLUMN: Option<Column> = Some(Column::Boolean);
    fn into_column(self, row: &RowWriter<'_, 's>) -> Result<()> {
        row.boolean(self);
        Ok(())
    }
}

impl<'s> FromJs<'s> for f64 {
    #[inline]
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        number(env, value)
    }
    #[inline]
    fn from_argument(env: &Env<'s>, value: &Value<'s>) -> Result<Self> {
        argument_number(env, value)
    }
    batched!(read_numbers);
    number_column!();
}

impl<'s> IntoJs<'s> for f64 {
    #[inline]
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        match env.host()?.double(self) {
            Ok(raw) => Ok(Value::from_raw(raw)),
            Err(refused) => Err(no_new_number(env.instance(), refused)),
        }
    }
    batched_into!(write_numbers);
    number_column_into!();
}

impl Number for f64 {
    #[inline(always)]
    fn from_number(number: f64) -> Option<Self> {
        Some(number)
    }
    #[inline(always)]
    fn to_number(self) -> Result<f64> {
        Ok(self)
    }
}

/// Rounds to the nearest `f32`; a finite number that none is near is out of range.
impl<'s> FromJs<'s> for f32 {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let number = Self::from_number(f64::from_js(env, value)?);
        number.ok_or_else(|| not_in_range(env, "number in the range of f32", value))
    }
    batched!(read_numbers);
    number_column!();
}

impl Number for f32 {
    fn from_number(wide: f64) -> Option<Self> {
        let narrow = wide as Self;
        (narrow.is_finite() || !wide.is_finite()).then_some(narrow)
    }
    fn to_number(self) -> Result<f64> {
        Ok(self.into())
    }
}

impl<'s> IntoJs<'s> for f32 {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        f64::from(self).into_js(env)
    }
    batched_into!(write_numbers);
    number_column_into!();
}

/// Integers that a number always holds: the conversion to `f64` and back is exact where the value is one of them.
macro_rules! small_integers {
    ($($int:ident via $make:ident($wide:ty)),* $(,)?) => {$(
        impl<'s> FromJs<'s> for $int {
            #[inline]
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                env.host()?;
                Self::from_argument(env, &value)
            }
            #[inline]
            fn from_argument(env: &Env<'s>, value: &Value<'s>) -> Result<Self> {
                let integer = Self::from_number(argument_number(env, value)?);
                integer.ok_or_else(|| not_an_integer(env.instance(), stringify!($int), value))
            }
            batched!(read_numbers);
    number_column!();
        }

        impl Number for $int {
            const IS_I32: bool = $int::MAX as i64 <= i32::MAX as i64;
            #[inline(always)]
            fn from_number(number: f64) -> Option<Self> {
                // What does not come back the same was no such integer.
                let integer = truncate(number) as $int;
                (f64::from(integer) == number).then_some(integer)
            }
            #[inline(always)]
            fn to_number(self) -> Result<f64> {
                Ok(self.into())
            }
        }

        impl<'s> IntoJs<'s> for $int {
            #[inline]
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                match env.host()?.$make(<$wide>::from(self)) {
                    Ok(raw) => Ok(Value::from_raw(raw)),
                    Err(refused) => Err(no_new_number(env.instance(), refused)),
                }
            }
            batched_into!(write_numbers);
    number_column_into!();
        }
    )*};
}

small_integers!(i8 via int32(i32), i16 via int32(i32), i32 via int32(i32), u8 via uint32(u32), u16 via uint32(u32), u32 via uint32(u32));

/// Integers of which a number holds only those up to 2^53 - 1: beyond, JavaScript itself cannot tell neighbours apart.
macro_rules! large_integers {
    ($($int:ident),* $(,)?) => {$(
        impl<'s> FromJs<'s> for $int {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                let integer = Self::from_number(f64::from_js(env, value)?);
                integer.ok_or_else(|| not_an_integer(env.instance(), stringify!($int), &value))
            }
            batched!(read_numbers);
    number_column!();
        }

        impl Number for $int {
            fn from_number(number: f64) -> Option<Self> {
                let integer = number as $int;
                (number.abs() <= MAX_SAFE && integer as f64 == number).then_some(integer)
            }
            fn to_number(self) -> Result<f64> {
                let number = self as f64;
                if number.abs() > MAX_SAFE {
                    return Err(out_of_range("an integer up to 2^53 - 1, which a JavaScript number holds exactly", self));
                }
                Ok(number)
            }
        }

        impl<'s> IntoJs<'s> for $int {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                self.to_number()?.into_js(env)
            }
            batched_into!(write_numbers);
    number_column_into!();
        }
    )*};
}

large_integers!(i64, i128, isize, u64, u128, usize);

/// A number that `ty` does not hold.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
extern "C" fn not_an_integer(instance: InstancePtr, ty: &str, number: &Value<'_>) -> Error {
    let limit = match ty {
        "i64" | "i128" | "isize" | "u64" | "u128" | "usize" => " up to 2^53 - 1",
        _ => "",
    };
    contained(|| not_in_range(&Env::mint(instance), &format!("integer in the range of {ty}{limit}"), *number))
}

/// JavaScript writes the number down: it runs no code of a user's for that, and formatting floats here is 15 kB of code.
#[cold]
fn not_in_range(env: &Env<'_>, expected: &str, number: Value<'_>) -> Error {
    match number.coerce_to_string(env).and_then(|text| text.to_string(env)) {
        Ok(text) => out_of_range(expected, text),
        Err(error) => error,
    }
}

/// Integers modulo 2^n, as `ToInt32` and its kin of JavaScript make them; NaN and infinities become 0.
macro_rules! wrapping_integers {
    ($($int:ident),* $(,)?) => {$(
        impl<'s> FromJs<'s> for Wrapping<$int> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                Ok(Self(modulo(f64::from_js(env, value)?) as $int))
            }
            batched!(read_numbers);
    number_column!();
        }

        impl Number for Wrapping<$int> {
            const IS_I32: bool = $int::IS_I32;
            fn from_number(number: f64) -> Option<Self> {
                Some(Self(modulo(number) as $int))
            }
            fn to_number(self) -> Result<f64> {
                self.0.to_number()
            }
        }

        impl<'s> IntoJs<'s> for Wrapping<$int> {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                self.0.into_js(env)
            }
            batched_into!(write_numbers);
    number_column_into!();
        }
    )*};
}

wrapping_integers!(i8, i16, i32, u8, u16, u32);

/// The integer part modulo 2^32.
fn modulo(number: f64) -> u32 {
    // Infinite or NaN: the remainder is NaN, which casts to 0.
    number.trunc().rem_euclid(4_294_967_296.0) as u32
}
