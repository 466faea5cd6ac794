//! Typed arrays, arrays and objects.

use napi_core::prelude::*;

#[export]
fn sum_f64(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

/// The length and the last byte.
#[export]
fn bytes_in(bytes: &[u8]) -> f64 {
    bytes.len() as f64 + bytes.last().copied().map_or(0.0, f64::from)
}

#[export]
fn sum_array(numbers: Vec<f64>) -> f64 {
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

#[export]
fn make_array(length: u32) -> Vec<f64> {
    (0..length).map(|i| f64::from(i) + 0.5).collect()
}

/// x + y + the length of the name in bytes.
#[export(scope = "host")]
fn take_point(env: &Env<'_>, point: Object<'_>) -> Result<f64> {
    let (x, y): (f64, f64) = (point.get(env, "x")?, point.get(env, "y")?);
    let name: String = point.get(env, "name")?;
    Ok(x + y + name.len() as f64)
}

#[export(scope = "host")]
fn make_point<'s>(env: &Env<'s>, x: f64, y: f64) -> Result<Object<'s>> {
    let point = env.object()?;
    point.set(env, "x", x)?;
    point.set(env, "y", y)?;
    point.set(env, "name", "point")?;
    Ok(point)
}

#[export(scope = "host")]
fn make_objects<'s>(env: &mut Env<'s>, length: u32) -> Result<Array<'s>> {
    let array = env.array_with_length(length)?;
    for i in 0..length {
        env.scope(|env| {
            let object = env.object()?;
            object.set(env, "i", i)?;
            array.set(env, i, object)
        })?;
    }
    Ok(array)
}
