//! Calls from JavaScript: from the host's callback to the user's function and back.

mod argument;
mod arity;
mod closure;
mod incoming;
mod path;
mod policy;
mod rest;
mod slice;
mod str;
mod trampoline;

pub use argument::{Argument, Lend};
pub(crate) use incoming::Entry;
pub use incoming::{Call, Incoming, Returned};
pub use rest::{Rest, This};
pub(crate) use slice::Lending;
pub use trampoline::Callback;
pub(crate) use trampoline::{arity, call, fence, illegal_constructor, trampoline};
