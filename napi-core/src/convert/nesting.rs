//! How deep a value may be whose type sets no bound: an object can contain itself, and the stack ends.

use core::marker::PhantomData;

use crate::env::{Env, InstancePtr};
use crate::error::{Error, Result, code};

/// The most objects and arrays inside of each other: as many as serde_json reads. Of a debug build each takes some kilobytes of a
/// stack that may have no more than a megabyte.
const DEEPEST: u8 = 128;

/// The most boxes of Rust, such as `Some`, that are nothing in JavaScript, around one value.
#[cfg(feature = "serde")]
const MOST_AROUND: u8 = 16;

/// One level of a type that is derived, while it lives, which is no longer than the token.
pub struct Nested<'e> {
    instance: InstancePtr,
    token: PhantomData<&'e ()>,
}

impl<'e> Nested<'e> {
    /// Begins a level.
    #[inline]
    pub fn enter(env: &'e Env<'_>) -> Result<Self> {
        let instance = env.instance();
        let levels = instance.levels.get();
        if levels == DEEPEST {
            return Err(too_deep());
        }
        instance.levels.set(levels + 1);
        Ok(Self { instance, token: PhantomData })
    }
}

impl Drop for Nested<'_> {
    #[inline]
    fn drop(&mut self) {
        let levels = &self.instance.levels;
        levels.set(levels.get() - 1);
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
