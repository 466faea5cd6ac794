//! How deep a value may be whose type sets no bound.

use super::out_of_range;
use crate::error::{Error, Result};

/// The most objects and arrays inside of each other: as many as serde_json reads.
const DEEPEST: u8 = 128;

/// The most boxes of Rust, such as `Some`, that are nothing in JavaScript, around one value.
#[cfg(feature = "serde")]
const MOST_AROUND: u8 = 16;

/// How deep a value lies.
#[derive(Clone, Copy, Default)]
pub(super) struct Depth {
    levels: u8,
    #[cfg(feature = "serde")]
    around: u8,
}

impl Depth {
    /// Inside of an object or an array.
    pub(super) fn inside(self) -> Result<Self> {
        if self.levels < DEEPEST { Ok(Self { levels: self.levels + 1, ..Self::default() }) } else { Err(too_deep()) }
    }

    /// Inside of what is nothing in JavaScript.
    #[cfg(feature = "serde")]
    pub(super) fn within(self) -> Result<Self> {
        if self.around < MOST_AROUND { Ok(Self { around: self.around + 1, ..self }) } else { Err(too_deep()) }
    }
}

#[cold]
fn too_deep() -> Error {
    out_of_range(&format!("objects and arrays inside of each other up to {DEEPEST} deep"), "more, or a cycle")
}
