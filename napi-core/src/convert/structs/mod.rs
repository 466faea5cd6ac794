//! Objects with the fields of a struct: what `#[derive(FromJs)]` and `#[derive(IntoJs)]` call.

mod read;
mod rows;
mod write;

use core::ffi::CStr;

pub use read::{Fields, FromFields, from_object, from_rest, read_objects};
pub use write::{IntoFields, NewObject, into_object, write_objects};

use crate::env::Env;
use crate::error::Result;
use crate::sys::RawValue;

/// The names of an object's properties: as the compiler has written them down, and, where many objects have them, as keys
/// that the host has made of them once.
#[derive(Clone, Copy)]
struct Names<'e> {
    text: &'static [&'static CStr],
    keys: Option<&'e [RawValue]>,
}

impl Names<'_> {
    fn get(&self, index: usize) -> &'static str {
        // The macro writes them as strings.
        self.text[index].to_str().unwrap_or_default()
    }
}

/// The keys that these names become in the host.
fn keys(env: &Env<'_>, names: &[&CStr]) -> Result<Vec<RawValue>> {
    let host = env.host()?;
    names.iter().map(|name| Ok(host.string(name.to_str().unwrap_or_default())?)).collect()
}
