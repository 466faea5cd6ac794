#![doc = include_str!("../FORMAT.md")]
#![no_std]

#[cfg(feature = "read")]
extern crate alloc;

#[cfg(feature = "read")]
pub mod read;
pub mod record;
pub mod term;

pub use record::{Kind, MAGIC, Record, SECTIONS, VERSION};
pub use term::Term;
