//! Types of serde.

mod deserialize;
mod error;
mod keys;
mod serialize;

use serde::Serialize;
use serde::de::DeserializeOwned;

use self::deserialize::JsDeserializer;
use self::error::SerdeError;
use self::serialize::JsSerializer;
use super::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::value::{Family, Value};

/// A value of any type that serde knows: `T` converts by its `Serialize` and its `Deserialize`. (Feature `serde`)
///
/// | serde | JavaScript |
/// |---|---|
/// | booleans, strings, characters | as those of Rust |
/// | numbers | number, strictly: an `i32` from 3.7 is a `RangeError`. Integers of 64 bits and more may come as a bigint |
/// | `None` | undefined; null comes as it too |
/// | unit | null; undefined comes as it too |
/// | sequences, tuples | array |
/// | structs, maps | object: its own enumerable properties with text keys; those that are undefined are not there. An object whose data lies in none is an error: a Date, Map, Set, RegExp, Error, Promise, buffer, typed array or DataView |
/// | bytes | `Uint8Array`, copied |
/// | enums | as serde's attributes say; without any a string, or an object with the variant as its only property |
///
/// Objects and arrays lie up to 128 deep inside of each other; a cycle is an error, too. Errors name the place.
///
/// Its type in declaration files is that of `T`, where `T` has [`TypeOf`](trait@crate::TypeOf); else it is written:
///
/// ```
/// use napi_core::prelude::*;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// #[serde(rename_all = "camelCase")]
/// struct Settings {
///     max_depth: u32,
///     #[serde(default)]
///     verbose: bool,
/// }
///
/// #[export(ts_return = "Required<Settings>")]
/// fn deepen(#[ts = "{ maxDepth: number, verbose?: boolean }"] settings: Serde<Settings>) -> Serde<Settings> {
///     let Serde(settings) = settings;
///     Serde(Settings { max_depth: settings.max_depth + 1, ..settings })
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Serde<T>(pub T);

impl<'s, T: DeserializeOwned> FromJs<'s> for Serde<T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let read = T::deserialize(JsDeserializer::new(env, value)).map_err(SerdeError::into_error)?;
        // `T` may have done without a part whose getter threw.
        if env.host()?.is_exception_pending()? {
            return Err(Error::pending());
        }
        Ok(Self(read))
    }
    super::batched!();
}

impl<'s, T: Serialize> IntoJs<'s> for Serde<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.0.serialize(JsSerializer::new(env)).map_err(SerdeError::into_error)
    }
    super::batched_into!();
}

impl<T: 'static> Family for Serde<T> {
    type Of<'x> = Self;
}
