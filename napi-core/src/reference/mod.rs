//! References: values kept longer than their scope.

mod convert;
mod strong;
mod weak;

use std::sync::Arc;

pub use strong::Ref;
pub use weak::WeakRef;

use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::{HeldReference, RawReference};
use crate::value::{HandleFamily, Object, Value, ValueType, js};

/// Makes the host's reference to `value`.
fn hold(env: &Env<'_>, value: Value<'_>, count: u32) -> Result<HeldReference> {
    env.host()?;
    match value.type_of(env)? {
        // A bigint, a string and so on can be kept as a Rust value; hosts before Node-API 10 keep none of them.
        ValueType::Object | ValueType::Function | ValueType::External | ValueType::Symbol => {}
        kind => {
            let message = format!("a reference holds an object, a function, an external or a symbol, not a {kind}");
            return Err(Error::type_error(message).with_code(code::INVALID_ARG_TYPE));
        }
    }
    let held = HeldReference::new(env.instance().home(), value.raw(), count)?;
    Ok(if count > 0 { held.of_addon() } else { held })
}

/// The reference, if `env` is its environment.
fn in_its_env(held: &HeldReference, env: &Env<'_>) -> Result<RawReference> {
    let (own, other) = (held.home(), env.instance());
    if Arc::ptr_eq(own, other.home()) {
        Ok(held.get())
    } else {
        Err(wrong_env(own.generation(), other.home().generation()))
    }
}

#[cold]
fn wrong_env(own: u64, other: u64) -> Error {
    let message =
        format!("this reference belongs to environment {own} of this library and was used in environment {other}");
    Error::new(message).with_code(code::WRONG_ENV)
}

/// Reads the reference: `None` once the value was collected.
fn read<'e, F: HandleFamily>(held: &HeldReference, env: &Env<'e>) -> Result<Option<F::Of<'e>>> {
    let reference = in_its_env(held, env)?;
    env.host()?.reference_value(reference)?.map(|raw| F::found(env, Value::from_raw(raw))).transpose()
}

impl<'s> Object<'s> {
    /// Keeps the object beyond its scope. The same as [`Ref::new`]. (`napi_create_reference`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, object: Object<'_>) -> Result<Ref<js::Object>> {
    /// object.to_ref(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn to_ref(self, env: &Env<'s>) -> Result<Ref<js::Object>> {
        Ref::new(env, self)
    }
}
