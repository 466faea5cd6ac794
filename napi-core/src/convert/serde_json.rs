//! JSON values of serde_json.

use core::ffi::CStr;

use serde_json::{Map, Number, Value as Json};

use super::nesting::Depth;
use super::numbers::is_integer;
use super::{FromJs, IntoJs, batched, batched_into, mismatch, out_of_range, wrong_type};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Array, BATCH, Family, JsString, Object, Value, ValueType, opaque_class};

/// From what JSON has: null, booleans, finite numbers, strings, arrays, and objects by their own enumerable properties with text
/// keys. Undefined, which JSON leaves out of objects, is an error, as bigints, symbols, functions and non-finite numbers are, and
/// objects whose data lies in no properties, of which `JSON.stringify` makes `{}` or something of its own: instances of Date, Map,
/// Set, RegExp, Error and Promise, buffers, typed arrays and DataViews. Nested up to 128 deep. (Feature `serde_json`)
impl<'s> FromJs<'s> for Json {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        read(env, value, Depth::default())
    }
    batched!();
}

/// Nested up to 128 deep. Numbers are as exact as `f64`: an integer beyond 2^53 - 1 is an error.
impl<'s> IntoJs<'s> for Json {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        write(env, &self, Depth::default()).inspect_err(|_| dismantle(self))
    }
    batched_into!();
}

/// As the value itself; a map is an object.
impl<'s> FromJs<'s> for Map<String, Json> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        match read(env, value, Depth::default())? {
            Json::Object(map) => Ok(map),
            _ => Err(mismatch(env, "object", value)),
        }
    }
    fn from_rest(env: &Env<'s>, object: Object<'s>, known: &[&CStr]) -> Result<Self> {
        read_object(env, object.into(), known, Depth::default().inside()?)
    }
    batched!();
}

impl<'s> IntoJs<'s> for Map<String, Json> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Json::Object(self).into_js(env)
    }
    batched_into!();
}

impl Family for Json {
    type Of<'x> = Self;
}

impl Family for Map<String, Json> {
    type Of<'x> = Self;
}

fn read<'s>(env: &Env<'s>, value: Value<'s>, depth: Depth) -> Result<Json> {
    Ok(match value.type_of(env)? {
        ValueType::Null => Json::Null,
        ValueType::Boolean => Json::Bool(value.to(env)?),
        ValueType::Number => Json::Number(number(value.to(env)?)?),
        ValueType::String => Json::String(value.to(env)?),
        ValueType::Object if env.host()?.is_array(value.raw())? => {
            Json::Array(read_array(env, value, depth.inside()?)?)
        }
        ValueType::Object => Json::Object(read_object(env, value, &[], depth.inside()?)?),
        _ => return Err(mismatch(env, "JSON value", value)),
    })
}

/// An integer where it is one; -0 is none.
fn number(number: f64) -> Result<Number> {
    if is_integer(number) {
        return Ok(Number::from(number as i64));
    }
    Number::from_f64(number).ok_or_else(|| out_of_range("JSON value", number))
}

fn read_array<'s>(env: &Env<'s>, value: Value<'s>, depth: Depth) -> Result<Vec<Json>> {
    let array: Array<'s> = value.to(env)?;
    let length = array.len(env)?;
    let mut elements = Vec::with_capacity(length.min(4 * BATCH) as usize);
    env.batches(0..length, |env, range| {
        for index in range {
            let element = array.as_object().get(env, index)?;
            elements.push(read(env, element, depth).map_err(|error| error.at_index(index as usize))?);
        }
        Ok(())
    })?;
    Ok(elements)
}

/// Without the names that are known.
fn read_object<'s>(env: &Env<'s>, value: Value<'s>, known: &[&CStr], depth: Depth) -> Result<Map<String, Json>> {
    let object: Object<'s> = value.to(env)?;
    let keys = object.key_array(env)?;
    let length = keys.len(env)?;
    if let Some(class) = opaque_class(env, value, length)? {
        return Err(wrong_type("JSON value", class));
    }
    let mut properties = Map::new();
    env.batches(0..length, |env, range| {
        for index in range {
            // Read by the key as it is: its text may have lost half of a surrogate pair.
            let key: JsString<'_> = keys.get(env, index)?;
            let name = key.to_string(env)?;
            if known.iter().any(|known| known.to_bytes() == name.as_bytes()) {
                continue;
            }
            let property = object.get(env, key)?;
            let property = read(env, property, depth).map_err(|error| error.at_key(&name))?;
            properties.insert(name, property);
        }
        Ok(())
    })?;
    Ok(properties)
}

fn write<'s>(env: &Env<'s>, json: &Json, depth: Depth) -> Result<Value<'s>> {
    match json {
        Json::Null => env.null(),
        Json::Bool(value) => value.into_js(env),
        Json::Number(number) => write_number(env, number),
        Json::String(text) => text.into_js(env),
        Json::Array(elements) => write_array(env, elements, depth.inside()?),
        Json::Object(properties) => write_object(env, properties, depth.inside()?),
    }
}

fn write_number<'s>(env: &Env<'s>, number: &Number) -> Result<Value<'s>> {
    if let Some(number) = number.as_u64() {
        return number.into_js(env);
    }
    match (number.as_i64(), number.as_f64()) {
        (Some(number), _) => number.into_js(env),
        (None, Some(number)) => number.into_js(env),
        (None, None) => Err(out_of_range("number that JavaScript can hold", number)),
    }
}

fn write_array<'s>(env: &Env<'s>, elements: &[Json], depth: Depth) -> Result<Value<'s>> {
    let array = env.array_with_length(super::sequences::index(elements.len())?)?;
    let mut index = 0;
    env.batches_of(elements.iter(), |env, elements| {
        for element in elements {
            let element = write(env, element, depth).map_err(|error| error.at_index(index as usize))?;
            array.set(env, index, element)?;
            index += 1;
        }
        Ok(())
    })?;
    Ok(array.into())
}

fn write_object<'s>(env: &Env<'s>, properties: &Map<String, Json>, depth: Depth) -> Result<Value<'s>> {
    let object = env.object()?;
    env.batches_of(properties.iter(), |env, properties| {
        for (name, property) in properties {
            let property = write(env, property, depth).map_err(|error| error.at_key(name))?;
            // Defined: an assignment to `__proto__` would set the prototype instead.
            object.define_own(env, name, property)?;
        }
        Ok(())
    })?;
    Ok(object.into())
}

/// Drops a value that may be deeper than the stack.
fn dismantle(json: Json) {
    let mut parts = vec![json];
    while let Some(part) = parts.pop() {
        match part {
            Json::Array(elements) => parts.extend(elements),
            Json::Object(properties) => parts.extend(properties.into_iter().map(|(_, property)| property)),
            _ => {}
        }
    }
}
