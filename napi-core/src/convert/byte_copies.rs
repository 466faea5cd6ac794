//! Bytes that are copied: a `Uint8Array` on the other side.

use super::{mismatch, wrong_type};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::NoBytes;
use crate::value::Value;

const SHARED: &str = "a typed array over a SharedArrayBuffer, which other threads may write";

/// The bytes of a `Uint8Array`, which a `Buffer` of Node.js is too.
pub(super) fn read(env: &Env<'_>, value: Value<'_>) -> Result<Vec<u8>> {
    // There a shared buffer says that it is none.
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    if env.host()?.is_typed_array(value.raw())? && crate::ohos::is_shared(env, value)? {
        return Err(wrong_type("Uint8Array", SHARED));
    }
    match env.host()?.copy_of_uint8_array(value.raw())? {
        Ok(bytes) => Ok(bytes),
        Err(NoBytes::NoUint8Array) => Err(mismatch(env, "Uint8Array", value)),
        Err(NoBytes::Shared) => Err(wrong_type("Uint8Array", SHARED)),
        Err(NoBytes::Detached) => {
            Err(Error::type_error("expected Uint8Array, got a detached one").with_code(code::INVALID_ARG_VALUE))
        }
    }
}

pub(super) fn write<'s>(env: &Env<'s>, bytes: &[u8]) -> Result<Value<'s>> {
    Ok(Value::from_raw(env.host()?.copied_uint8_array(bytes)?))
}
