use napi_core::prelude::*;

#[export]
fn add(a: f64, b: f64) -> f64 {
    a + b
}
