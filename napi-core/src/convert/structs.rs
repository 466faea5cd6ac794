//! Objects with the fields of a struct: what `#[derive(FromJs)]` and `#[derive(IntoJs)]` call.

use core::ffi::CStr;

use super::rows::{RowReader, RowWriter};
use super::sequences::{FEW, index};
use super::variants::{invalid_value, listed};
use super::{FromJs, IntoJs, no_column, struct_rows};
use crate::env::{Column, Env};
use crate::error::{Error, Result};
use crate::sys::{Descriptor, PropertyKind, RawValue};
use crate::value::{Array, BATCH, Object, Value, ValueType};

/// A struct that is made from the properties of an object.
pub trait FromFields<'s>: Sized {
    /// The names of the properties, in the order in which they are read.
    const NAMES: &'static [&'static CStr];

    /// What the properties are in a row of numbers, if each is one.
    const COLUMNS: &'static [Option<Column>] = &[];

    /// Reads the properties.
    fn from_fields(fields: &Fields<'_, 's>) -> Result<Self>;
}

/// A struct that becomes the properties of a new object.
pub trait IntoFields<'s>: Sized {
    /// The names of the properties, in the order in which they are made.
    const NAMES: &'static [&'static CStr];

    /// What the properties are in a row of numbers, if each is one.
    const COLUMNS: &'static [Option<Column>] = &[];

    /// Makes the object.
    fn into_fields(self, object: &NewObject<'_, 's>) -> Result<Object<'s>>;
}

/// The names of an object's properties: as the compiler has written them down, and, where many objects have them, as keys
/// that the host has made of them once.
#[derive(Clone, Copy)]
struct Names<'e> {
    text: &'static [&'static CStr],
    keys: Option<&'e [RawValue]>,
}

impl Names<'_> {
    fn get(&self, index: usize) -> &'static str {
        // The macro writes them as strings.
        self.text[index].to_str().unwrap_or_default()
    }
}

/// The keys that these names become in the host.
fn keys(env: &Env<'_>, names: &[&CStr]) -> Result<Vec<RawValue>> {
    let host = env.host()?;
    names.iter().map(|name| Ok(host.string(name.to_str().unwrap_or_default())?)).collect()
}

/// An object whose properties are read, each by the place of its name.
pub struct Fields<'e, 's> {
    env: &'e Env<'s>,
    from: From<'e, 's>,
    names: Names<'e>,
}

/// Where the fields are.
enum From<'e, 's> {
    Object(Object<'s>),
    Row(&'e RowReader<'e, 's>),
}

impl<'e, 's> Fields<'e, 's> {
    /// The object's, under these names.
    pub fn of(env: &'e Env<'s>, value: Value<'s>, names: &'static [&'static CStr]) -> Result<Self> {
        Self::new(env, value, Names { text: names, keys: None })
    }

    fn new(env: &'e Env<'s>, value: Value<'s>, names: Names<'e>) -> Result<Self> {
        Ok(Self { env, from: From::Object(value.to(env)?), names })
    }

    /// Of a row, which has columns only.
    pub(super) fn of_row(env: &'e Env<'s>, text: &'static [&'static CStr], row: &'e RowReader<'e, 's>) -> Self {
        Self { env, from: From::Row(row), names: Names { text, keys: None } }
    }

    fn object(&self) -> Result<Object<'s>> {
        match self.from {
            From::Object(object) => Ok(object),
            From::Row(_) => Err(no_column()),
        }
    }

    fn read(&self, index: usize) -> Result<Value<'s>> {
        let (object, host) = (self.object()?.raw(), self.env.enter()?);
        let raw = match self.names.keys {
            Some(keys) => host.get_property(object, keys[index])?,
            None => host.get_named(object, self.names.text[index])?,
        };
        Ok(Value::from_raw(raw))
    }

    /// Reads what may be absent.
    fn read_present(&self, index: usize) -> Result<Option<Value<'s>>> {
        let value = self.read(index)?;
        Ok((value.type_of(self.env)? != ValueType::Undefined).then_some(value))
    }

    #[cold]
    fn at(&self, index: usize, error: Error) -> Error {
        error.at_key(self.names.get(index))
    }

    /// Reads a property.
    #[inline]
    pub fn get<T: FromJs<'s>>(&self, index: usize) -> Result<T> {
        let value = match self.from {
            From::Object(_) => T::from_js(self.env, self.read(index)?),
            From::Row(row) => T::from_column(row),
        };
        value.map_err(|error| self.at(index, error))
    }

    /// Reads a property, for which something else stands if it is absent.
    #[inline]
    pub fn get_or<T: FromJs<'s>>(&self, index: usize, default: impl FnOnce() -> T) -> Result<T> {
        match self.read_present(index)? {
            Some(value) => T::from_js(self.env, value).map_err(|error| self.at(index, error)),
            None => Ok(default()),
        }
    }

    /// Reads a property that is there, and may be null.
    #[inline]
    pub fn get_nullable<T: FromJs<'s>>(&self, index: usize) -> Result<Option<T>> {
        let value = self.read(index)?;
        if value.type_of(self.env)? == ValueType::Null {
            return Ok(None);
        }
        T::from_js(self.env, value).map(Some).map_err(|error| self.at(index, error))
    }
}

