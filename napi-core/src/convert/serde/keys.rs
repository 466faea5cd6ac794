//! Names of properties, which may be more than text in Rust.

use serde::de::{self, Deserializer, Unexpected, Visitor, value::StrDeserializer};
use serde::ser::{Impossible, Serializer};
use serde::{Serialize, forward_to_deserialize_any};

use super::super::wrong_type;
use super::error::SerdeError;

type Result<T> = core::result::Result<T, SerdeError>;

/// The name of a property, which may be a number in Rust.
pub(super) struct Key<'k>(pub(super) &'k str);

macro_rules! parsed_keys {
    ($($method:ident => $visit:ident($ty:ty);)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            match self.0.parse::<$ty>() {
                Ok(key) => visitor.$visit(key),
                Err(_) => Err(de::Error::invalid_type(Unexpected::Str(self.0), &visitor)),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Key<'_> {
    type Error = SerdeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_str(self.0)
    }

    parsed_keys! {
        deserialize_bool => visit_bool(bool);
        deserialize_i8 => visit_i8(i8);
        deserialize_i16 => visit_i16(i16);
        deserialize_i32 => visit_i32(i32);
        deserialize_i64 => visit_i64(i64);
        deserialize_i128 => visit_i128(i128);
        deserialize_u8 => visit_u8(u8);
        deserialize_u16 => visit_u16(u16);
        deserialize_u32 => visit_u32(u32);
        deserialize_u64 => visit_u64(u64);
        deserialize_u128 => visit_u128(u128);
        deserialize_f32 => visit_f32(f32);
        deserialize_f64 => visit_f64(f64);
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_enum(StrDeserializer::<SerdeError>::new(self.0))
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Makes the name of a property.
pub(super) struct KeySerializer;

fn no_key(got: &str) -> SerdeError {
    wrong_type("key that is a string, a number or a boolean", got).into()
}

macro_rules! displayed_keys {
    ($($method:ident($ty:ty);)*) => {$(
        fn $method(self, value: $ty) -> Result<String> {
            Ok(value.to_string())
        }
    )*};
}

macro_rules! no_keys {
    ($($method:ident($($parameter:ident: $ty:ty),*) -> $result:ty = $got:literal;)*) => {$(
        fn $method(self, $($parameter: $ty),*) -> Result<$result> {
            Err(no_key($got))
        }
    )*};
}

type None = Impossible<String, SerdeError>;

impl Serializer for KeySerializer {
    type Ok = String;
    type Error = SerdeError;
    type SerializeSeq = None;
    type SerializeTuple = None;
    type SerializeTupleStruct = None;
    type SerializeTupleVariant = None;
    type SerializeMap = None;
    type SerializeStruct = None;
    type SerializeStructVariant = None;

    displayed_keys! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
    }

    no_keys! {
        serialize_bytes(_bytes: &[u8]) -> String = "bytes";
        serialize_none() -> String = "none";
        serialize_unit() -> String = "unit";
        serialize_unit_struct(_name: &'static str) -> String = "unit";
        serialize_seq(_length: Option<usize>) -> None = "sequence";
        serialize_tuple(_length: usize) -> None = "tuple";
        serialize_tuple_struct(_name: &'static str, _length: usize) -> None = "tuple";
        serialize_tuple_variant(_name: &'static str, _index: u32, _variant: &'static str, _length: usize) -> None = "variant with data";
        serialize_map(_length: Option<usize>) -> None = "map";
        serialize_struct(_name: &'static str, _length: usize) -> None = "struct";
        serialize_struct_variant(_name: &'static str, _index: u32, _variant: &'static str, _length: usize) -> None = "variant with data";
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<String> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<String> {
        Ok(variant.to_owned())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _name: &'static str, value: &T) -> Result<String> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<String> {
        Err(no_key("variant with data"))
    }
}
