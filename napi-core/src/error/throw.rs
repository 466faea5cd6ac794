//! From an [`Error`] to an exception in the environment.

use std::sync::Arc;

use super::cause::{Link, chain};
use super::{Caught, Error, ErrorKind, ErrorType, Made, Repr, catch, code, contain};
use crate::env::InstancePtr;
use crate::scope::{Frame, Own};
use crate::sys::{Descriptor, ExceptionKind, Failure, Host, PropertyKind, RawValue};
use crate::value::Handle;

/// Throws `error`; the caller returns to the host at once.
///
/// An environment that is being torn down refuses to throw. There is nobody left to tell.
#[cold]
pub(crate) fn throw(host: Host, instance: Option<InstancePtr>, error: Error) {
    // What was thrown before is told, unless it is a part of the error.
    if host.is_exception_pending().unwrap_or(true) && (error.is_pending() || !error.is_caused_by_pending()) {
        return;
    }
    contain(|| {
        if let Ok(value) = to_value(host, instance, &error) {
            let _ = host.throw(value);
        }
    });
}

/// The JavaScript value that stands for `error`, in the current scope, with its causes.
///
/// An exception that is pending and the cause of the error is taken.
#[cold]
pub(crate) fn to_value(host: Host, instance: Option<InstancePtr>, error: &Error) -> Result<RawValue, Failure> {
    // Other crates say what their sources are, and what is in them: any of it may panic.
    let links = catch(|| chain(error).collect::<Vec<_>>()).unwrap_or_else(|_| vec![Link::Error(error)]);
    let mut cause = None;
    // From the innermost on, so that an exception that is pending is taken before anything else is done.
    for link in links.into_iter().rev() {
        let value = match link {
            Link::Error(error) => match error.0.as_deref() {
                Some(Repr::Made(made)) => made_value(host, instance, error, made),
                Some(Repr::Caught(caught)) => caught_value(host, instance, caught),
                None => pending_value(host),
            },
            Link::Source(source) => source_value(host, instance, source),
        }?;
        if let Some(cause) = cause {
            define_cause(host, value, cause)?;
        }
        cause = Some(value);
    }
    cause.map_or_else(|| host.undefined(), Ok)
}

/// As `new Error(message, { cause })` does: not enumerable.
fn define_cause(host: Host, error: RawValue, cause: RawValue) -> Result<(), Failure> {
    host.define(error, &[Descriptor::new(host.string("cause")?, PropertyKind::Hidden(cause))])
}

fn made_value(host: Host, instance: Option<InstancePtr>, error: &Error, made: &Made) -> Result<RawValue, Failure> {
    let text = error.to_string();
    let code = made.code.as_deref();
    let described = Link::Error(error).origin().and_then(|origin| with_class(instance?, origin, &text, code));
    described.map_or_else(|| host.new_error(made.kind.host(), code, &text), Ok)
}

fn source_value(
    host: Host,
    instance: Option<InstancePtr>,
    source: &(dyn std::error::Error + 'static),
) -> Result<RawValue, Failure> {
    let text = catch(|| source.to_string()).unwrap_or_else(|panic| panic.message().to_owned());
    let code = ErrorType::code(source);
    let described = instance.and_then(|instance| with_class(instance, source, &text, code));
    described.map_or_else(|| host.new_error(ExceptionKind::Error, code, &text), Ok)
}

/// The error with the class that it derives, if it derives one; whatever goes wrong on the way, it is better thrown without.
fn with_class(
    instance: InstancePtr,
    error: &(dyn std::error::Error + 'static),
    text: &str,
    code: Option<&str>,
) -> Option<RawValue> {
    // JavaScript's exception is not this error's to take.
    if instance.host().is_exception_pending().unwrap_or(true) {
        return None;
    }
    let ty = ErrorType::find(error)?;
    let frame = Frame::open(instance, Own::Nothing).ok()?;
    let made = catch(|| ty.instance(&frame.env(), error, text, code).map(|error| error.value().raw()));
    let made = made.and_then(|made| made);
    if made.is_err() {
        instance.host().drop_exception();
    }
    made.ok()
}

fn caught_value(host: Host, instance: Option<InstancePtr>, caught: &Caught) -> Result<RawValue, Failure> {
    match kept_value(host, instance, caught) {
        Some(value) => Ok(value),
        None => {
            let text = format!("{}: {}", caught.name, caught.message);
            host.new_error(ErrorKind::Exception.host(), caught.code.as_deref(), &text)
        }
    }
}

/// What is pending, or that it is lost.
fn pending_value(host: Host) -> Result<RawValue, Failure> {
    if host.is_exception_pending()? {
        return host.take_exception();
    }
    let text = "an exception was pending when this error was made, and is not any more: \
                such an error cannot be kept; `try_catch` takes an exception with its value";
    host.new_error(ExceptionKind::Error, Some(code::EXCEPTION_LOST), text)
}

/// The thrown value itself, if this is its environment.
fn kept_value(host: Host, instance: Option<InstancePtr>, caught: &Caught) -> Option<RawValue> {
    let holder = &caught.holder;
    if !Arc::ptr_eq(instance?.home(), holder.home()) {
        return None;
    }
    let object = host.reference_value(holder.get()).ok()??;
    host.get_named(object, Caught::VALUE).ok()
}
