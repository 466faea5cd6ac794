//! From JavaScript values to types that are `Deserialize`.

mod parts;

use serde::de::{self, Deserializer, Visitor};

use self::parts::{Elements, Properties, Variant};
use super::super::nesting::Depth;
use super::super::numbers::is_integer;
use super::super::{Binary, FromJs, mismatch, out_of_range, wrong_type};
use super::error::SerdeError;
use crate::convert::BigInt;
use crate::env::Env;
use crate::value::{Array, Object, Value, ValueType, opaque_class};

type Result<T> = core::result::Result<T, SerdeError>;

/// A value that is read.
pub(super) struct JsDeserializer<'e, 's> {
    env: &'e Env<'s>,
    value: Value<'s>,
    depth: Depth,
}

impl<'e, 's> JsDeserializer<'e, 's> {
    pub(super) fn new(env: &'e Env<'s>, value: Value<'s>) -> Self {
        Self { env, value, depth: Depth::default() }
    }

    fn read<T: FromJs<'s>>(&self) -> Result<T> {
        Ok(T::from_js(self.env, self.value)?)
    }

    fn kind(&self) -> Result<ValueType> {
        Ok(self.value.type_of(self.env)?)
    }

    fn is_nothing(&self) -> Result<bool> {
        Ok(matches!(self.kind()?, ValueType::Undefined | ValueType::Null))
    }

    fn is_array(&self) -> Result<bool> {
        Ok(self.env.host().and_then(|host| Ok(host.is_array(self.value.raw())?))?)
    }

    /// A number as the kind of number that it is.
    fn number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value> {
        let number: f64 = self.read()?;
        match number {
            _ if !is_integer(number) => visitor.visit_f64(number),
            _ if number < 0.0 => visitor.visit_i64(number as i64),
            _ => visitor.visit_u64(number as u64),
        }
    }

    /// A bigint as the smallest integer that holds it.
    fn bigint<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value> {
        if let Ok(BigInt(number)) = self.read::<BigInt<u64>>() {
            return visitor.visit_u64(number);
        }
        if let Ok(BigInt(number)) = self.read::<BigInt<i64>>() {
            return visitor.visit_i64(number);
        }
        if let Ok(BigInt(number)) = self.read::<BigInt<u128>>() {
            return visitor.visit_u128(number);
        }
        visitor.visit_i128(self.read::<BigInt<i128>>()?.0)
    }

    /// The elements of an array, as many as the visitor takes, which must be all.
    fn elements<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let array: Array<'s> = self.read()?;
        let mut elements =
            Elements { env: self.env, array, next: 0, length: array.len(self.env)?, depth: self.depth.inside()? };
        let value = visitor.visit_seq(&mut elements)?;
        if elements.next < elements.length {
            let expected = format!("array of length {}", elements.next);
            return Err(out_of_range(&expected, format_args!("one of length {}", elements.length)).into());
        }
        Ok(value)
    }

    fn is_typed_array(&self) -> Result<bool> {
        Ok(self.env.host().and_then(|host| Ok(host.is_typed_array(self.value.raw())?))?)
    }

    /// The property that names a variant. Beside others one that is undefined is not there; alone it is, as `None` is written.
    fn only_property(&self) -> Result<(String, Value<'s>)> {
        let object: Object<'s> = self.read()?;
        let keys = object.keys(self.env)?;
        let is_alone = keys.len() == 1;
        let (mut first, mut count) = (None, 0_usize);
        for name in keys {
            let value: Value<'s> = object.get(self.env, &name)?;
            if is_alone || value.type_of(self.env)? != ValueType::Undefined {
                count += 1;
                first.get_or_insert((name, value));
            }
        }
        match first {
            Some(only) if count == 1 => Ok(only),
            _ => Err(out_of_range("object with one property, the variant", format!("one with {count}")).into()),
        }
    }

    fn properties<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let object: Object<'s> = self.read()?;
        if self.kind()? == ValueType::Function || self.is_array()? {
            return Err(mismatch_of(&self, "object"));
        }
        let keys = object.key_array(self.env)?;
        let length = keys.len(self.env)?;
        if let Some(class) = opaque_class(self.env, self.value, length)? {
            return Err(wrong_type("object", class).into());
        }
        let depth = self.depth.inside()?;
        visitor.visit_map(Properties { env: self.env, object, keys, next: 0, length, at: None, depth })
    }
}

