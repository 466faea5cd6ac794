//! How deep a value may be whose type sets no bound: an object can contain itself, and the stack ends.

use core::marker::PhantomData;

use crate::env::{Env, InstancePtr};
use crate::error::{Error, Result, code};
use crate::sys::RawValue;
use crate::value::Value;

/// The most objects and arrays inside of each other: as many as serde_json reads. Of a debug build each takes some kilobytes of a
/// stack that may have no more than a megabyte.
const DEEPEST: u8 = 128;

/// The most types of Rust that are nothing in JavaScript, such as `Some` and newtypes, or lend their properties to an object, around
/// one value.
const MOST_AROUND: u8 = 16;

/// How deep the value lies that a derived type is reading.
#[derive(Clone, Copy, Default)]
pub(crate) struct Levels {
    value: Option<RawValue>,
    levels: u8,
    around: u8,
}

/// One level of a type that is derived, while it lives, which is no longer than the token.
pub struct Nested<'e> {
    instance: InstancePtr,
    outside: Levels,
    token: PhantomData<&'e ()>,
}

impl<'e> Nested<'e> {
    /// Begins a level. One value is one, by however many types it is read: they pass its handle on.
    #[inline]
    pub fn enter<'s>(env: &'e Env<'s>, value: impl Into<Value<'s>>) -> Result<Self> {
        let (instance, value) = (env.instance(), Some(value.into().raw()));
        let outside = instance.levels.get();
        let Levels { levels, around, .. } = outside;
        let inside = if outside.value == value {
            Levels { around: around + 1, ..outside }
        } else {
            Levels { value, levels: levels + 1, around: 0 }
        };
        if inside.levels > DEEPEST || inside.around > MOST_AROUND {
            return Err(too_deep());
        }
        instance.levels.set(inside);
        Ok(Self { instance, outside, token: PhantomData })
    }
}

impl Drop for Nested<'_> {
    #[inline]
    fn drop(&mut self) {
        self.instance.levels.set(self.outside);
    }
}

/// How deep a value lies that is read by no derived type.
#[cfg(any(feature = "serde", feature = "serde_json"))]
#[derive(Clone, Copy, Default)]
pub(super) struct Depth {
    levels: u8,
    #[cfg(feature = "serde")]
    around: u8,
}

#[cfg(any(feature = "serde", feature = "serde_json"))]
impl Depth {
    /// Inside of an object or an array.
    pub(super) fn inside(self) -> Result<Self> {
        if self.levels == DEEPEST {
            return Err(too_deep());
        }
        Ok(Self {
            levels: self.levels + 1,
            #[cfg(feature = "serde")]
            around: 0,
        })
    }

    /// Inside of what is nothing in JavaScript.
    #[cfg(feature = "serde")]
    pub(super) fn within(self) -> Result<Self> {
        if self.around < MOST_AROUND { Ok(Self { around: self.around + 1, ..self }) } else { Err(too_deep()) }
    }
}

#[cold]
fn too_deep() -> Error {
    let message =
        format!("expected objects and arrays inside of each other up to {DEEPEST} deep, got more, or a cycle");
    Error::range_error(message).with_code(code::TOO_DEEP)
}
