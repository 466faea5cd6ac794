//! Typed arrays, arrays and objects.

use std::ffi::CStr;
use std::ptr::null_mut;

use napi_sys::*;

use crate::{Outcome, arguments, callback, check, double, from_double};

unsafe fn sum_f64(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [array] = arguments(env, info)?;
    let (mut kind, mut length, mut data) = (0, 0, null_mut());
    check(napi_get_typedarray_info(env, array, &mut kind, &mut length, &mut data, null_mut(), null_mut()))?;
    if kind != TypedarrayType::float64_array {
        return Err(());
    }
    let numbers: &[f64] = if length == 0 { &[] } else { std::slice::from_raw_parts(data.cast(), length) };
    from_double(env, numbers.iter().fold(0.0, |sum, number| sum + number))
}

/// The length and the last byte.
unsafe fn bytes_in(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [buffer] = arguments(env, info)?;
    let (mut data, mut length) = (null_mut(), 0);
    check(napi_get_buffer_info(env, buffer, &mut data, &mut length))?;
    let bytes: &[u8] = if length == 0 { &[] } else { std::slice::from_raw_parts(data.cast(), length) };
    from_double(env, length as f64 + bytes.last().copied().map_or(0.0, f64::from))
}

unsafe fn sum_array(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [array] = arguments(env, info)?;
    let (mut length, mut element, mut sum) = (0, null_mut(), 0.0);
    check(napi_get_array_length(env, array, &mut length))?;
    for i in 0..length {
        check(napi_get_element(env, array, i, &mut element))?;
        sum += double(env, element)?;
    }
    from_double(env, sum)
}

unsafe fn make_array(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [length] = arguments(env, info)?;
    let (length, mut array) = (double(env, length)? as u32, null_mut());
    check(napi_create_array_with_length(env, length as usize, &mut array))?;
    for i in 0..length {
        check(napi_set_element(env, array, i, from_double(env, f64::from(i) + 0.5)?))?;
    }
    Ok(array)
}

unsafe fn get(env: napi_env, object: napi_value, key: &CStr) -> Outcome<napi_value> {
    let mut value = null_mut();
    check(napi_get_named_property(env, object, key.as_ptr(), &mut value))?;
    Ok(value)
}

/// x + y + the length of the name in bytes.
unsafe fn take_point(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [point] = arguments(env, info)?;
    let (x, y) = (double(env, get(env, point, c"x")?)?, double(env, get(env, point, c"y")?)?);
    let (name, mut length) = (get(env, point, c"name")?, 0);
    check(napi_get_value_string_utf8(env, name, null_mut(), 0, &mut length))?;
    let mut bytes = Vec::<u8>::with_capacity(length + 1);
    check(napi_get_value_string_utf8(env, name, bytes.as_mut_ptr().cast(), length + 1, &mut length))?;
    from_double(env, x + y + length as f64)
}

unsafe fn make_point(env: napi_env, info: napi_callback_info) -> Outcome<napi_value> {
    let [x, y] = arguments(env, info)?;
    let (x, y) = (double(env, x)?, double(env, y)?);
    let (mut point, mut name) = (null_mut(), null_mut());
    check(napi_create_object(env, &mut point))?;
    check(napi_set_named_property(env, point, c"x".as_ptr(), from_double(env, x)?))?;
    check(napi_set_named_property(env, point, c"y".as_ptr(), from_double(env, y)?))?;
    check(napi_create_string_utf8(env, c"point".as_ptr(), 5, &mut name))?;
    check(napi_set_named_property(env, point, c"name".as_ptr(), name))?;
    Ok(point)
}

pub(crate) unsafe fn define(env: napi_env, exports: napi_value) {
    let define = |name, function| crate::define(env, exports, name, function);
    define(c"sumF64", callback!(sum_f64));
    define(c"bytesIn", callback!(bytes_in));
    define(c"sumArray", callback!(sum_array));
    define(c"makeArray", callback!(make_array));
    define(c"takePoint", callback!(take_point));
    define(c"makePoint", callback!(make_point));
}
