//! Functions of numbers and strings, throwing, and calling back.

use neon::prelude::*;

#[neon::export(name = "noop")]
fn noop() {}

/// neon has no integers: what is added are doubles.
#[neon::export(name = "addI32")]
fn add_i32(a: f64, b: f64) -> f64 {
    a + b
}

#[neon::export(name = "addF64")]
fn add_f64(a: f64, b: f64) -> f64 {
    a + b
}

#[neon::export(name = "echo")]
fn echo(text: String) -> String {
    text
}

#[neon::export(name = "throwError")]
fn throw_error<'cx>(cx: &mut FunctionContext<'cx>) -> NeonResult<()> {
    cx.throw_error("it failed")
}

#[neon::export(name = "call0")]
fn call0<'cx>(cx: &mut FunctionContext<'cx>, callback: Handle<'cx, JsFunction>) -> NeonResult<()> {
    callback.bind(cx).exec()
}

#[neon::export(name = "call1")]
fn call1<'cx>(cx: &mut FunctionContext<'cx>, callback: Handle<'cx, JsFunction>, number: f64) -> NeonResult<f64> {
    callback.bind(cx).arg(number)?.call()
}

#[neon::export(name = "callMany")]
fn call_many<'cx>(cx: &mut FunctionContext<'cx>, callback: Handle<'cx, JsFunction>, count: f64) -> NeonResult<f64> {
    let mut sum = 0.0;
    for i in 0..count as u32 {
        sum += callback.bind(cx).arg(i)?.call::<f64>()?;
    }
    Ok(sum)
}
