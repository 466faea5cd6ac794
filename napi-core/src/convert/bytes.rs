//! Bytes of the crate bytes.

use bytes::{Bytes, BytesMut};

use super::{FromJs, IntoJs, byte_copies};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Value};

macro_rules! copied {
    ($($ty:ident),*) => {$(
        /// The bytes of a `Uint8Array`, which a `Buffer` of Node.js is too, copied. (Feature `bytes`)
        impl<'s> FromJs<'s> for $ty {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                Ok(Bytes::from(byte_copies::read(env, value)?).into())
            }
        }

        /// Becomes a `Uint8Array` with a copy of the bytes. (Feature `bytes`)
        impl<'s> IntoJs<'s> for $ty {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                byte_copies::write(env, &self)
            }
        }

        impl Family for $ty {
            type Of<'x> = Self;
        }
    )*};
}
copied!(Bytes, BytesMut);
