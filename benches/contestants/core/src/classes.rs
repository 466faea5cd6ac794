//! A class.

use napi_core::prelude::*;

#[export]
struct Tally(f64);

#[export]
impl Tally {
    #[export(constructor)]
    fn new(value: f64) -> Self {
        Self(value)
    }

    fn add(&mut self, number: f64) -> f64 {
        self.0 += number;
        self.0
    }

    #[export(getter)]
    fn sum(&self) -> f64 {
        self.0
    }
}

#[export]
fn sum_of(tally: &Tally) -> f64 {
    tally.0
}

#[export]
fn make_tally(value: f64) -> Tally {
    Tally(value)
}
