//! Maps with text keys: objects.

use core::ffi::CStr;
use core::hash::BuildHasher;
use std::collections::{BTreeMap, HashMap};

use super::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::sys::{Descriptor, PropertyKind};
use crate::value::{BATCH, JsString, Object, Value};

/// The object's own enumerable properties with text keys.
pub(crate) fn entries<'s, T: FromJs<'s>>(
    env: &Env<'s>,
    value: Value<'s>,
) -> Result<impl Iterator<Item = Result<(String, T)>>> {
    rest(env, value.to(env)?, &[])
}

/// Those whose names are not known.
pub(super) fn rest<'s, T: FromJs<'s>>(
    env: &Env<'s>,
    object: Object<'s>,
    known: &[&CStr],
) -> Result<impl Iterator<Item = Result<(String, T)>>> {
    let keys = object.key_array(env)?;
    Ok((0..keys.len(env)?).filter_map(move |index| entry(env, object, known, keys.get(env, index)).transpose()))
}

fn entry<'s, T: FromJs<'s>>(
    env: &Env<'s>,
    object: Object<'s>,
    known: &[&CStr],
    key: Result<JsString<'s>>,
) -> Result<Option<(String, T)>> {
    // Read by the key as it is: its text may have lost half of a surrogate pair.
    let key = key?;
    let text = key.to_string(env)?;
    if known.iter().any(|name| name.to_bytes() == text.as_bytes()) {
        return Ok(None);
    }
    match object.get(env, key) {
        Ok(value) => Ok(Some((text, value))),
        Err(error) => Err(error.at_key(&text)),
    }
}

pub(super) fn new_object<'s, T: IntoJs<'s>>(
    env: &Env<'s>,
    entries: impl Iterator<Item = (String, T)>,
) -> Result<Value<'s>> {
    let object = env.object()?;
    // Defined: an assignment may end in a setter of a prototype, or be refused because of one.
    let mut properties = Vec::with_capacity(entries.size_hint().0.min(BATCH as usize));
    for (key, value) in entries {
        let value = value.into_js(env).map_err(|error| error.at_key(&key))?;
        properties.push(Descriptor::new(env.host()?.string(&key)?, PropertyKind::Assigned(value.raw())));
        if properties.len() == BATCH as usize {
            env.enter()?.define(object.raw(), &properties)?;
            properties.clear();
        }
    }
    if !properties.is_empty() {
        env.enter()?.define(object.raw(), &properties)?;
    }
    Ok(object.into())
}

impl<'s, T: FromJs<'s>, S: BuildHasher + Default> FromJs<'s> for HashMap<String, T, S> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        entries(env, value)?.collect()
    }

    fn from_rest(env: &Env<'s>, object: Object<'s>, known: &[&CStr]) -> Result<Self> {
        rest(env, object, known)?.collect()
    }
}

impl<'s, T: FromJs<'s>> FromJs<'s> for BTreeMap<String, T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        entries(env, value)?.collect()
    }

    fn from_rest(env: &Env<'s>, object: Object<'s>, known: &[&CStr]) -> Result<Self> {
        rest(env, object, known)?.collect()
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
