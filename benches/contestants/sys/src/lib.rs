//! The functions of the contest by hand on the raw C ABI: what Rust itself adds to C.

#![allow(unsafe_op_in_unsafe_fn, reason = "every line here is a call of the C ABI")]
#![allow(clippy::missing_safety_doc, clippy::undocumented_unsafe_blocks, clippy::multiple_unsafe_ops_per_block)]

mod data;
mod plain;

use std::ffi::CStr;
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};

use napi_sys::*;

/// `Err`: something has been or is to be thrown.
type Outcome<T> = Result<T, ()>;

fn check(status: napi_status) -> Outcome<()> {
    if status == Status::napi_ok { Ok(()) } else { Err(()) }
}

unsafe fn arguments<const N: usize>(env: napi_env, info: napi_callback_info) -> Outcome<[napi_value; N]> {
    let (mut count, mut values) = (N, MaybeUninit::<[napi_value; N]>::uninit());
    check(napi_get_cb_info(env, info, &mut count, values.as_mut_ptr().cast(), null_mut(), null_mut()))?;
    Ok(values.assume_init())
}

unsafe fn double(env: napi_env, value: napi_value) -> Outcome<f64> {
    let mut number = 0.0;
    check(napi_get_value_double(env, value, &mut number))?;
    Ok(number)
}

unsafe fn from_double(env: napi_env, number: f64) -> Outcome<napi_value> {
    let mut value = null_mut();
    check(napi_create_double(env, number, &mut value))?;
    Ok(value)
}

/// A TypeError, unless the host has thrown already.
#[cold]
unsafe fn fail(env: napi_env) -> napi_value {
    let mut pending = false;
    napi_is_exception_pending(env, &mut pending);
    if !pending {
        napi_throw_type_error(env, null(), c"expected something else".as_ptr());
    }
    null_mut()
}

/// A callback of the host around a function that returns an [`Outcome`].
macro_rules! callback {
    ($name:ident) => {{
        unsafe extern "C" fn call(env: napi_env, info: napi_callback_info) -> napi_value {
            match $name(env, info) {
                Ok(value) => value,
                Err(()) => $crate::fail(env),
            }
        }
        Some(call)
    }};
}
use callback;

unsafe fn define(env: napi_env, exports: napi_value, name: &CStr, function: napi_callback) {
    let mut value = null_mut();
    napi_create_function(env, name.as_ptr(), -1, function, null_mut(), &mut value);
    napi_set_named_property(env, exports, name.as_ptr(), value);
}

#[unsafe(no_mangle)]
unsafe extern "C" fn napi_register_module_v1(env: napi_env, exports: napi_value) -> napi_value {
    plain::define(env, exports);
    data::define(env, exports);
    exports
}
