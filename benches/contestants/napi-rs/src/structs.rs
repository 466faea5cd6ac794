//! Arrays of objects, big integers and dates.

use napi::bindgen_prelude::*;
use napi_derive::napi;

use crate::data::Point;

#[napi]
pub fn take_points(points: Vec<Point>) -> f64 {
    points.iter().fold(0.0, |sum, point| sum + point.x + point.y + point.name.len() as f64)
}

#[napi]
pub fn make_points(length: u32) -> Vec<Point> {
    (0..length).map(|i| Point { x: f64::from(i) + 0.5, y: f64::from(i), name: "point".to_owned() }).collect()
}

#[napi]
pub fn next_bigint(number: BigInt) -> Result<i64n> {
    match number.get_i64() {
        (number, true) => Ok(i64n(number.wrapping_add(1))),
        (_, false) => Err(Error::from_reason("expected a bigint of 64 bits")),
    }
}

/// A second later.
#[napi]
pub fn later<'env>(env: &'env Env, date: Date<'env>) -> Result<Date<'env>> {
    env.create_date(date.value_of()? + 1000.0)
}
