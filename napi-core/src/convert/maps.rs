//! Maps with text keys: objects.

use core::hash::BuildHasher;
use std::collections::{BTreeMap, HashMap};

use super::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::value::{JsString, Object, Value};

/// The object's own enumerable properties with text keys.
fn entries<'s, T: FromJs<'s>>(env: &Env<'s>, value: Value<'s>) -> Result<impl Iterator<Item = Result<(String, T)>>> {
    let object: Object<'s> = value.to(env)?;
    let keys = object.key_array(env)?;
    Ok((0..keys.len(env)?).map(move |index| {
        // Read by the key as it is: its text may have lost half of a surrogate pair.
        let key: JsString<'s> = keys.get(env, index)?;
        let text = key.to_string(env)?;
        match object.get(env, key) {
            Ok(value) => Ok((text, value)),
            Err(error) => Err(error.at_key(&text)),
        }
    }))
}

fn new_object<'s, T: IntoJs<'s>>(env: &Env<'s>, entries: impl Iterator<Item = (String, T)>) -> Result<Value<'s>> {
    let object = env.object()?;
    for (key, value) in entries {
        // An assignment to this key would set the prototype instead.
        if key == "__proto__" {
            let value = value.into_js(env).map_err(|error| error.at_key(&key))?;
            object.define_own(env, &key, value)?;
        } else {
            object.set(env, &key, value)?;
        }
    }
    Ok(object.into())
}

impl<'s, T: FromJs<'s>, S: BuildHasher + Default> FromJs<'s> for HashMap<String, T, S> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        entries(env, value)?.collect()
    }
}

impl<'s, T: FromJs<'s>> FromJs<'s> for BTreeMap<String, T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        entries(env, value)?.collect()
    }
}

/// In the order of the map, which is none in particular.
impl<'s, T: IntoJs<'s>, S> IntoJs<'s> for HashMap<String, T, S> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_object(env, self.into_iter())
    }
}

/// In the order of the keys.
impl<'s, T: IntoJs<'s>> IntoJs<'s> for BTreeMap<String, T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_object(env, self.into_iter())
    }
}
