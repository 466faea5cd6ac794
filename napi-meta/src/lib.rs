#![doc = include_str!("../FORMAT.md")]
#![no_std]

pub mod record;
pub mod term;

pub use record::{Kind, MAGIC, Record, SECTIONS, VERSION};
pub use term::Term;
