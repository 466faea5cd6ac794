//! A class.

use napi_derive::napi;

#[napi]
pub struct Tally(f64);

#[napi]
impl Tally {
    #[napi(constructor)]
    pub fn new(value: f64) -> Self {
        Self(value)
    }

    #[napi]
    pub fn add(&mut self, number: f64) -> f64 {
        self.0 += number;
        self.0
    }

    #[napi(getter)]
    pub fn sum(&self) -> f64 {
        self.0
    }
}

#[napi]
pub fn sum_of(tally: &Tally) -> f64 {
    tally.0
}

#[napi]
pub fn make_tally(value: f64) -> Tally {
    Tally(value)
}
