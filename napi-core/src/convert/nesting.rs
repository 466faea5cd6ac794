//! How deep a value may be whose type sets no bound.

use super::out_of_range;
use crate::error::Result;

/// The most objects and arrays inside of each other: as many as serde_json reads.
pub(super) const DEEPEST: u32 = 128;

/// One level further down.
pub(super) fn deeper(depth: u32) -> Result<u32> {
    if depth < DEEPEST {
        return Ok(depth + 1);
    }
    Err(out_of_range(&format!("objects and arrays inside of each other up to {DEEPEST} deep"), "more, or a cycle"))
}