impl<'s> Fields<'_, 's> {
    /// Reads a property by a function of the user's.
    #[inline]
    pub fn get_with<T>(&self, index: usize, read: impl FnOnce(&Env<'s>, Value<'s>) -> Result<T>) -> Result<T> {
        read(self.env, self.read(index)?).map_err(|error| self.at(index, error))
    }

    /// Reads what has properties of the same object.
    #[inline]
    pub fn flattened<T: FromJs<'s>>(&self) -> Result<T> {
        T::from_rest(self.env, self.object()?, self.names.text)
    }

    /// Refuses an object with a property, its own, that no field has.
    pub fn deny_unknown(&self) -> Result<()> {
        let known = self.names.text;
        for key in self.object()?.keys(self.env)? {
            if !known.iter().any(|name| name.to_bytes() == key.as_bytes()) {
                let names: Vec<_> = (0..known.len()).map(|index| format!("'{}'", self.names.get(index))).collect();
                let known = if names.is_empty() { "no property".to_owned() } else { listed(&names, "and") };
                return Err(invalid_value(format!("unknown property '{key}', the known ones are {known}")));
            }
        }
        Ok(())
    }
}

/// A struct, from an object.
pub fn from_object<'s, T: FromFields<'s>>(env: &Env<'s>, value: Value<'s>) -> Result<T> {
    if let Some(read) = struct_rows::read_one(env, value) {
        return read;
    }
    T::from_fields(&Fields::of(env, value, T::NAMES)?)
}

/// Owned structs, from the objects of an array.
pub fn read_objects<'s, T: for<'i> FromFields<'i>>(env: &Env<'s>, array: Array<'s>) -> Result<Vec<T>> {
    let length = array.len(env)?;
    if let Some(read) = struct_rows::read(env, array, length) {
        return read;
    }
    let text = T::NAMES;
    let keys = if length > FEW { Some(keys(env, text)?) } else { None };
    let names = Names { text, keys: keys.as_deref() };
    // Grown as it is filled: a length alone, of a sparse array, must not claim gigabytes.
    let mut values = Vec::with_capacity(length.min(BATCH) as usize);
    for begin in (0..length).step_by(BATCH as usize) {
        let end = length.min(begin.saturating_add(BATCH));
        env.batch(|env| {
            for index in begin..end {
                let element: Value<'_> = array.get(env, index)?;
                let read = Fields::new(env, element, names).and_then(|fields| T::from_fields(&fields));
                values.push(read.map_err(|error| error.at_index(index as usize))?);
            }
            Ok(())
        })?;
    }
    Ok(values)
}

/// An object that is made of properties, each named by the place of its name.
pub struct NewObject<'e, 's> {
    env: &'e Env<'s>,
    into: Into<'e, 's>,
    names: Names<'e>,
}

/// Where the properties go.
enum Into<'e, 's> {
    Object,
    /// A row, from which the object will be made; until then, something stands for it that nobody looks at.
    Row(&'e RowWriter<'e, 's>, Object<'s>),
}

