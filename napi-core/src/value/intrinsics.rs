//! Classes of the language that Node-API does not know: Map, Set and RegExp.
//!
//! What is one is told by the language's own getters, as `napi_is_date` tells a Date: not by a prototype, which a program can
//! give to anything and take from anything.

#[cfg(any(feature = "serde", feature = "serde_json"))]
use super::BufferClass;
use super::{Array, Function, Object, Value, ValueType, js};
use crate::convert::FromJs;
use crate::env::{Env, Intrinsic};
use crate::error::Result;
#[cfg(any(feature = "serde", feature = "serde_json"))]
use crate::sys::class_of;

/// A class, with a getter that throws for what is none of it.
#[derive(Clone, Copy)]
pub(crate) struct Class {
    name: &'static str,
    getter: &'static str,
    is: Intrinsic,
}

pub(crate) const MAP: Class = Class { name: "Map", getter: "size", is: Intrinsic::IsMap };
pub(crate) const SET: Class = Class { name: "Set", getter: "size", is: Intrinsic::IsSet };
// Its getter gives undefined for the prototype, which is no RegExp.
pub(crate) const REGEXP: Class = Class { name: "RegExp", getter: "global", is: Intrinsic::IsRegExp };

/// The class of an object whose data lies in no properties. Other than Dates and typed arrays, one is known while it has no
/// enumerable properties: each question is a call, which others are spared.
#[cfg(any(feature = "serde", feature = "serde_json"))]
pub(crate) fn opaque_class(env: &Env<'_>, object: Value<'_>, properties: u32) -> Result<Option<&'static str>> {
    let (host, raw) = (env.host()?, object.raw());
    if host.is_date(raw)? {
        return Ok(Some("Date"));
    }
    if host.is_typed_array(raw)? {
        return Ok(Some(class_of(host.view(raw)?.kind)));
    }
    if properties > 0 {
        return Ok(None);
    }
    for class in [MAP, SET, REGEXP] {
        if class.has(env, object)? {
            return Ok(Some(class.name));
        }
    }
    Ok(match () {
        () if host.is_error(raw)? => Some("Error"),
        () if host.is_promise(raw)? => Some("Promise"),
        () if host.is_data_view(raw)? => Some("DataView"),
        () if BufferClass::SharedArrayBuffer.has(env, object)? => Some("SharedArrayBuffer"),
        () if host.is_array_buffer(raw)? => Some("ArrayBuffer"),
        () => None,
    })
}

impl Class {
    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    /// Whether the value is one, of whatever realm and subclass.
    pub(crate) fn has(self, env: &Env<'_>, value: Value<'_>) -> Result<bool> {
        if value.type_of(env)? != ValueType::Object {
            return Ok(false);
        }
        match env.intrinsic(self.is, &[value])? {
            Some(answer) => answer.to(env),
            None => self.answers(env, value),
        }
    }

    fn answers(self, env: &Env<'_>, value: Value<'_>) -> Result<bool> {
        env.batch(|env| {
            let getter = self.getter(env, self.getter)?.as_object().raw();
            let host = env.enter()?;
            match host.call(value.raw(), getter, &[]) {
                Ok(answer) => Ok(host.type_of(answer)? != host.type_of(host.undefined()?)?),
                Err(failure) if failure.is_exception() => {
                    host.take_exception()?;
                    Ok(false)
                }
                Err(failure) => Err(failure.into()),
            }
        })
    }

    /// What a getter of the class says of a value of the class, whose own class may have another.
    pub(super) fn ask<'e, T: FromJs<'e>>(self, env: &Env<'e>, getter: &str, value: Value<'_>) -> Result<T> {
        self.getter(env, getter)?.apply(env, value, ())?.to(env)
    }

