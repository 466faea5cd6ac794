//! Typed arrays, arrays and objects.

use napi::bindgen_prelude::*;
use napi_derive::napi;

#[napi(js_name = "sumF64")]
pub fn sum_f64(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

/// The length and the last byte.
#[napi]
pub fn bytes_in(bytes: &[u8]) -> f64 {
    bytes.len() as f64 + bytes.last().copied().map_or(0.0, f64::from)
}

#[napi]
pub fn sum_array(numbers: Vec<f64>) -> f64 {
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

#[napi]
pub fn make_array(length: u32) -> Vec<f64> {
    (0..length).map(|i| f64::from(i) + 0.5).collect()
}

#[napi(object)]
pub struct Point {
    pub x: f64,
    pub y: f64,
    pub name: String,
}

/// x + y + the length of the name in bytes.
#[napi]
pub fn take_point(point: Point) -> f64 {
    point.x + point.y + point.name.len() as f64
}

#[napi]
pub fn make_point(x: f64, y: f64) -> Point {
    Point { x, y, name: "point".to_owned() }
}

#[napi]
pub fn make_objects(env: &Env, length: u32) -> Result<Array<'_>> {
    let mut array = env.create_array(length)?;
    for i in 0..length {
        let scope = HandleScope::create(env)?;
        let object = Object::new(env)?;
        // SAFETY: nothing keeps the object beyond the closure.
        unsafe {
            scope.close(object, |mut object| {
                object.set("i", i)?;
                array.set(i, object)
            })
        }?;
    }
    Ok(array)
}
