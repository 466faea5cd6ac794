//! Structs from objects.

use core::ffi::CStr;

use super::{Names, keys, rows};
use crate::convert::nesting::Nested;
use crate::convert::optional::Optional;
use crate::convert::rows::RowReader;
use crate::convert::sequences::FEW;
use crate::convert::variants::{invalid_value, listed};
use crate::convert::{FromJs, PropertyNames, no_column};
use crate::env::{Column, Env, KeptKeys};
use crate::error::{Error, Result};
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

/// An object whose properties are read, each by the place of its name.
pub struct Fields<'e, 's> {
    env: &'e Env<'s>,
    from: From<'e, 's>,
    names: Names<'e>,
    /// The names as the environment keeps them.
    kept: Option<KeptKeys>,
    /// Names that the object has besides: of what this is flattened into, and of what is flattened with it.
    known: &'e [&'e CStr],
    _level: Option<Nested<'e>>,
}

/// Where the fields are.
enum From<'e, 's> {
    Object(Object<'s>),
    Row(&'e RowReader<'e, 's>),
}

impl<'e, 's> Fields<'e, 's> {
    /// The object's, under these names.
    pub fn of(env: &'e Env<'s>, value: Value<'s>, names: &'static [&'static CStr]) -> Result<Self> {
        let level = Nested::enter(env, value)?;
        let object = Self::beside(env, value.to(env)?, names, &[])?;
        Ok(Self { _level: Some(level), ..object })
    }

    fn of_many(env: &'e Env<'s>, value: Value<'s>, names: Names<'e>) -> Result<Self> {
        let level = Nested::enter(env, value)?;
        let from = From::Object(value.to(env)?);
        Ok(Self { env, from, names, kept: None, known: &[], _level: Some(level) })
    }

    /// Of an object that is counted as a level already, and has other names too.
    pub(in crate::convert) fn beside(
        env: &'e Env<'s>,
        object: Object<'s>,
        text: &'static [&'static CStr],
        known: &'e [&'e CStr],
    ) -> Result<Self> {
        let kept = env.kept_keys(text);
        Ok(Self { env, from: From::Object(object), names: Names { text, keys: None }, kept, known, _level: None })
    }

    /// Of a row, which has columns only.
    pub(super) fn of_row(env: &'e Env<'s>, text: &'static [&'static CStr], row: &'e RowReader<'e, 's>) -> Self {
        Self { env, from: From::Row(row), names: Names { text, keys: None }, kept: None, known: &[], _level: None }
    }

    fn object(&self) -> Result<Object<'s>> {
        match self.from {
            From::Object(object) => Ok(object),
            From::Row(_) => Err(no_column()),
        }
    }

    fn read(&self, index: usize) -> Result<Value<'s>> {
        let object = self.object()?.raw();
        let key = match (self.names.keys, &self.kept) {
            (Some(keys), _) => Some(keys[index]),
            (None, Some(kept)) => Some(kept.get(self.env, index)?),
            (None, None) => None,
        };
        let host = self.env.enter()?;
        let raw = match key {
            Some(key) => host.get_property(object, key)?,
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
    #[inline(always)]
    pub fn get<T: FromJs<'s>>(&self, index: usize) -> Result<T> {
        let value = match self.from {
            From::Object(_) => return self.get_property(index),
            From::Row(row) => T::from_column(row),
        };
        value.map_err(|error| self.at(index, error))
    }

    fn get_property<T: FromJs<'s>>(&self, index: usize) -> Result<T> {
        T::from_js(self.env, self.read(index)?).map_err(|error| self.at(index, error))
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
    pub fn get_nullable<T: Optional<Some: FromJs<'s>>>(&self, index: usize) -> Result<T> {
        let value = self.read(index)?;
        if value.type_of(self.env)? == ValueType::Null {
            return Ok(T::from_option(None));
        }
        let read = T::Some::from_js(self.env, value).map_err(|error| self.at(index, error))?;
        Ok(T::from_option(Some(read)))
    }
}

impl<'s> Fields<'_, 's> {
    /// Reads a property by a function of the user's.
    #[inline]
    pub fn get_with<T>(&self, index: usize, read: impl FnOnce(&Env<'s>, Value<'s>) -> Result<T>) -> Result<T> {
        read(self.env, self.read(index)?).map_err(|error| self.at(index, error))
    }

    /// Reads what has properties of the same object, beside others that are flattened into it.
    pub fn flattened<T: FromJs<'s>>(&self, others: impl FnOnce(&mut PropertyNames)) -> Result<T> {
        let mut names = PropertyNames::default();
        names.add(self.names.text);
        others(&mut names);
        let known: Vec<&CStr> = self.known.iter().chain(names.get()).copied().collect();
        T::from_rest(self.env, self.object()?, &known)
    }

    /// Refuses an object with a property, its own, that no field has.
    pub fn deny_unknown(&self) -> Result<()> {
        let known = || self.names.text.iter().chain(self.known);
        for key in self.object()?.keys(self.env)? {
            if !known().any(|name| name.to_bytes() == key.as_bytes()) {
                let names: Vec<_> = known().map(|name| format!("'{}'", name.to_str().unwrap_or_default())).collect();
                let known = if names.is_empty() { "no property".to_owned() } else { listed(&names, "and") };
                return Err(invalid_value(format!("unknown property '{key}', the known ones are {known}")));
            }
        }
        Ok(())
    }
}

/// A struct, from an object.
pub fn from_object<'s, T: FromFields<'s>>(env: &Env<'s>, value: Value<'s>) -> Result<T> {
    if let Some(read) = rows::read_one(env, value) {
        return read;
    }
    T::from_fields(&Fields::of(env, value, T::NAMES)?)
}

/// A struct, from an object that has other properties too, with names that are known.
pub fn from_rest<'s, T: FromFields<'s>>(env: &Env<'s>, object: Object<'s>, known: &[&CStr]) -> Result<T> {
    let _level = Nested::enter(env, object)?;
    T::from_fields(&Fields::beside(env, object, T::NAMES, known)?)
}

/// Owned structs, from the objects of an array.
pub fn read_objects<'s, T: for<'i> FromFields<'i>>(env: &Env<'s>, array: Array<'s>) -> Result<Vec<T>> {
    let length = array.len(env)?;
    if let Some(read) = rows::read(env, array, length) {
        return read;
    }
    let text = T::NAMES;
    let keys = if length > FEW { Some(keys(env, text)?) } else { None };
    let names = Names { text, keys: keys.as_deref() };
    // Grown as it is filled: a length alone, of a sparse array, must not claim gigabytes.
    let mut values = Vec::with_capacity(length.min(BATCH) as usize);
    env.batches(0..length, |env, range| {
        for index in range {
            let element: Value<'_> = array.get(env, index)?;
            let fields = match names.keys {
                Some(_) => Fields::of_many(env, element, names),
                None => Fields::of(env, element, text),
            };
            let read = fields.and_then(|fields| T::from_fields(&fields));
            values.push(read.map_err(|error| error.at_index(index as usize))?);
        }
        Ok(())
    })?;
    Ok(values)
}
