//! Functions of numbers and strings, throwing, and calling back.

use napi::bindgen_prelude::*;
use napi_derive::napi;

#[napi]
pub fn noop() {}

#[napi(js_name = "addI32")]
pub fn add_i32(a: i32, b: i32) -> i32 {
    a.wrapping_add(b)
}

#[napi(js_name = "addF64")]
pub fn add_f64(a: f64, b: f64) -> f64 {
    a + b
}

#[napi]
pub fn echo(text: String) -> String {
    text
}

#[napi]
pub fn throw_error() -> Result<()> {
    Err(Error::from_reason("it failed"))
}

#[napi]
pub fn call0(callback: Function<(), ()>) -> Result<()> {
    callback.call(())
}

#[napi]
pub fn call1(callback: Function<f64, f64>, number: f64) -> Result<f64> {
    callback.call(number)
}

#[napi]
pub fn call_many(callback: Function<f64, f64>, count: u32) -> Result<f64> {
    let mut sum = 0.0;
    for i in 0..count {
        sum += callback.call(f64::from(i))?;
    }
    Ok(sum)
}