/// An array is named as one.
fn mismatch_of(of: &JsDeserializer<'_, '_>, expected: &str) -> SerdeError {
    match of.is_array() {
        Ok(true) => wrong_type(expected, "array").into(),
        _ => mismatch(of.env, expected, of.value).into(),
    }
}

macro_rules! as_itself {
    ($($method:ident => $visit:ident($ty:ty);)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            visitor.$visit(self.read::<$ty>()?)
        }
    )*};
}

/// Integers that a number may be too small for.
macro_rules! as_wide {
    ($($method:ident => $visit:ident($ty:ty);)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            match self.kind()? {
                ValueType::BigInt => visitor.$visit(self.read::<BigInt<$ty>>()?.0),
                _ => visitor.$visit(self.read::<$ty>()?),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for JsDeserializer<'_, '_> {
    type Error = SerdeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.kind()? {
            ValueType::Undefined | ValueType::Null => visitor.visit_unit(),
            ValueType::Boolean => visitor.visit_bool(self.read()?),
            ValueType::Number => self.number(visitor),
            ValueType::BigInt => self.bigint(visitor),
            ValueType::String => visitor.visit_string(self.read()?),
            ValueType::Object if self.is_array()? => self.elements(visitor),
            ValueType::Object if self.is_typed_array()? => self.deserialize_bytes(visitor),
            ValueType::Object => self.properties(visitor),
            _ => Err(mismatch(self.env, "a value with data in it", self.value).into()),
        }
    }

    as_itself! {
        deserialize_bool => visit_bool(bool);
        deserialize_i8 => visit_i8(i8);
        deserialize_i16 => visit_i16(i16);
        deserialize_i32 => visit_i32(i32);
        deserialize_u8 => visit_u8(u8);
        deserialize_u16 => visit_u16(u16);
        deserialize_u32 => visit_u32(u32);
        deserialize_f32 => visit_f32(f32);
        deserialize_f64 => visit_f64(f64);
        deserialize_char => visit_char(char);
        deserialize_str => visit_string(String);
        deserialize_string => visit_string(String);
        deserialize_identifier => visit_string(String);
    }

    as_wide! {
        deserialize_i64 => visit_i64(i64);
        deserialize_u64 => visit_u64(u64);
        deserialize_i128 => visit_i128(i128);
        deserialize_u128 => visit_u128(u128);
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_byte_buf(self.read::<Binary<Vec<u8>>>()?.0)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_nothing()? {
            return visitor.visit_none();
        }
        let depth = self.depth.within()?;
        visitor.visit_some(Self { depth, ..self })
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_nothing()? { visitor.visit_unit() } else { Err(mismatch_of(&self, "null or undefined")) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value> {
        // It may be one of itself.
        let depth = self.depth.within()?;
        visitor.visit_newtype_struct(Self { depth, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.elements(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value> {
        self.elements(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.elements(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.properties(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.properties(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let (name, content) = match self.kind()? {
            ValueType::String => (self.read::<String>()?, None),
            ValueType::Object if !self.is_array()? => {
                let (name, value) = self.only_property()?;
                (name, Some(Self { env: self.env, value, depth: self.depth.inside()? }))
            }
            _ => return Err(mismatch_of(&self, "string or object that names a variant")),
        };
        if !variants.is_empty() && !variants.contains(&&*name) {
            return Err(de::Error::unknown_variant(&name, variants));
        }
        visitor.visit_enum(Variant { name, content })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}
