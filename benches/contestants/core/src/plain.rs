//! Functions of numbers and strings, throwing, and calling back.

use napi_core::prelude::*;

#[export]
fn noop() {}

#[export]
fn add_i32(a: i32, b: i32) -> i32 {
    a.wrapping_add(b)
}

#[export]
fn add_f64(a: f64, b: f64) -> f64 {
    a + b
}

#[export]
fn echo(text: String) -> String {
    text
}

#[export]
fn throw_error() -> Result<()> {
    Err(Error::new("it failed"))
}

#[export(scope = "host")]
fn call0(env: &Env<'_>, callback: Function<'_, ()>) -> Result<()> {
    callback.call(env, ()).map(drop)
}

#[export(scope = "host")]
fn call1(env: &Env<'_>, callback: Function<'_, (f64,), f64>, number: f64) -> Result<f64> {
    callback.call(env, (number,))
}

#[export(scope = "host")]
fn call_many(env: &Env<'_>, callback: Function<'_, (f64,), f64>, count: u32) -> Result<f64> {
    let mut sum = 0.0;
    for i in 0..count {
        sum += callback.call(env, (f64::from(i),))?;
    }
    Ok(sum)
}
