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

/// For comparison with the box: what napi-rs recommends for carried values.
#[napi]
pub struct Counter(f64);

#[napi]
impl Counter {
    #[napi(constructor)]
    pub fn new(value: f64) -> Self {
        Self(value)
    }

    #[napi]
    pub fn add(&mut self, number: f64) -> f64 {
        self.0 += number;
        self.0
    }
}
