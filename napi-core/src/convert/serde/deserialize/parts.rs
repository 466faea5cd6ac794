//! What is inside of the values that are read: elements, properties and variants.

use serde::de::{self, value::StrDeserializer};
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::{JsDeserializer, Result};
use crate::convert::nesting::Depth;
use crate::convert::serde::error::SerdeError;
use crate::convert::serde::keys::Key;
use crate::convert::wrong_type;
use crate::env::Env;
use crate::value::{Array, JsString, Object, Value, ValueType};

/// The elements of an array, each in a scope of its own.
pub(super) struct Elements<'e, 's> {
    pub(super) env: &'e Env<'s>,
    pub(super) array: Array<'s>,
    pub(super) next: u32,
    pub(super) length: u32,
    pub(super) depth: Depth,
}

impl<'de> SeqAccess<'de> for &mut Elements<'_, '_> {
    type Error = SerdeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.next >= self.length {
            return Ok(None);
        }
        let (array, index, depth) = (self.array, self.next, self.depth);
        self.next += 1;
        let element = self.env.batch(|env| {
            let value = array.as_object().get(env, index)?;
            let element = seed.deserialize(JsDeserializer { env, value, depth });
            element.map_err(|error| error.at_index(index).into_error())
        });
        Ok(Some(element?))
    }

    /// No more than a little: the length of a sparse array says nothing.
    fn size_hint(&self) -> Option<usize> {
        Some((self.length - self.next).min(1024) as usize)
    }
}

/// The own enumerable properties of an object that are not undefined.
pub(super) struct Properties<'e, 's> {
    pub(super) env: &'e Env<'s>,
    pub(super) object: Object<'s>,
    pub(super) keys: Array<'s>,
    pub(super) next: u32,
    pub(super) length: u32,
    /// The property whose turn it is.
    pub(super) at: Option<(String, Value<'s>)>,
    pub(super) depth: Depth,
}

impl<'de> MapAccess<'de> for Properties<'_, '_> {
    type Error = SerdeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        while self.next < self.length {
            let key: JsString<'_> = self.keys.get(self.env, self.next)?;
            self.next += 1;
            let value: Value<'_> = self.object.get(self.env, key)?;
            if value.type_of(self.env)? == ValueType::Undefined {
                continue;
            }
            let name = key.to_string(self.env)?;
            let read = seed.deserialize(Key(&name)).map_err(|error| error.at_key(&name))?;
            self.at = Some((name, value));
            return Ok(Some(read));
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value> {
        let Some((name, value)) = self.at.take() else {
            return Err(de::Error::custom("a value is asked for before its key"));
        };
        let read = seed.deserialize(JsDeserializer { env: self.env, value, depth: self.depth });
        read.map_err(|error| error.at_key(&name))
    }
}

/// A variant of an enum, with what is in it.
pub(super) struct Variant<'e, 's> {
    pub(super) name: String,
    pub(super) content: Option<JsDeserializer<'e, 's>>,
}

impl<'de, 'e, 's> EnumAccess<'de> for Variant<'e, 's> {
    type Error = SerdeError;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self)> {
        Ok((seed.deserialize(StrDeserializer::<SerdeError>::new(&self.name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = SerdeError;

    fn unit_variant(self) -> Result<()> {
        match self.content {
            None => Ok(()),
            Some(content) => {
                de::Deserialize::deserialize(content).map_err(|error: SerdeError| error.at_key(&self.name))
            }
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        let Self { name, content } = self;
        let Some(content) = content else { return Err(without_content(&name)) };
        seed.deserialize(content).map_err(|error| error.at_key(&name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value> {
        let Self { name, content } = self;
        let Some(content) = content else { return Err(without_content(&name)) };
        content.elements(visitor).map_err(|error| error.at_key(&name))
    }

    fn struct_variant<V: Visitor<'de>>(self, _fields: &'static [&'static str], visitor: V) -> Result<V::Value> {
        let Self { name, content } = self;
        let Some(content) = content else { return Err(without_content(&name)) };
        content.properties(visitor).map_err(|error| error.at_key(&name))
    }
}

fn without_content(name: &str) -> SerdeError {
    wrong_type(&format!("object with the property {name}"), "string").into()
}
