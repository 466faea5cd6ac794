//! Errors as values.

use super::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::{Error, Result, to_value};
use crate::value::{ErrorObject, Value};

/// From an error object, which it keeps: returned, or given back as a value, it is that object again.
impl<'s> FromJs<'s> for Error {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        value.to::<ErrorObject<'s>>(env)?.to_error(env)
    }
}

/// Becomes the object that would be thrown, and is not: in the `Err` of a `Result` it is thrown.
impl<'s> IntoJs<'s> for Error {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        if self.is_pending() {
            return Err(self);
        }
        // Making an error may run JavaScript: `napi_create_error` assigns the code, and prototypes may have a setter for it.
        let host = env.enter()?;
        Ok(Value::from_raw(to_value(*host, Some(env.instance()), &self)?))
    }
}
