//! Memory that other threads see.

use crate::env::Env;
use crate::error::Result;
use crate::value::{BufferClass, Value};

/// Whether the memory of a typed array is that of a `SharedArrayBuffer`, or of a sendable one.
pub(crate) fn is_shared(env: &Env<'_>, array: Value<'_>) -> Result<bool> {
    let buffer = env.host()?.view(array.raw())?.buffer;
    Ok(!BufferClass::ArrayBuffer.has(env, Value::from_raw(buffer))?)
}
