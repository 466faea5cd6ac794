//! Handles to memory.

use super::{FromJs, mismatch, wrong_type};
use crate::env::Env;
use crate::error::Result;
use crate::sys::{ArrayElement, class_of};
use crate::value::{ArrayBuffer, Buffer, DataView, Exclusive, SharedArrayBuffer, TypedArray, Value, ValueType};

impl<'s> FromJs<'s> for ArrayBuffer<'s> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        if env.host()?.is_array_buffer(value.raw())? {
            let exclusive = Exclusive::of(env, value)?;
            // Where the host takes a shared buffer for one.
            if !exclusive.is_refuted() {
                return Ok(Self::new(value, exclusive));
            }
        }
        Err(mismatch(env, "ArrayBuffer", value))
    }
}

impl<'s, T: ArrayElement> FromJs<'s> for TypedArray<'s, T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(Self::new(value, typed_array(env, value, T::KIND, T::CLASS)?))
    }
}

impl<'s> FromJs<'s> for Buffer<'s> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(Self::new(value, typed_array(env, value, u8::KIND, "Buffer")?))
    }
}

/// Refuses what is no typed array of this kind; else what is known of its memory.
fn typed_array(env: &Env<'_>, value: Value<'_>, kind: core::ffi::c_int, expected: &str) -> Result<Exclusive> {
    let host = env.host()?;
    if !host.is_typed_array(value.raw())? {
        return Err(mismatch(env, expected, value));
    }
    let view = host.view(value.raw())?;
    if view.kind != kind {
        return Err(wrong_type(expected, class_of(view.kind)));
    }
    Exclusive::of(env, Value::from_raw(view.buffer))
}

impl<'s> FromJs<'s> for DataView<'s> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let host = env.host()?;
        if !host.is_data_view(value.raw())? {
            return Err(mismatch(env, "DataView", value));
        }
        let (_, buffer) = host.data_view(value.raw())?;
        Ok(Self::new(value, Exclusive::of(env, Value::from_raw(buffer))?))
    }
}

impl<'s> FromJs<'s> for SharedArrayBuffer<'s> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        // What is no object is told without JavaScript.
        let found = if value.type_of(env)? == ValueType::Object { Self::find(env, value)? } else { None };
        found.ok_or_else(|| mismatch(env, "SharedArrayBuffer", value))
    }
}
