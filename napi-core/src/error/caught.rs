//! A JavaScript exception that was taken out of the environment.

use core::ffi::CStr;

use crate::sys::HeldReference;

/// The exception as text, readable anywhere, and the exception itself for its own environment.
pub(crate) struct Caught {
    /// `name` of an error object.
    pub(crate) name: String,
    /// `message` of an error object, or the thrown value as a string.
    pub(crate) message: String,
    /// `code` of an error object, if it is a string.
    pub(crate) code: Option<String>,
    /// An object with the thrown value as its own property [`VALUE`](Self::VALUE): references hold no primitives, and those
    /// can be thrown too.
    pub(crate) holder: HeldReference,
}

impl Caught {
    pub(crate) const VALUE: &'static CStr = c"value";
}