impl<'e, 's> NewObject<'e, 's> {
    /// One with these names.
    pub fn of(env: &'e Env<'s>, names: &'static [&'static CStr]) -> Self {
        Self::new(env, Names { text: names, keys: None })
    }

    fn new(env: &'e Env<'s>, names: Names<'e>) -> Self {
        Self { env, into: Into::Object, names }
    }

    /// Of a row, which has columns only.
    pub(super) fn of_row(
        env: &'e Env<'s>,
        text: &'static [&'static CStr],
        row: &'e RowWriter<'e, 's>,
        instead: RawValue,
    ) -> Self {
        Self { env, into: Into::Row(row, Object::from_raw(instead)), names: Names { text, keys: None } }
    }

    #[cold]
    fn at(&self, index: usize, error: Error) -> Error {
        error.at_key(self.names.get(index))
    }

    /// Converts the value of a property; nothing leaves it out.
    #[inline]
    pub fn value<T: IntoJs<'s>>(&self, index: usize, value: T) -> Result<Option<Value<'s>>> {
        let value = match self.into {
            Into::Object => value.into_field(self.env),
            Into::Row(row, _) => value.into_column(row).map(|()| None),
        };
        value.map_err(|error| self.at(index, error))
    }

    /// Converts the value of a property; nothing becomes null.
    #[inline]
    pub fn nullable<T: IntoJs<'s>>(&self, index: usize, value: Option<T>) -> Result<Option<Value<'s>>> {
        let value = match value {
            Some(value) => value.into_js(self.env),
            None => self.env.null(),
        };
        value.map(Some).map_err(|error| self.at(index, error))
    }

    /// Makes the object, of as many values as there are names.
    pub fn make<const N: usize>(&self, values: [Option<Value<'s>>; N]) -> Result<Object<'s>> {
        if let Into::Row(_, instead) = self.into {
            return Ok(instead);
        }
        let object = self.env.object()?;
        let mut count = 0;
        let mut properties =
            values.iter().enumerate().filter_map(|(index, value)| Some((index, value.as_ref()?.raw())));
        let descriptors: [Descriptor; N] = core::array::from_fn(|_| match properties.next() {
            Some((index, value)) => {
                count += 1;
                match self.names.keys {
                    Some(keys) => Descriptor::new(keys[index], PropertyKind::Assigned(value)),
                    None => Descriptor::named(self.names.text[index], value),
                }
            }
            // Beyond the count, so that nobody looks at it.
            None => Descriptor::new(object.raw(), PropertyKind::Assigned(object.raw())),
        });
        self.env.enter()?.define(object.raw(), &descriptors[..count])?;
        Ok(object)
    }
}

impl<'s> NewObject<'_, 's> {
    /// Converts the value of a property by a function of the user's.
    #[inline]
    pub fn value_with<T>(
        &self,
        index: usize,
        value: T,
        write: impl FnOnce(T, &Env<'s>) -> Result<Value<'s>>,
    ) -> Result<Option<Value<'s>>> {
        write(value, self.env).map(Some).map_err(|error| self.at(index, error))
    }

    /// Converts what a variant carries.
    #[inline]
    pub fn content(&self, index: usize, write: impl FnOnce() -> Result<Value<'s>>) -> Result<Option<Value<'s>>> {
        write().map(Some).map_err(|error| self.at(index, error))
    }

    /// Gives the object the own properties of what the value becomes.
    pub fn flatten<T: IntoJs<'s>>(&self, object: Object<'s>, value: T) -> Result<()> {
        let Some(value) = value.into_field(self.env)? else { return Ok(()) };
        let from: Object<'s> = value.to(self.env)?;
        let keys = from.key_array(self.env)?;
        for index in 0..keys.len(self.env)? {
            let key: Value<'s> = keys.get(self.env, index)?;
            let host = self.env.enter()?;
            let value = host.get_property(from.raw(), key.raw())?;
            host.define(object.raw(), &[Descriptor::new(key.raw(), PropertyKind::Assigned(value))])?;
        }
        Ok(())
    }
}

/// An object, of a struct.
pub fn into_object<'s, T: IntoFields<'s>>(value: T, env: &Env<'s>) -> Result<Value<'s>> {
    let mut value = Some(value);
    if let Some(made) = struct_rows::write_one(&mut value, env) {
        return made;
    }
    let Some(value) = value else { return Err(no_column()) };
    let object = NewObject::of(env, T::NAMES);
    Ok(value.into_fields(&object)?.into())
}

/// Objects in an array, of owned structs.
pub fn write_objects<'s, T: for<'i> IntoFields<'i>>(
    mut values: impl ExactSizeIterator<Item = T>,
    env: &Env<'s>,
    array: Array<'s>,
) -> Result<()> {
    if let Some(written) = struct_rows::write(&mut values, env, array) {
        return written;
    }
    let text = <T as IntoFields<'s>>::NAMES;
    let keys = if values.len() > FEW as usize { Some(keys(env, text)?) } else { None };
    let names = Names { text, keys: keys.as_deref() };
    let mut next = 0;
    while values.len() > 0 {
        env.batch(|env| {
            for value in values.by_ref().take(BATCH as usize) {
                let object = value.into_fields(&NewObject::new(env, names)).map_err(|error| error.at_index(next))?;
                array.set(env, index(next)?, object)?;
                next += 1;
            }
            Ok(())
        })?;
    }
    Ok(())
}
