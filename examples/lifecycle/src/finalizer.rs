//! Finalizers: code that runs when an object has been collected.

use std::cell::Cell;
use std::rc::Rc;

use napi_core::prelude::*;

/// How many finalizers of this environment have run.
#[derive(Default)]
struct Finalized(Rc<Cell<u32>>);

/// Returns an object whose collection is counted.
#[export]
fn add_finalizer<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let object = env.object()?;
    object.set(env, "key", "AddFinalizer")?;
    let count = Rc::clone(&env.instance_data::<Finalized>()?.0);
    env.add_finalizer(object, move || count.set(count.get() + 1))?;
    Ok(object)
}

/// The number of finalizers that have run in this environment.
#[export]
fn finalized_count(env: &Env<'_>) -> Result<u32> {
    Ok(env.instance_data::<Finalized>()?.0.get())
}