    fn getter<'e>(self, env: &Env<'e>, name: &str) -> Result<Function<'e>> {
        let describe: Function<'e, (js::Object, String), js::Object> =
            super::prototype::of_object(env, "getOwnPropertyDescriptor")?;
        let prototype = self.prototype(env)?;
        describe.call(env, (prototype, name.to_owned()))?.get(env, "get")
    }

    fn prototype<'e>(self, env: &Env<'e>) -> Result<Object<'e>> {
        self.constructor(env)?.as_object().get(env, "prototype")
    }

    pub(super) fn constructor<'e>(self, env: &Env<'e>) -> Result<Function<'e>> {
        env.global()?.get(env, self.name)
    }

    /// What an iterator of the class gives, as an array.
    fn list<'e>(self, env: &Env<'e>, iterator: &str, of: Value<'_>) -> Result<Array<'e>> {
        let iterate: Function<'e> = self.prototype(env)?.get(env, iterator)?;
        let iterator = iterate.apply(env, of, ())?;
        env.global()?.get::<Object<'e>>(env, "Array")?.call_method(env, "from", (iterator,))
    }
}

/// The keys of a Map, and the values in the same order.
pub(crate) fn read_map<'e>(env: &Env<'e>, map: Value<'_>) -> Result<(Array<'e>, Array<'e>)> {
    match env.intrinsic(Intrinsic::ReadMap, &[map])? {
        Some(columns) => columns.to(env),
        None => Ok((MAP.list(env, "keys", map)?, MAP.list(env, "values", map)?)),
    }
}

/// The values of a Set.
pub(crate) fn read_set<'e>(env: &Env<'e>, set: Value<'_>) -> Result<Array<'e>> {
    match env.intrinsic(Intrinsic::ReadSet, &[set])? {
        Some(values) => values.to(env),
        None => SET.list(env, "values", set),
    }
}

/// The source of a RegExp, and its flags.
pub(crate) fn read_regexp(env: &Env<'_>, regexp: Value<'_>) -> Result<(String, String)> {
    env.batch(|env| {
        if let Some(parts) = env.intrinsic(Intrinsic::ReadRegExp, &[regexp])? {
            return parts.to(env);
        }
        let mut flags = String::new();
        for (flag, name) in FLAGS {
            if REGEXP.prototype(env)?.has(env, name)? && REGEXP.ask(env, name, regexp)? {
                flags.push(flag);
            }
        }
        Ok((REGEXP.ask(env, "source", regexp)?, flags))
    })
}

/// The getters of flags, of which an older host has fewer.
const FLAGS: [(char, &str); 8] = [
    ('d', "hasIndices"),
    ('g', "global"),
    ('i', "ignoreCase"),
    ('m', "multiline"),
    ('s', "dotAll"),
    ('u', "unicode"),
    ('v', "unicodeSets"),
    ('y', "sticky"),
];

/// Puts the values into a Map, each under the key with its index.
pub(crate) fn fill_map(env: &Env<'_>, map: Value<'_>, keys: Array<'_>, values: Array<'_>) -> Result<()> {
    if env.intrinsic(Intrinsic::FillMap, &[map, keys.into(), values.into()])?.is_some() {
        return Ok(());
    }
    fill(env, map, MAP.prototype(env)?.get(env, "set")?, &[keys, values])
}

/// Puts the values into a Set.
pub(crate) fn fill_set(env: &Env<'_>, set: Value<'_>, values: Array<'_>) -> Result<()> {
    if env.intrinsic(Intrinsic::FillSet, &[set, values.into()])?.is_some() {
        return Ok(());
    }
    fill(env, set, SET.prototype(env)?.get(env, "add")?, &[values])
}

/// Calls a method with the elements of the arrays that have the same index.
fn fill(env: &Env<'_>, of: Value<'_>, method: Function<'_>, arrays: &[Array<'_>]) -> Result<()> {
    let length = arrays[0].len(env)?;
    env.batches(0..length, |env, range| {
        for index in range {
            let elements = arrays.iter().map(|array| array.get(env, index)).collect::<Result<Vec<Value<'_>>>>()?;
            method.apply(env, of, elements)?;
        }
        Ok(())
    })
}
