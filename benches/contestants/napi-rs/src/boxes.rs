//! A number that JavaScript carries.

use napi::bindgen_prelude::*;
use napi_derive::napi;

#[napi]
pub fn box_new(value: f64) -> External<f64> {
    External::new(value)
}

#[napi]
pub fn box_add(carried: &mut External<f64>, number: f64) -> f64 {
    **carried += number;
    **carried
}
