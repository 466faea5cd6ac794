//! A number that JavaScript carries.

use std::cell::RefCell;

use neon::prelude::*;

struct Counter(RefCell<f64>);

impl Finalize for Counter {}

#[neon::export(name = "boxNew")]
fn box_new<'cx>(cx: &mut FunctionContext<'cx>, value: f64) -> JsResult<'cx, JsBox<Counter>> {
    Ok(cx.boxed(Counter(RefCell::new(value))))
}

#[neon::export(name = "boxAdd")]
fn box_add(carried: Handle<JsBox<Counter>>, number: f64) -> f64 {
    let mut value = carried.0.borrow_mut();
    *value += number;
    *value
}
