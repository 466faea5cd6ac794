//! Maps and sets that keep their order.

use core::ffi::CStr;
use core::hash::{BuildHasher, Hash};

use indexmap::{IndexMap, IndexSet};

use super::keyed::{new_set, values};
use super::maps::{entries, new_object, rest};
use super::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Object, Value};

/// The object's own enumerable properties with text keys, in its order: keys that are array indices come first. (Feature `indexmap`)
impl<'s, T: FromJs<'s>, S: BuildHasher + Default> FromJs<'s> for IndexMap<String, T, S> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        entries(env, value)?.collect()
    }

    fn from_rest(env: &Env<'s>, object: Object<'s>, known: &[&CStr]) -> Result<Self> {
        rest(env, object, known)?.collect()
    }
}

/// In the order of the map, but for keys that are array indices, which come first. (Feature `indexmap`)
impl<'s, T: IntoJs<'s>, S> IntoJs<'s> for IndexMap<String, T, S> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_object(env, self.into_iter())
    }
}

/// From a Set, in its order. (Feature `indexmap`)
impl<'s, T: FromJs<'s> + Eq + Hash, S: BuildHasher + Default> FromJs<'s> for IndexSet<T, S> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(values(env, value)?.into_iter().collect())
    }
}

/// Becomes a Set, in the same order. (Feature `indexmap`)
impl<'s, T: IntoJs<'s>, S> IntoJs<'s> for IndexSet<T, S> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_set(env, self.into_iter())
    }
}

impl<T: Family> Family for IndexMap<String, T> {
    type Of<'x> = IndexMap<String, T::Of<'x>>;
}

impl<T: Family> Family for IndexSet<T> {
    type Of<'x> = IndexSet<T::Of<'x>>;
}
