//! Objects of structs.

use core::ffi::CStr;

use super::{Names, keys, rows};
use crate::convert::optional::Optional;
use crate::convert::rows::RowWriter;
use crate::convert::sequences::{FEW, index};
use crate::convert::{IntoJs, no_column};
use crate::env::{Column, Env, KeptKeys};
use crate::error::{Error, Result};
use crate::sys::{Descriptor, PropertyKind, RawValue};
use crate::value::{Array, Object, Value};

/// A struct that becomes the properties of a new object.
pub trait IntoFields<'s>: Sized {
    /// The names of the properties, in the order in which they are made.
    const NAMES: &'static [&'static CStr];

    /// What the properties are in a row of numbers, if each is one.
    const COLUMNS: &'static [Option<Column>] = &[];

    /// Makes the object.
    fn into_fields(self, object: &NewObject<'_, 's>) -> Result<Object<'s>>;
}

/// An object that is made of properties, each named by the place of its name.
pub struct NewObject<'e, 's> {
    env: &'e Env<'s>,
    names: Names<'e>,
    /// The names as the environment keeps them.
    kept: Option<KeptKeys>,
    /// Whether properties are assigned, because that is fastest here.
    assigns: bool,
    /// That of objects which are made whole.
    prototype: Option<RawValue>,
    /// A row, from which the object will be made; until then, something stands for it that nobody looks at.
    row: Option<(&'e RowWriter<'e, 's>, Object<'s>)>,
}

