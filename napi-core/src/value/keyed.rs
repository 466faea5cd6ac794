//! Keyed collections: Map and Set.

use super::intrinsics::{MAP, SET};
use super::{Object, Value, handle};
use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;

handle! {
    /// A handle to a Map, which is an object.
    ///
    /// [`Map`](crate::Map) is the entries themselves. What is a Map is told by the language, not by a prototype, and
    /// subclasses of it are too.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn count<'s>(env: &Env<'s>, map: JsMap<'s>, word: &str) -> Result<JsMap<'s>> {
    ///     let before: Option<u32> = map.get(env, word)?;
    ///     map.set(env, word, before.unwrap_or(0) + 1)?;
    ///     Ok(map)
    /// }
    /// ```
    JsMap
}

handle! {
    /// A handle to a Set, which is an object.
    ///
    /// `HashSet` and `BTreeSet` are the values themselves. What is a Set is told by the language, not by a prototype, and
    /// subclasses of it are too.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn remember<'s>(env: &Env<'_>, seen: JsSet<'s>, word: &str) -> Result<bool> {
    ///     let is_new = !seen.has(env, word)?;
    ///     seen.add(env, word)?;
    ///     Ok(is_new)
    /// }
    /// ```
    JsSet
}

/// What a Map and a Set have in common.
macro_rules! keyed {
    ($handle:ident of $class:ident, $a:literal) => {
        impl<'s> $handle<'s> {
            /// The object, for its other methods.
            ///
            /// ```
            /// # use napi_core::prelude::*;
            #[doc = concat!("# fn example(env: &Env<'_>, keyed: ", stringify!($handle), "<'_>) -> Result<()> {")]
            /// keyed.as_object().call_method(env, "clear", ())
            /// # }
            /// ```
            pub fn as_object(self) -> Object<'s> {
                Object::from_raw(self.raw())
            }

            #[doc = concat!("How many values are in ", $a, ", as the getter `size` of the class says.")]
            ///
            /// ```
            /// # use napi_core::prelude::*;
            #[doc = concat!("# fn example(env: &Env<'_>, keyed: ", stringify!($handle), "<'_>) -> Result<u32> {")]
            /// keyed.len(env)
            /// # }
            /// ```
            ///
            /// # Errors
            /// As every method of [`Env`].
            pub fn len(self, env: &Env<'_>) -> Result<u32> {
                $class.ask(env, "size", self.0)
            }

            #[doc = concat!("Whether nothing is in ", $a, ".")]
            ///
            /// ```
            /// # use napi_core::prelude::*;
            #[doc = concat!("# fn example(env: &Env<'_>, keyed: ", stringify!($handle), "<'_>) -> Result<bool> {")]
            /// keyed.is_empty(env)
            /// # }
            /// ```
            ///
            /// # Errors
            /// As [`len`](Self::len).
            pub fn is_empty(self, env: &Env<'_>) -> Result<bool> {
                Ok(self.len(env)? == 0)
            }

            #[doc = concat!("Whether ", $a, " has this key, by its method `has`.")]
            ///
            /// ```
            /// # use napi_core::prelude::*;
            #[doc = concat!("# fn example(env: &Env<'_>, keyed: ", stringify!($handle), "<'_>) -> Result<bool> {")]
            /// keyed.has(env, "key")
            /// # }
            /// ```
            ///
            /// # Errors
            /// As [`Object::call_method`].
            pub fn has<'e>(self, env: &Env<'e>, key: impl IntoJs<'e>) -> Result<bool> {
                self.as_object().call_method(env, "has", (key,))
            }

            #[doc = concat!("Takes a key out of ", $a, ", by its method `delete`; whether it was there.")]
            ///
            /// ```
            /// # use napi_core::prelude::*;
            #[doc = concat!("# fn example(env: &Env<'_>, keyed: ", stringify!($handle), "<'_>) -> Result<bool> {")]
            /// keyed.delete(env, "key")
            /// # }
            /// ```
            ///
            /// # Errors
            /// As [`Object::call_method`].
            pub fn delete<'e>(self, env: &Env<'e>, key: impl IntoJs<'e>) -> Result<bool> {
                self.as_object().call_method(env, "delete", (key,))
            }
        }
    };
}
keyed!(JsMap of MAP, "the Map");
keyed!(JsSet of SET, "the Set");

impl JsMap<'_> {
    /// The value under a key, by the Map's method `get`, and converted; `undefined` if there is none.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, map: JsMap<'_>) -> Result<Option<String>> {
    /// map.get(env, 7)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Object::call_method`].
    pub fn get<'e, T: FromJs<'e>>(self, env: &Env<'e>, key: impl IntoJs<'e>) -> Result<T> {
        self.as_object().call_method(env, "get", (key,))
    }

    /// Puts a value under a key, by the Map's method `set`.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, map: JsMap<'_>) -> Result<()> {
    /// map.set(env, 7, "seven")
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Object::call_method`].
    pub fn set<'e>(self, env: &Env<'e>, key: impl IntoJs<'e>, value: impl IntoJs<'e>) -> Result<()> {
        self.as_object().call_method::<Value<'e>>(env, "set", (key, value)).map(drop)
    }
}

impl JsSet<'_> {
    /// Puts a value into the Set, by its method `add`.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, set: JsSet<'_>) -> Result<()> {
    /// set.add(env, "value")
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Object::call_method`].
    pub fn add<'e>(self, env: &Env<'e>, value: impl IntoJs<'e>) -> Result<()> {
        self.as_object().call_method::<Value<'e>>(env, "add", (value,)).map(drop)
    }
}

impl<'s> Env<'s> {
    /// Makes an empty Map, by the global constructor.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsMap<'s>> {
    /// env.map()
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws where a program has put something else there, and as every method of [`Env`].
    pub fn map(&self) -> Result<JsMap<'s>> {
        Ok(JsMap::from_raw(MAP.constructor(self)?.construct(self, Vec::new())?.raw()))
    }

    /// Makes an empty Set, by the global constructor.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsSet<'s>> {
    /// env.set()
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws where a program has put something else there, and as every method of [`Env`].
    pub fn set(&self) -> Result<JsSet<'s>> {
        Ok(JsSet::from_raw(SET.constructor(self)?.construct(self, Vec::new())?.raw()))
    }
}
