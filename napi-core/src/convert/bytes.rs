//! Bytes of the crate bytes.

use bytes::{Bytes, BytesMut};

use super::{Binary, FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Value};

macro_rules! copied {
    ($($ty:ident),*) => {$(
        /// The bytes of a `Uint8Array`, which a `Buffer` of Node.js is too, copied. (Feature `bytes`)
        impl<'s> FromJs<'s> for $ty {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                Ok(Bytes::from(Binary::<Vec<u8>>::from_js(env, value)?.0).into())
            }
        }

        /// Becomes a `Uint8Array`: without a copy where [`Binary`](crate::Binary) makes none and nobody shares the bytes. (Feature `bytes`)
        impl<'s> IntoJs<'s> for $ty {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                Binary(Vec::from(self)).into_js(env)
            }
        }

        impl Family for $ty {
            type Of<'x> = Self;
        }
    )*};
}
copied!(Bytes, BytesMut);
