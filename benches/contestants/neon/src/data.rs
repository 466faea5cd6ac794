//! Typed arrays, arrays and objects.

use neon::prelude::*;
use neon::types::buffer::TypedArray;

#[neon::export(name = "sumF64")]
fn sum_f64<'cx>(cx: &mut FunctionContext<'cx>, numbers: Handle<'cx, JsTypedArray<f64>>) -> f64 {
    numbers.as_slice(cx).iter().fold(0.0, |sum, number| sum + number)
}

/// The length and the last byte.
#[neon::export(name = "bytesIn")]
fn bytes_in<'cx>(cx: &mut FunctionContext<'cx>, bytes: Handle<'cx, JsBuffer>) -> f64 {
    let bytes = bytes.as_slice(cx);
    bytes.len() as f64 + bytes.last().copied().map_or(0.0, f64::from)
}

#[neon::export(name = "sumArray")]
fn sum_array<'cx>(cx: &mut FunctionContext<'cx>, numbers: Handle<'cx, JsArray>) -> NeonResult<f64> {
    let mut sum = 0.0;
    for i in 0..numbers.len(cx) {
        sum += numbers.get::<JsNumber, _, _>(cx, i)?.value(cx);
    }
    Ok(sum)
}

#[neon::export(name = "makeArray")]
fn make_array<'cx>(cx: &mut FunctionContext<'cx>, length: f64) -> JsResult<'cx, JsArray> {
    let numbers: Vec<f64> = (0..length as u32).map(|i| f64::from(i) + 0.5).collect();
    let array = JsArray::new(cx, numbers.len());
    for (i, number) in numbers.iter().enumerate() {
        let number = cx.number(*number);
        array.set(cx, i as u32, number)?;
    }
    Ok(array)
}

/// x + y + the length of the name in bytes.
#[neon::export(name = "takePoint")]
fn take_point<'cx>(cx: &mut FunctionContext<'cx>, point: Handle<'cx, JsObject>) -> NeonResult<f64> {
    let x: Handle<JsNumber> = point.get(cx, "x")?;
    let y: Handle<JsNumber> = point.get(cx, "y")?;
    let name: Handle<JsString> = point.get(cx, "name")?;
    Ok(x.value(cx) + y.value(cx) + name.value(cx).len() as f64)
}

#[neon::export(name = "makePoint")]
fn make_point<'cx>(cx: &mut FunctionContext<'cx>, x: f64, y: f64) -> JsResult<'cx, JsObject> {
    let point = cx.empty_object();
    let (x, y, name) = (cx.number(x), cx.number(y), cx.string("point"));
    point.set(cx, "x", x)?;
    point.set(cx, "y", y)?;
    point.set(cx, "name", name)?;
    Ok(point)
}

#[neon::export(name = "makeObjects")]
fn make_objects<'cx>(cx: &mut FunctionContext<'cx>, length: f64) -> JsResult<'cx, JsArray> {
    let length = length as u32;
    let array = JsArray::new(cx, length as usize);
    for i in 0..length {
        cx.execute_scoped(|mut cx| {
            let object = cx.empty_object();
            let number = cx.number(i);
            object.set(&mut cx, "i", number)?;
            array.set(&mut cx, i, object)
        })?;
    }
    Ok(array)
}
