//! A number that JavaScript carries.

use std::cell::Cell;

use napi_core::prelude::*;

#[export(scope = "host")]
fn box_new<'s>(env: &Env<'s>, value: f64) -> Result<External<'s, Cell<f64>>> {
    env.external(Cell::new(value))
}

#[export(scope = "host")]
fn box_add(env: &Env<'_>, carried: External<'_, Cell<f64>>, number: f64) -> Result<f64> {
    let carried = carried.get(env)?;
    carried.set(carried.get() + number);
    Ok(carried.get())
}
