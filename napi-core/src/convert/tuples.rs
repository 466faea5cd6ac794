//! Tuples: arrays whose elements have types of their own.

use super::sequences::exactly;
use super::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::value::Value;

macro_rules! tuples {
    ($($count:literal: $($t:ident $index:tt)+;)*) => {$(
        impl<'s, $($t: FromJs<'s>),+> FromJs<'s> for ($($t,)+) {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                let array = exactly(env, value, $count)?;
                Ok(($(array.get::<$t>(env, $index)?,)+))
            }
        }

        impl<'s, $($t: IntoJs<'s>),+> IntoJs<'s> for ($($t,)+) {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                let array = env.array_with_length($count)?;
                $(array.set(env, $index, self.$index)?;)+
                Ok(array.into())
            }
        }
    )*};
}

tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}
