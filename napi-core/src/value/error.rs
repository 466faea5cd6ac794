//! Error objects.

use super::{Object, Value, ValueType, handle};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::scope::Exception;

handle! {
    /// A handle to an error object: an `Error` of JavaScript, of whatever class. (`napi_is_error`)
    ///
    /// [`Error`] keeps it beyond the scope, and is the same object when it returns.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// /// What went wrong, and what was the cause of that.
    /// #[export]
    /// fn reasons(env: &Env<'_>, error: ErrorObject<'_>) -> Result<Vec<String>> {
    ///     let mut reasons = vec![error.message(env)?];
    ///     if let Some(cause) = error.cause(env)? {
    ///         reasons.push(cause.to::<ErrorObject<'_>>(env)?.message(env)?);
    ///     }
    ///     Ok(reasons)
    /// }
    /// ```
    ErrorObject
}

impl<'s> ErrorObject<'s> {
    /// The name of its class, as `toString` shows it. May run a getter.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, error: ErrorObject<'_>) -> Result<bool> {
    /// Ok(error.name(env)? == "TypeError")
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, and as every method of [`Env`].
    pub fn name(self, env: &Env<'_>) -> Result<String> {
        self.shown(env, "name", "Error")
    }

    /// Its message, as `toString` shows it; empty if it has none. May run a getter.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, error: ErrorObject<'_>) -> Result<String> {
    /// error.message(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, and as every method of [`Env`].
    pub fn message(self, env: &Env<'_>) -> Result<String> {
        self.shown(env, "message", "")
    }

    /// Its `code`, if that is a string: errors of Node.js and of this crate have one. May run a getter.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, error: ErrorObject<'_>) -> Result<bool> {
    /// Ok(error.code(env)?.as_deref() == Some("ENOENT"))
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, and as every method of [`Env`].
    pub fn code(self, env: &Env<'_>) -> Result<Option<String>> {
        self.text(env, "code")
    }

    /// Its `stack`, if the host gives it one: text for people, which no two hosts write alike. May run JavaScript.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, error: ErrorObject<'_>) -> Result<Option<String>> {
    /// error.stack(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, and as every method of [`Env`].
    pub fn stack(self, env: &Env<'_>) -> Result<Option<String>> {
        self.text(env, "stack")
    }

    /// What was the cause of it: any value, or nothing. May run a getter.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, error: ErrorObject<'_>) -> Result<Option<Value<'e>>> {
    /// error.cause(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, and as every method of [`Env`].
    pub fn cause<'e>(self, env: &Env<'e>) -> Result<Option<Value<'e>>> {
        let cause: Value<'e> = self.as_object().get(env, "cause")?;
        Ok((cause.type_of(env)? != ValueType::Undefined).then_some(cause))
    }

    /// Keeps the object in an [`Error`], which is `Send` and outlives the scope: returned in its own environment it throws this
    /// object, elsewhere an `Error` with its text. May run getters, whose exceptions are dropped.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, error: ErrorObject<'_>) -> Result<()> {
    /// Err(error.to_error(env)?)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn to_error(self, env: &Env<'_>) -> Result<Error> {
        Exception::of(self.0).into_error(env)
    }

    /// The error as an object, for its other properties.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, error: ErrorObject<'_>) -> Result<Option<i32>> {
    /// error.as_object().get(env, "errno")
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::from_raw(self.raw())
    }

    fn shown(self, env: &Env<'_>, key: &str, absent: &str) -> Result<String> {
        let value: Value<'_> = self.as_object().get(env, key)?;
        match value.type_of(env)? {
            ValueType::Undefined => Ok(absent.to_owned()),
            _ => value.coerce_to_string(env)?.to_string(env),
        }
    }

    fn text(self, env: &Env<'_>, key: &str) -> Result<Option<String>> {
        let value: Value<'_> = self.as_object().get(env, key)?;
        match value.type_of(env)? {
            ValueType::String => value.to(env).map(Some),
            _ => Ok(None),
        }
    }
}
