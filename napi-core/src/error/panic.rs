//! Panics, which never reach the host.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Error, Result, code};

/// Runs `run`; a panic becomes an error with its message.
#[inline(always)]
pub(crate) fn catch<R>(run: impl FnOnce() -> R) -> Result<R> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|payload| from_panic(payload))
}

/// Runs what has no caller to tell about a panic; the panic hook has reported it.
pub(crate) fn contain(run: impl FnOnce()) {
    drop(catch(run));
}

/// Makes an error, off the usual path, in a function that nothing unwinds out of: its ABI is C's, which says so. A call that
/// cannot panic needs no landing pad then for what can go wrong before and after it.
#[inline(always)]
pub(crate) fn contained(make: impl FnOnce() -> Error) -> Error {
    catch(make).unwrap_or_else(|panic| panic)
}

#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
extern "C" fn from_panic(payload: Box<dyn Any + Send>) -> Error {
    let message = (payload.downcast_ref::<&str>().copied())
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without a message");
    let error = Error::new(message).with_code(code::RUST_PANIC);
    discard(payload);
    error
}

/// Drops a payload, which is a value of the user's: its destructor may panic in turn, with a payload that does so too.
fn discard(mut payload: Box<dyn Any + Send>) {
    for _ in 0..8 {
        match catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            Ok(()) => return,
            Err(next) => payload = next,
        }
    }
    // No end in sight: leaked, because dropping it here would end the process.
    core::mem::forget(payload);
}