impl<'e, 's> NewObject<'e, 's> {
    /// Of a row, which has columns only.
    pub(super) fn of_row(
        env: &'e Env<'s>,
        text: &'static [&'static CStr],
        row: &'e RowWriter<'e, 's>,
        instead: RawValue,
    ) -> Self {
        let row = Some((row, Object::from_raw(instead)));
        Self { env, names: Names { text, keys: None }, kept: None, assigns: false, prototype: None, row }
    }

    /// One with these names.
    pub fn of(env: &'e Env<'s>, names: &'static [&'static CStr]) -> Self {
        let assigns = env.assigns_fastest();
        let kept = env.kept_keys(names);
        Self { env, names: Names { text: names, keys: None }, kept, assigns, prototype: None, row: None }
    }

    #[cold]
    fn at(&self, index: usize, error: Error) -> Error {
        error.at_key(self.names.get(index))
    }

    /// Converts the value of a property; nothing leaves it out.
    #[inline]
    pub fn value<T: IntoJs<'s>>(&self, index: usize, value: T) -> Result<Option<Value<'s>>> {
        let value = match self.row {
            None => value.into_field(self.env),
            Some((row, _)) => value.into_column(row).map(|()| None),
        };
        value.map_err(|error| self.at(index, error))
    }

    /// Converts the value of a property; nothing becomes null.
    #[inline]
    pub fn nullable<T: Optional<Some: IntoJs<'s>>>(&self, index: usize, value: T) -> Result<Option<Value<'s>>> {
        let value = match value.into_option() {
            Some(value) => value.into_js(self.env),
            None => self.env.null(),
        };
        value.map(Some).map_err(|error| self.at(index, error))
    }

    /// Makes the object, of as many values as there are names.
    pub fn make<const N: usize>(&self, values: [Option<Value<'s>>; N]) -> Result<Object<'s>> {
        if let Some((_, instead)) = self.row {
            return Ok(instead);
        }
        if let Some(object) = self.make_whole(&values) {
            return object;
        }
        let object = self.env.object()?;
        if self.assigns {
            return self.assign(object, &values);
        }
        let mut count = 0;
        let mut properties =
            values.iter().enumerate().filter_map(|(index, value)| Some((index, value.as_ref()?.raw())));
        let descriptors: [Descriptor; N] = core::array::from_fn(|_| match properties.next() {
            Some((index, value)) => {
                count += 1;
                self.property(index, value)
            }
            // Beyond the count, so that nobody looks at it.
            None => Descriptor::new(object.raw(), PropertyKind::Assigned(object.raw())),
        });
        self.env.enter()?.define(object.raw(), &descriptors[..count])?;
        Ok(object)
    }

    #[inline]
    fn property(&self, index: usize, value: RawValue) -> Descriptor {
        let kept = || self.kept.as_ref()?.get(self.env, index).ok();
        match self.names.keys.map(|keys| keys[index]).or_else(kept) {
            Some(key) => Descriptor::new(key, PropertyKind::Assigned(value)),
            None => Descriptor::named(self.names.text[index], value),
        }
    }

    /// Where hosts make objects whole, and the keys are there already.
    #[inline]
    fn make_whole<const N: usize>(&self, values: &[Option<Value<'s>>; N]) -> Option<Result<Object<'s>>> {
        let (keys, prototype) = (self.names.keys?, self.prototype?);
        let mut count = 0;
        let mut found = [(prototype, prototype); N];
        for (key, value) in keys.iter().zip(values) {
            if let Some(value) = value {
                found[count] = (*key, value.raw());
                count += 1;
            }
        }
        let (keys, values) = (found.map(|(key, _)| key), found.map(|(_, value)| value));
        let host = match self.env.host() {
            Ok(host) => host,
            Err(error) => return Some(Err(error)),
        };
        let made = host.object_with(prototype, &keys[..count], &values[..count])?;
        Some(made.map(Object::from_raw).map_err(Error::from))
    }

    fn assign(&self, object: Object<'s>, values: &[Option<Value<'s>>]) -> Result<Object<'s>> {
        for (index, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            let name = self.names.text[index];
            let host = self.env.enter()?;
            // An assignment to this name would set the prototype instead.
            if name == c"__proto__" {
                host.define(object.raw(), &[self.property(index, value.raw())])?;
            } else {
                host.set_named(object.raw(), name, value.raw())?;
            }
        }
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

    /// Gives the object the own properties of what the value becomes, but for names that it has already: those are no part of the
    /// value when it is read.
    pub fn flatten<T: IntoJs<'s>>(&self, object: Object<'s>, value: T) -> Result<()> {
        let Some(value) = value.into_field(self.env)? else { return Ok(()) };
        let from: Object<'s> = value.to(self.env)?;
        let keys = from.key_array(self.env)?;
        for index in 0..keys.len(self.env)? {
            let key: Value<'s> = keys.get(self.env, index)?;
            let host = self.env.enter()?;
            if host.has_own_property(object.raw(), key.raw())? {
                continue;
            }
            let value = host.get_property(from.raw(), key.raw())?;
            host.define(object.raw(), &[Descriptor::new(key.raw(), PropertyKind::Assigned(value))])?;
        }
        Ok(())
    }
}

/// An object, of a struct.
pub fn into_object<'s, T: IntoFields<'s>>(value: T, env: &Env<'s>) -> Result<Value<'s>> {
    let mut value = Some(value);
    if let Some(made) = rows::write_one(&mut value, env) {
        return made;
    }
    let Some(value) = value else { return Err(no_column()) };
    Ok(value.into_fields(&NewObject::of(env, T::NAMES))?.into())
}

/// Objects in an array, of owned structs.
pub fn write_objects<'s, T: for<'i> IntoFields<'i>>(
    mut values: impl ExactSizeIterator<Item = T>,
    env: &Env<'s>,
    array: Array<'s>,
) -> Result<()> {
    if let Some(written) = rows::write(&mut values, env, array) {
        return written;
    }
    let text = <T as IntoFields<'s>>::NAMES;
    let keys = if values.len() > FEW as usize { Some(keys(env, text)?) } else { None };
    let names = Names { text, keys: keys.as_deref() };
    let assigns = env.assigns_fastest();
    let prototype = if assigns && keys.is_some() { env.object()?.prototype(env)?.map(Object::raw) } else { None };
    let mut next = 0;
    env.batches_of(values, |env, values| {
        for value in values {
            let object = value
                .into_fields(&NewObject { env, names, kept: None, assigns, prototype, row: None })
                .map_err(|error| error.at_index(next))?;
            array.set(env, index(next)?, object)?;
            next += 1;
        }
        Ok(())
    })
}
