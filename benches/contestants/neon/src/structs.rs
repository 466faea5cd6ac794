//! Arrays of objects, big integers and dates.

use neon::prelude::*;
use neon::types::{JsBigInt, JsDate};

#[neon::export(name = "takePoints")]
fn take_points<'cx>(cx: &mut FunctionContext<'cx>, points: Handle<'cx, JsArray>) -> NeonResult<f64> {
    let mut sum = 0.0;
    for i in 0..points.len(cx) {
        let point: Handle<JsObject> = points.get(cx, i)?;
        let x: Handle<JsNumber> = point.get(cx, "x")?;
        let y: Handle<JsNumber> = point.get(cx, "y")?;
        let name: Handle<JsString> = point.get(cx, "name")?;
        sum += x.value(cx) + y.value(cx) + name.value(cx).len() as f64;
    }
    Ok(sum)
}

#[neon::export(name = "makePoints")]
fn make_points<'cx>(cx: &mut FunctionContext<'cx>, length: f64) -> JsResult<'cx, JsArray> {
    let length = length as u32;
    let array = JsArray::new(cx, length as usize);
    for i in 0..length {
        let point = cx.empty_object();
        let (x, y, name) = (cx.number(f64::from(i) + 0.5), cx.number(i), cx.string("point"));
        point.set(cx, "x", x)?;
        point.set(cx, "y", y)?;
        point.set(cx, "name", name)?;
        array.set(cx, i, point)?;
    }
    Ok(array)
}

#[neon::export(name = "nextBigint")]
fn next_bigint<'cx>(cx: &mut FunctionContext<'cx>, number: Handle<'cx, JsBigInt>) -> JsResult<'cx, JsBigInt> {
    match number.to_i64(cx) {
        Ok(number) => Ok(JsBigInt::from_i64(cx, number.wrapping_add(1))),
        Err(_) => cx.throw_range_error("expected a bigint of 64 bits"),
    }
}

/// A second later.
#[neon::export]
fn later<'cx>(cx: &mut FunctionContext<'cx>, date: Handle<'cx, JsDate>) -> JsResult<'cx, JsDate> {
    let milliseconds = date.value(cx);
    match JsDate::new(cx, milliseconds + 1000.0) {
        Ok(date) => Ok(date),
        Err(_) => cx.throw_range_error("too late"),
    }
}
