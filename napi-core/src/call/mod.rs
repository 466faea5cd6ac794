//! Calls from JavaScript: from the host's callback to the user's function and back.

mod argument;
mod arity;
mod closure;
mod incoming;
mod policy;
mod rest;
mod slice;
mod str;
mod trampoline;

pub use incoming::{Call, Returned};
pub use rest::{Rest, This};
pub use trampoline::Callback;
pub(crate) use trampoline::{illegal_constructor, trampoline};
