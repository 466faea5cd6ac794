//! From an [`Error`] to an exception in the environment.

use std::sync::Arc;

use super::{Caught, Error, Repr, code};
use crate::sys::{ExceptionKind, Failure, Home, Host, RawValue};

/// Throws `error`; the caller returns to the host at once.
///
/// An environment that is being torn down refuses to throw. There is nobody left to tell.
#[cold]
pub(crate) fn throw(host: Host, home: Option<&Arc<Home>>, error: Error) {
    if error.is_pending() && host.is_exception_pending().unwrap_or(true) {
        return;
    }
    if let Ok(value) = to_value(host, home, &error) {
        let _ = host.throw(value);
    }
}

/// The JavaScript value that stands for `error`, in the current scope.
#[cold]
pub(crate) fn to_value(host: Host, home: Option<&Arc<Home>>, error: &Error) -> Result<RawValue, Failure> {
    match error.0.as_deref() {
        Some(Repr::Made(made)) => {
            let text = error.to_string();
            host.new_error(made.kind.host(), made.code.as_deref(), &text)
        }
        Some(Repr::Caught(caught)) => match kept_value(host, home, caught) {
            Some(value) => Ok(value),
            None => {
                let text = format!("{}: {}", caught.name, caught.message);
                host.new_error(ExceptionKind::Error, caught.code.as_deref(), &text)
            }
        },
        None => {
            let text = "an exception was pending when this error was made, and is not any more: \
                        such an error cannot be kept; `try_catch` takes an exception with its value";
            host.new_error(ExceptionKind::Error, Some(code::EXCEPTION_LOST), text)
        }
    }
}

/// The thrown value itself, if this is its environment.
fn kept_value(host: Host, home: Option<&Arc<Home>>, caught: &Caught) -> Option<RawValue> {
    let holder = &caught.holder;
    if !Arc::ptr_eq(home?, holder.home()) {
        return None;
    }
    let object = host.reference_value(holder.get()).ok()??;
    host.get_named(object, Caught::VALUE).ok()
}
