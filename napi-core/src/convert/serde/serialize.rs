//! From types that are `Serialize` to JavaScript values.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

use super::super::nesting::Depth;
use super::super::{Binary, IntoJs, sequences};
use super::error::SerdeError;
use super::keys::KeySerializer;
use crate::env::Env;
use crate::value::{Array, Object, Value};

type Result<T> = core::result::Result<T, SerdeError>;

/// Makes one value.
#[derive(Clone, Copy)]
pub(super) struct JsSerializer<'e, 's> {
    env: &'e Env<'s>,
    depth: Depth,
}

impl<'e, 's> JsSerializer<'e, 's> {
    pub(super) fn new(env: &'e Env<'s>) -> Self {
        Self { env, depth: Depth::default() }
    }

    fn write(self, value: impl IntoJs<'s>) -> Result<Value<'s>> {
        Ok(value.into_js(self.env)?)
    }

    fn array(self, variant: Option<&'static str>) -> Result<Elements<'e, 's>> {
        let depth = self.depth.inside()?;
        Ok(Elements { env: self.env, array: self.env.array()?, next: 0, depth, variant })
    }

    fn object(self, variant: Option<&'static str>) -> Result<Properties<'e, 's>> {
        let depth = self.depth.inside()?;
        Ok(Properties { env: self.env, object: self.env.object()?, key: None, depth, variant })
    }
}

/// The value as the only property of an object, if it is in a variant.
fn in_variant<'s>(env: &Env<'s>, variant: Option<&'static str>, value: Value<'s>) -> Result<Value<'s>> {
    let Some(variant) = variant else { return Ok(value) };
    let object = env.object()?;
    object.define_own(env, variant, value)?;
    Ok(object.into())
}

macro_rules! as_itself {
    ($($method:ident($ty:ty);)*) => {$(
        fn $method(self, value: $ty) -> Result<Value<'s>> {
            self.write(value)
        }
    )*};
}

impl<'e, 's> Serializer for JsSerializer<'e, 's> {
    type Ok = Value<'s>;
    type Error = SerdeError;
    type SerializeSeq = Elements<'e, 's>;
    type SerializeTuple = Elements<'e, 's>;
    type SerializeTupleStruct = Elements<'e, 's>;
    type SerializeTupleVariant = Elements<'e, 's>;
    type SerializeMap = Properties<'e, 's>;
    type SerializeStruct = Properties<'e, 's>;
    type SerializeStructVariant = Properties<'e, 's>;

    as_itself! {
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

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value<'s>> {
        Ok(Binary(bytes).into_js(self.env)?)
    }

    fn serialize_none(self) -> Result<Value<'s>> {
        Ok(self.env.undefined()?)
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<Value<'s>> {
        // It may be one of itself.
        let depth = self.depth.within()?;
        value.serialize(Self { depth, ..self })
    }

    fn serialize_unit(self) -> Result<Value<'s>> {
        Ok(self.env.null()?)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Value<'s>> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<Value<'s>> {
        self.write(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _name: &'static str, value: &T) -> Result<Value<'s>> {
        self.serialize_some(value)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value<'s>> {
        let depth = self.depth.inside()?;
        let value = value.serialize(Self { depth, ..self }).map_err(|error| error.at_key(variant))?;
        in_variant(self.env, Some(variant), value)
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Elements<'e, 's>> {
        self.array(None)
    }

    fn serialize_tuple(self, _length: usize) -> Result<Elements<'e, 's>> {
        self.array(None)
    }

    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<Elements<'e, 's>> {
        self.array(None)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Elements<'e, 's>> {
        self.array(Some(variant))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Properties<'e, 's>> {
        self.object(None)
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Properties<'e, 's>> {
        self.object(None)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Properties<'e, 's>> {
        self.object(Some(variant))
    }
}

/// An array as it is filled, each element in a scope of its own.
pub(super) struct Elements<'e, 's> {
    env: &'e Env<'s>,
    array: Array<'s>,
    next: usize,
    depth: Depth,
    /// The variant that the array is the content of.
    variant: Option<&'static str>,
}

impl<'s> Elements<'_, 's> {
    fn push<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
        let (array, depth) = (self.array, self.depth);
        let index = sequences::index(self.next)?;
        let written = self.env.batch(|env| {
            let value =
                value.serialize(JsSerializer { env, depth }).map_err(|error| error.at_index(index).into_error())?;
            array.set(env, index, value)
        });
        self.next += 1;
        let at_variant = |error: SerdeError| match self.variant {
            Some(variant) => error.at_key(variant),
            None => error,
        };
        written.map_err(|error| at_variant(error.into()))
    }

    fn finish(self) -> Result<Value<'s>> {
        in_variant(self.env, self.variant, self.array.into())
    }
}

macro_rules! elements {
    ($($kind:ident: $push:ident;)*) => {$(
        impl<'s> $kind for Elements<'_, 's> {
            type Ok = Value<'s>;
            type Error = SerdeError;
            fn $push<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
                self.push(value)
            }
            fn end(self) -> Result<Value<'s>> {
                self.finish()
            }
        }
    )*};
}
elements! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleStruct: serialize_field;
    SerializeTupleVariant: serialize_field;
}

/// An object as it is filled, each property in a scope of its own.
pub(super) struct Properties<'e, 's> {
    env: &'e Env<'s>,
    object: Object<'s>,
    /// The key whose value comes next.
    key: Option<String>,
    depth: Depth,
    /// The variant that the object is the content of.
    variant: Option<&'static str>,
}

impl<'s> Properties<'_, 's> {
    fn put<T: ?Sized + Serialize>(&mut self, key: &str, value: &T) -> Result<()> {
        let (object, depth) = (self.object, self.depth);
        let written = self.env.batch(|env| {
            let value = value.serialize(JsSerializer { env, depth }).map_err(|error| error.at_key(key).into_error())?;
            object.define_own(env, key, value)
        });
        let at_variant = |error: SerdeError| match self.variant {
            Some(variant) => error.at_key(variant),
            None => error,
        };
        written.map_err(|error| at_variant(error.into()))
    }

    fn finish(self) -> Result<Value<'s>> {
        in_variant(self.env, self.variant, self.object.into())
    }
}

impl<'s> SerializeMap for Properties<'_, 's> {
    type Ok = Value<'s>;
    type Error = SerdeError;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<()> {
        self.key = Some(key.serialize(KeySerializer)?);
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
        let key = self.key.take().unwrap_or_default();
        self.put(&key, value)
    }

    fn end(self) -> Result<Value<'s>> {
        self.finish()
    }
}

macro_rules! properties {
    ($($kind:ident),*) => {$(
        impl<'s> $kind for Properties<'_, 's> {
            type Ok = Value<'s>;
            type Error = SerdeError;
            fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<()> {
                self.put(key, value)
            }
            fn end(self) -> Result<Value<'s>> {
                self.finish()
            }
        }
    )*};
}
properties!(SerializeStruct, SerializeStructVariant);
