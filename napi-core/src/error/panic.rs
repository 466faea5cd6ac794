//! Panics, which never reach the host.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Error, Result, code};

/// Runs `run`; a panic becomes an error with its message.
#[inline(always)]
pub(crate) fn catch<R>(run: impl FnOnce() -> R) -> Result<R> {
    catch_unwind(AssertUnwindSafe(run)).map_err(from_panic)
}

/// Runs what has no caller to tell about a panic; the panic hook has reported it.
pub(crate) fn contain(run: impl FnOnce()) {
    drop(catch(run));
}

#[cold]
fn from_panic(payload: Box<dyn Any + Send>) -> Error {
    let message = (payload.downcast_ref::<&str>().copied())
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without a message");
    let error = Error::new(message).with_code(code::RUST_PANIC);
    // The payload is a value of the user's, whose destructor may panic in turn. What that leaves is given up.
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        core::mem::forget(second);
    }
    error
}
