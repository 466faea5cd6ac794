//! From Rust values to JavaScript and back: one family of types per file.

mod alternatives;
mod arguments;
mod bigints;
mod binary;
mod binary_handles;
#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
mod dates;
mod either;
mod encodings;
mod errors;
mod flattened;
mod half_floats;
mod handles;
#[cfg(feature = "indexmap")]
mod indexmap;
#[cfg(feature = "jiff")]
mod jiff;
mod keyed;
mod maps;
mod misfit;
mod nesting;
mod number_arrays;
mod numbers;
mod optional;
mod paths;
mod pointers;
mod regexp;
mod results;
mod rows;
mod sequences;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "serde_json")]
mod serde_json;
mod structs;
mod text;
#[cfg(feature = "time")]
mod time;
mod tuples;
mod variants;

pub use alternatives::Alternatives;
pub use arguments::{FromArgs, IntoArgs};
pub use bigints::{BigInt, BigInteger, BigWords};
pub use binary::Binary;
pub use either::{Either, Either3, Either4, Either5, Either6, Either7, Either8};
pub use encodings::{Latin1String, Utf16String};
pub use flattened::{NamesOf, NoNames, PropertyNames};
pub use keyed::Map;
pub(crate) use maps::entries;
pub(crate) use misfit::{argument_number, expect, mismatch, no_new_number, number, out_of_range, wrong_type};
pub(crate) use nesting::Levels;
pub use nesting::Nested;
pub use optional::Optional;
pub use regexp::RegExp;
pub use rows::{ColumnIn, ColumnOut, NoColumn, RowReader, RowWriter};
pub use sequences::{read_batched, write_batched};
#[cfg(feature = "serde")]
pub use serde::Serde;
pub use structs::{
    Fields, FromFields, IntoFields, NewObject, from_object, from_rest, into_object, read_objects, write_objects,
};
pub use variants::{FromVariants, Tagged, Untagged, read_number, read_variant};

use core::ffi::CStr;

use crate::env::{Column, Env};
use crate::error::{Error, Result};
use crate::value::{Array, Object, Value};

