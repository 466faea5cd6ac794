//! Values that are not what a conversion expects.

use super::Value;
use crate::env::{Env, InstancePtr};
use crate::error::{Error, Result, code, contained};
use crate::sys::{Failure, Refused};

/// The value has another type than the conversion expects.
#[cold]
pub(crate) fn mismatch(env: &Env<'_>, expected: &str, value: Value<'_>) -> Error {
    match value.type_of(env) {
        Ok(kind) => wrong_type(expected, &kind.to_string()),
        Err(error) => error,
    }
}

/// The error of a value that is `got`, where `expected` is needed.
#[cold]
pub(crate) fn wrong_type(expected: &str, got: &str) -> Error {
    Error::type_error(format!("expected {expected}, got {got}")).with_code(code::INVALID_ARG_TYPE)
}

/// The error of a value of the right type that does not fit.
#[cold]
pub(crate) fn out_of_range(expected: &str, got: impl core::fmt::Display) -> Error {
    Error::range_error(format!("expected {expected}, got {got}")).with_code(code::OUT_OF_RANGE)
}

/// The value, or the error of a host call that found another type, as an error of the conversion.
#[inline(always)]
pub(crate) fn expect<T>(
    env: &Env<'_>,
    value: Value<'_>,
    expected: &str,
    read: core::result::Result<T, Failure>,
) -> Result<T> {
    read.map_err(|failure| unfit(env, value, expected, failure))
}

/// The number, or an error.
#[inline(always)]
pub(crate) fn number(env: &Env<'_>, value: Value<'_>) -> Result<f64> {
    env.host()?;
    argument_number(env, &value)
}

/// As [`number`], for [`from_argument`](FromJs::from_argument).
#[inline(always)]
pub(crate) fn argument_number(env: &Env<'_>, value: &Value<'_>) -> Result<f64> {
    let instance = env.instance();
    instance.host().get_double(value.raw()).map_err(|refused| {
        let error = no_number(instance, value, refused);
        // Else the calls for all arguments are made one, whose argument waits in a register of the usual path.
        core::hint::black_box(());
        error
    })
}

/// Out of line, and without the token, so that each argument of each function pays for a call only.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
extern "C" fn no_number(instance: InstancePtr, value: &Value<'_>, refused: Refused) -> Error {
    contained(|| unfit(&Env::mint(instance), *value, "number", instance.host().failure(refused)))
}

/// A number that the host did not make.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
pub(crate) extern "C" fn no_new_number(instance: InstancePtr, refused: Refused) -> Error {
    contained(|| Error::from(instance.host().failure(refused)))
}

/// Out of line, so that each argument of each function pays for a call only.
#[cold]
#[inline(never)]
fn unfit(env: &Env<'_>, value: Value<'_>, expected: &str, failure: Failure) -> Error {
    if failure.is_type_mismatch() { mismatch(env, expected, value) } else { Error::from(failure) }
}
