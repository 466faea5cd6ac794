//! Functions of numbers and strings, and calling back.

use std::ffi::c_char;
use std::ptr::{null, null_mut};

use napi_sys::*;

use crate::{Outcome, arguments, callback, check, double, from_double};

unsafe fn noop(_: napi_env, _: napi_callback_info) -> Outcome<napi_value> {
    Ok(null_mut())
}

unsafe fn int32(env: napi_env, value: napi_value) -> Outcome<i32> {
    let mut number = 0;
    check(napi_get_value_int32(env, value, &mut number))?;
    Ok(number)
}

unsafe fn from_int32(env: napi_env, number: i32) -> Outcome<napi_value> {
    let mut value = null_mut();
    check(napi_create_int32(env, number, &mut value))?;
    Ok(value)
}

unsafe fn add_i32(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [a, b] = arguments(env, info)?;
    from_int32(env, int32(env, a)?.wrapping_add(int32(env, b)?))
}

/// What is no int32 is a RangeError, and not cut off.
unsafe fn exact(env: napi_env, value: napi_value) -> Outcome<i32> {
    let number = double(env, value)?;
    let whole = number as i32;
    if f64::from(whole) == number {
        return Ok(whole);
    }
    napi_throw_range_error(env, null(), c"expected an int32".as_ptr());
    Err(())
}

unsafe fn add_i32_exact(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [a, b] = arguments(env, info)?;
    from_int32(env, exact(env, a)?.wrapping_add(exact(env, b)?))
}

unsafe fn add_f64(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [a, b] = arguments(env, info)?;
    from_double(env, double(env, a)? + double(env, b)?)
}

unsafe fn echo(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [text] = arguments(env, info)?;
    let mut length = 0;
    check(napi_get_value_string_utf8(env, text, null_mut(), 0, &mut length))?;
    let mut bytes = Vec::<u8>::with_capacity(length + 1);
    let start: *mut c_char = bytes.as_mut_ptr().cast();
    check(napi_get_value_string_utf8(env, text, start, length + 1, &mut length))?;
    let mut result = null_mut();
    check(napi_create_string_utf8(env, start, length as isize, &mut result))?;
    Ok(result)
}

unsafe fn throw_error(env: napi_env, _: napi_callback_info) -> Outcome<napi_value> {
    napi_throw_error(env, null(), c"it failed".as_ptr());
    Err(())
}

unsafe fn call<const N: usize>(env: napi_env, function: napi_value, args: [napi_value; N]) -> Outcome<napi_value> {
    let (mut receiver, mut answer) = (null_mut(), null_mut());
    check(napi_get_undefined(env, &mut receiver))?;
    check(napi_call_function(env, receiver, function, N, args.as_ptr(), &mut answer))?;
    Ok(answer)
}

unsafe fn call0(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [function] = arguments(env, info)?;
    call(env, function, [])?;
    Ok(null_mut())
}

unsafe fn call1(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [function, number] = arguments(env, info)?;
    let argument = from_double(env, double(env, number)?)?;
    from_double(env, double(env, call(env, function, [argument])?)?)
}

unsafe fn call_many(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [function, count] = arguments(env, info)?;
    let mut sum = 0.0;
    for i in 0..double(env, count)? as u32 {
        let argument = from_double(env, f64::from(i))?;
        sum += double(env, call(env, function, [argument])?)?;
    }
    from_double(env, sum)
}

pub(crate) unsafe fn define(env: napi_env, exports: napi_value) {
    let define = |name, function| crate::define(env, exports, name, function);
    define(c"noop", callback!(noop));
    define(c"addI32", callback!(add_i32));
    define(c"addI32Exact", callback!(add_i32_exact));
    define(c"addF64", callback!(add_f64));
    define(c"echo", callback!(echo));
    define(c"throwError", callback!(throw_error));
    define(c"call0", callback!(call0));
    define(c"call1", callback!(call1));
    define(c"callMany", callback!(call_many));
}