/// Conversion of a JavaScript value to a Rust value, or to a handle of a particular kind.
///
/// Conversions are strict: a string is no number, 3.7 is no `i32`, and nothing is cut off or wrapped around unless the type
/// says so (`Wrapping<u32>`).
///
/// | JavaScript | Rust |
/// |---|---|
/// | boolean | `bool` |
/// | number | `i8` to `i128`, `u8` to `u128`, `isize`, `usize` (64 bits and more up to ±(2^53 - 1)), [`F16`](crate::F16), `f32`, `f64`, `Wrapping` of `i8` to `u32` |
/// | bigint | [`BigInt`] of `i64`, `u64`, `i128`, `u128`, and of [`BigWords`] for any size |
/// | string | `String`, `char`, `Box<str>`, `Rc<str>`, `Arc<str>`, `Cow<str>`; `&str` as an argument; [`Utf16String`], [`Latin1String`]; `OsString`, `PathBuf`, `Box<Path>`; `&OsStr`, `&Path` as an argument |
/// | Date | `SystemTime`, rounded down to the millisecond; with features `DateTime` and, in UTC, `NaiveDateTime` of chrono, `OffsetDateTime` and `UtcDateTime` of time, `Timestamp` of jiff |
/// | RegExp | [`RegExp`] |
/// | Error | [`Error`], which keeps the object |
/// | undefined or null | `None` of `Option<T>`; `()`, [`Undefined`](crate::Undefined), [`Null`](crate::Null) are exact |
/// | array | `Vec<T>`, `[T; N]`, `Box<[T]>`, tuples up to 8 |
/// | object | `HashMap<String, T>`, `BTreeMap<String, T>`; with its feature `IndexMap<String, T>` |
/// | Map | [`Map`] of `HashMap<K, V>`, `BTreeMap<K, V>`, `Vec<(K, V)>` |
/// | Set | `HashSet<T>`, `BTreeSet<T>`; with its feature `IndexSet<T>` |
/// | object, string and so on | a struct or an enum with [`#[derive(FromJs)]`](macro@crate::FromJs) |
/// | what JSON has | with its feature `serde_json::Value` |
/// | what serde makes of it | with its feature `Serde<T>` |
/// | `Uint8Array` | with its feature `Bytes` and `BytesMut` |
/// | one of several | [`Either`] of two types, and its kin of up to eight |
/// | typed array | [`Binary`] of `Vec<T>`, `Box<[T]>`, `Arc<[T]>`, as a copy; `&[T]`, `&mut [T]` as an argument of a function without `Env`; [`TypedArray`](crate::TypedArray), [`Buffer`](crate::Buffer) |
/// | other memory | [`ArrayBuffer`](crate::ArrayBuffer), [`DataView`](crate::DataView), [`SharedArrayBuffer`](crate::SharedArrayBuffer) |
/// | an object, a function, an external or a symbol that is kept | [`Ref`](crate::Ref) of its family, such as `Ref<js::Object>` |
/// | an instance of a class | [`Instance`](crate::Instance); as arguments `&T`, `&mut T` and `T` too |
/// | anything | [`Value`], [`Object`](crate::Object), [`Array`], [`Function`](crate::Function), [`JsString`](crate::JsString) and so on; `Box`, `Rc`, `Arc` of what converts |
///
/// ```
/// use napi_core::prelude::*;
///
/// #[derive(TypeOf)]
/// struct Port(u16);
///
/// impl<'s> FromJs<'s> for Port {
///     fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
///         match value.to::<u16>(env)? {
///             0 => Err(Error::range_error("port 0 is reserved")),
///             port => Ok(Self(port)),
///         }
///     }
/// }
///
/// #[export]
/// fn listen(port: Port) -> u16 {
///     port.0
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made from a JavaScript value",
    label = "write `#[derive(Js)]` on it if the type is your own, or take one that converts",
    note = "numbers, `bool`, `String`, `Option<T>`, `Vec<T>`, maps, tuples and handles such as `Object<'_>` convert"
)]
pub trait FromJs<'s>: Sized {
    /// Converts `value`.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>, value: Value<'s>) -> Result<f64> {
    /// f64::from_js(env, value)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` for a value of another type, `ERR_OUT_OF_RANGE` for one that does not fit, and what JavaScript
    /// throws where the conversion runs it.
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self>;

    /// Converts an argument with the token that was made for it, which nobody has seen: a type whose conversion neither makes
    /// a handle nor runs JavaScript has nothing to check. The value lies where the host has put it, so that it need not be
    /// kept elsewhere for an error.
    #[doc(hidden)]
    #[inline(always)]
    fn from_argument(env: &Env<'s>, value: &Value<'s>) -> Result<Self> {
        Self::from_js(env, *value)
    }

    /// Converts the result of a function; whoever asks for nothing takes whatever it returns, as `() => void` does in TypeScript.
    #[doc(hidden)]
    #[inline(always)]
    fn from_result(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Self::from_js(env, value)
    }

    /// Converts what is flattened into a struct: by default it finds its properties among the others.
    #[doc(hidden)]
    fn from_rest(env: &Env<'s>, object: Object<'s>, _known: &[&CStr]) -> Result<Self> {
        Self::from_js(env, object.into())
    }

    /// Adds the names of the properties that a flattened value takes; a map, which takes all others, has none.
    #[doc(hidden)]
    fn add_names(_: &mut PropertyNames) {}

    /// What a field of this type is in a row of numbers; nothing for most types.
    #[doc(hidden)]
    const COLUMN: Option<Column> = None;

    /// Reads the field of a row, for a type that has a [`COLUMN`](Self::COLUMN).
    #[doc(hidden)]
    fn from_column(_: &RowReader<'_, 's>) -> Result<Self> {
        Err(no_column())
    }

    /// Converts all elements of an array. Owned types release their handles as they go.
    #[doc(hidden)]
    fn elements_from_js(env: &Env<'s>, array: Array<'s>) -> Result<Vec<Self>> {
        (0..array.len(env)?).map(|index| array.get(env, index)).collect()
    }
}

