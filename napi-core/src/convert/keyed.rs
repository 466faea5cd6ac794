//! Keyed collections: Map and Set.

use core::hash::{BuildHasher, Hash};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::sequences::new_array;
use super::{FromJs, IntoJs, mismatch};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::value::{Class, MAP, SET, Value, fill_map, fill_set, read_map, read_set};

/// The entries of a JavaScript Map, in its order if `M` keeps one.
///
/// `M` is `HashMap<K, V>`, `BTreeMap<K, V>`, or `Vec<(K, V)>` for the order of the Map; without `Map` around it, a map with
/// text keys is an object. Subclasses of Map convert, what is only like one does not. Keys that are different in JavaScript
/// may be equal in Rust, as texts with lone surrogates are: the last one counts.
///
/// ```
/// use std::collections::HashMap;
/// use napi_core::prelude::*;
///
/// /// Seen as `invert(new Map([[1, 'one']]))`.
/// #[export]
/// fn invert(names: Map<HashMap<u32, String>>) -> Map<HashMap<String, u32>> {
///     Map(names.0.into_iter().map(|(number, name)| (name, number)).collect())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map<M>(pub M);

/// Where in the collection a conversion has failed: in the array of its keys or values.
fn within(column: &'static str) -> impl Fn(Error) -> Error {
    move |error| error.at(column)
}

const KEYS: &str = ".keys()";
const VALUES: &str = ".values()";

fn check(env: &Env<'_>, class: Class, value: Value<'_>) -> Result<()> {
    if class.has(env, value)? { Ok(()) } else { Err(mismatch(env, class.name(), value)) }
}

/// The entries, in the order of the Map.
pub(super) fn entries<'s, K: FromJs<'s>, V: FromJs<'s>>(
    env: &Env<'s>,
    value: Value<'s>,
) -> Result<impl ExactSizeIterator<Item = (K, V)>> {
    check(env, MAP, value)?;
    let (keys, values) = read_map(env, value)?;
    let keys = K::elements_from_js(env, keys).map_err(within(KEYS))?;
    let values = V::elements_from_js(env, values).map_err(within(VALUES))?;
    Ok(keys.into_iter().zip(values))
}

/// A Map of the entries, in their order.
pub(super) fn new_map<'s, K: IntoJs<'s>, V: IntoJs<'s>>(
    env: &Env<'s>,
    entries: impl Iterator<Item = (K, V)>,
) -> Result<Value<'s>> {
    let (keys, values): (Vec<K>, Vec<V>) = entries.unzip();
    let keys = new_array(env, keys.into_iter()).map_err(within(KEYS))?;
    let values = new_array(env, values.into_iter()).map_err(within(VALUES))?;
    let map = env.map()?.into();
    fill_map(env, map, keys, values)?;
    Ok(map)
}

macro_rules! maps {
    ($($map:ident<K, V $(, $seed:ident)?> where K: $($bound:ident)|+;)*) => {$(
        impl<'s, K: FromJs<'s> $(+ $bound)+, V: FromJs<'s> $(, $seed: BuildHasher + Default)?> FromJs<'s>
            for Map<$map<K, V $(, $seed)?>>
        {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                Ok(Self(entries(env, value)?.collect()))
            }
        }

        impl<'s, K: IntoJs<'s>, V: IntoJs<'s> $(, $seed)?> IntoJs<'s> for Map<$map<K, V $(, $seed)?>> {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                new_map(env, self.0.into_iter())
            }
        }
    )*};
}
maps! {
    HashMap<K, V, S> where K: Eq | Hash;
    BTreeMap<K, V> where K: Ord;
}

impl<'s, K: FromJs<'s>, V: FromJs<'s>> FromJs<'s> for Map<Vec<(K, V)>> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(Self(entries(env, value)?.collect()))
    }
}

impl<'s, K: IntoJs<'s>, V: IntoJs<'s>> IntoJs<'s> for Map<Vec<(K, V)>> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_map(env, self.0.into_iter())
    }
}

/// The values, in the order of the Set.
pub(super) fn values<'s, T: FromJs<'s>>(env: &Env<'s>, value: Value<'s>) -> Result<Vec<T>> {
    check(env, SET, value)?;
    T::elements_from_js(env, read_set(env, value)?).map_err(within(VALUES))
}

/// A Set of the values, in their order.
pub(super) fn new_set<'s, T: IntoJs<'s>>(env: &Env<'s>, values: impl ExactSizeIterator<Item = T>) -> Result<Value<'s>> {
    let values = new_array(env, values).map_err(within(VALUES))?;
    let set = env.set()?.into();
    fill_set(env, set, values)?;
    Ok(set)
}

macro_rules! sets {
    ($($set:ident<T $(, $seed:ident)?> where T: $($bound:ident)|+;)*) => {$(
        /// From a Set.
        impl<'s, T: FromJs<'s> $(+ $bound)+ $(, $seed: BuildHasher + Default)?> FromJs<'s> for $set<T $(, $seed)?> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                Ok(values(env, value)?.into_iter().collect())
            }
        }

        /// Becomes a Set.
        impl<'s, T: IntoJs<'s> $(, $seed)?> IntoJs<'s> for $set<T $(, $seed)?> {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                new_set(env, self.into_iter())
            }
        }
    )*};
}
sets! {
    HashSet<T, S> where T: Eq | Hash;
    BTreeSet<T> where T: Ord;
}
