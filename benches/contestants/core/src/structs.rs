//! Objects as structs, arrays of them, big integers and dates.

use std::time::{Duration, SystemTime};

use napi_core::prelude::*;

#[derive(FromJs, IntoJs, TypeOf)]
struct Point {
    x: f64,
    y: f64,
    name: String,
}

#[export]
fn take_struct(point: Point) -> f64 {
    point.x + point.y + point.name.len() as f64
}

#[export]
fn make_struct(x: f64, y: f64) -> Point {
    Point { x, y, name: "point".to_owned() }
}

/// One that is no row of numbers and texts, since a field may be absent: its properties are read by Node-API.
#[derive(FromJs, TypeOf)]
struct Sparse {
    x: f64,
    y: f64,
    name: Option<String>,
}

#[export]
fn take_sparse(point: Sparse) -> f64 {
    point.x + point.y + point.name.map_or(0.0, |name| name.len() as f64)
}

#[export]
fn take_points(points: Vec<Point>) -> f64 {
    points.iter().fold(0.0, |sum, point| sum + point.x + point.y + point.name.len() as f64)
}

#[export]
fn make_points(length: u32) -> Vec<Point> {
    (0..length).map(|i| make_struct(f64::from(i) + 0.5, f64::from(i))).collect()
}

#[export]
fn next_bigint(number: BigInt<i64>) -> BigInt<i64> {
    BigInt(number.0.wrapping_add(1))
}

/// A second later.
#[export]
fn later(date: SystemTime) -> SystemTime {
    date + Duration::from_secs(1)
}