/// Conversion of a Rust value, or a handle, to a JavaScript value: the reverse of [`FromJs`], with the same table.
///
/// `Result<T, E>` converts too: its error is thrown. `Option::None` becomes `undefined`; `()` too.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[derive(TypeOf)]
/// struct Celsius(f64);
///
/// impl<'s> IntoJs<'s> for Celsius {
///     fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
///         env.value(self.0)
///     }
/// }
///
/// #[export]
/// fn freezing() -> Celsius {
///     Celsius(0.0)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made into a JavaScript value",
    label = "write `#[derive(Js)]` on it if the type is your own, or return one that converts",
    note = "numbers, `bool`, `String`, `Option<T>`, `Vec<T>`, maps, tuples, handles such as `Object<'_>`, and `Result` of these convert"
)]
pub trait IntoJs<'s>: Sized {
    /// Converts the value.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Value<'s>> {
    /// "text".into_js(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_OUT_OF_RANGE` for a number that JavaScript cannot hold exactly, and as every method of [`Env`].
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>>;

    /// Converts the result of a function; nothing stands for `undefined`, which costs no call.
    #[doc(hidden)]
    #[inline(always)]
    fn into_return(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        self.into_js(env).map(Some)
    }

    /// Converts the value of a field; nothing leaves the property out.
    #[doc(hidden)]
    #[inline(always)]
    fn into_field(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        self.into_js(env).map(Some)
    }

    /// Whether [`into_return`](Self::into_return) looks at the environment: what decides on speed, never on soundness.
    #[doc(hidden)]
    const RETURNS_NOTHING: bool = false;

    /// The result, for a type that [returns nothing](Self::RETURNS_NOTHING).
    #[doc(hidden)]
    fn nothing(self) -> Result<()> {
        Ok(())
    }

    /// What a field of this type is in a row of numbers; nothing for most types.
    #[doc(hidden)]
    const COLUMN: Option<Column> = None;

    /// Writes the field of a row, for a type that has a [`COLUMN`](Self::COLUMN).
    #[doc(hidden)]
    fn into_column(self, _: &RowWriter<'_, 's>) -> Result<()> {
        Err(no_column())
    }

    /// Writes all values into an array. Owned types release their handles as they go.
    #[doc(hidden)]
    fn elements_into_js(values: impl ExactSizeIterator<Item = Self>, env: &Env<'s>, array: Array<'s>) -> Result<()> {
        values.enumerate().try_for_each(|(index, value)| array.set(env, sequences::index(index)?, value))
    }
}

/// Nobody asks a type for what it does not have.
#[cold]
fn no_column() -> Error {
    Error::new("a type that is no column of rows was asked for one")
}

/// Lets an owned type convert whole arrays: in batches of handles, or by the function that is named.
macro_rules! batched {
    () => {
        $crate::convert::batched!($crate::convert::sequences::read_batched);
    };
    ($read:path) => {
        fn elements_from_js(env: &Env<'s>, array: $crate::value::Array<'s>) -> Result<Vec<Self>> {
            $read(env, array)
        }
    };
}
use batched;

/// Lets an owned type write whole arrays, likewise.
macro_rules! batched_into {
    () => {
        $crate::convert::batched_into!($crate::convert::sequences::write_batched);
    };
    ($write:path) => {
        fn elements_into_js(
            values: impl ExactSizeIterator<Item = Self>,
            env: &Env<'s>,
            array: $crate::value::Array<'s>,
        ) -> Result<()> {
            $write(values, env, array)
        }
    };
}
use batched_into;
