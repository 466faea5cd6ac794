//! The functions that take an `Env`, once more, with the scope of their own that is the default.

use napi_core::prelude::*;

#[export]
fn add_scoped(_env: &Env<'_>, a: f64, b: f64) -> f64 {
    a + b
}

#[export]
fn call0_scoped(env: &Env<'_>, callback: Function<'_, ()>) -> Result<()> {
    callback.call(env, ()).map(drop)
}

#[export]
fn call1_scoped(env: &Env<'_>, callback: Function<'_, (f64,), f64>, number: f64) -> Result<f64> {
    callback.call(env, (number,))
}

#[export]
fn call_many_scoped(env: &Env<'_>, callback: Function<'_, (f64,), f64>, count: u32) -> Result<f64> {
    let mut sum = 0.0;
    for i in 0..count {
        sum += callback.call(env, (f64::from(i),))?;
    }
    Ok(sum)
}

#[export]
fn make_point_scoped<'s>(env: &Env<'s>, x: f64, y: f64) -> Result<Object<'s>> {
    let point = env.object()?;
    point.set(env, "x", x)?;
    point.set(env, "y", y)?;
    point.set(env, "name", "point")?;
    Ok(point)
}
