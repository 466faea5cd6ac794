//! Exceptions as values.

use crate::env::Env;
use crate::error::{Caught, Error, Result, to_value};
use crate::sys::HeldReference;
use crate::value::{Object, Value};

/// A JavaScript exception that was taken out of the environment.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn message_of(env: &mut Env<'_>, run: Function<'_, ()>) -> Result<Option<String>> {
///     match env.try_catch(|env| run.call(env, ()))? {
///         Ok(_) => Ok(None),
///         Err(exception) => Ok(Some(exception.into_error(env)?.message().to_owned())),
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Exception<'s>(Value<'s>);

impl<'s> Exception<'s> {
    /// A value, as if it had been thrown.
    pub(crate) fn of(value: Value<'s>) -> Self {
        Self(value)
    }

    /// The value that was thrown, which need not be an error object.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn thrown<'s>(env: &mut Env<'s>, run: Function<'_, ()>) -> Result<Value<'s>> {
    /// match env.try_catch(|env| run.call(env, ()))? {
    ///     Ok(_) => env.undefined(),
    ///     Err(exception) => Ok(exception.value()),
    /// }
    /// # }
    /// ```
    pub fn value(self) -> Value<'s> {
        self.0
    }

    /// Keeps the exception as an [`Error`], which is `Send` and outlives the scope; returned in its own environment it
    /// throws the same value again, elsewhere an `Error` with its text.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn retry(env: &mut Env<'_>, run: Function<'_, ()>) -> Result<()> {
    /// let first = env.try_catch(|env| run.call(env, ()))?;
    /// let Err(exception) = first else { return Ok(()) };
    /// let error = exception.into_error(env)?;
    /// if run.call(env, ()).is_err() {
    ///     return Err(error);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn into_error(self, env: &Env<'_>) -> Result<Error> {
        // Defined, not assigned: a setter that JavaScript put on a prototype must not take the value.
        let holder = env.object()?;
        holder.define_own(env, &Caught::VALUE.to_string_lossy(), self.0)?;
        let holder = HeldReference::new(env.instance().home(), holder.raw(), 1)?.of_addon();
        let name = self.text(env, "name").unwrap_or_else(|| "Error".to_owned());
        let message = self.text(env, "message").or_else(|| self.whole(env)).unwrap_or_default();
        let code = self.text(env, "code");
        Ok(Error::caught(Caught { name, message, code, holder }))
    }

    /// A property of an error object that is a string; a getter that throws is as good as none.
    fn text(self, env: &Env<'_>, key: &str) -> Option<String> {
        let object = self.0.to::<Object<'_>>(env).ok()?;
        quietly(env, object.get::<Value<'_>>(env, key)).and_then(|value| value.to::<String>(env).ok())
    }

    fn whole(self, env: &Env<'_>) -> Option<String> {
        quietly(env, self.0.coerce_to_string(env)).and_then(|text| text.to_string(env).ok())
    }
}

/// The result, or nothing where JavaScript threw; its exception is dropped.
fn quietly<T>(env: &Env<'_>, result: Result<T>) -> Option<T> {
    result
        .inspect_err(|error| {
            if error.is_pending() {
                let _ = env.host().map(|host| host.take_exception());
            }
        })
        .ok()
}

/// The result as it can leave this call and this thread: an exception that is pending is taken and kept in the error.
pub(crate) fn settle<T>(env: &Env<'_>, result: Result<T>) -> Result<T> {
    let Some(thrown) = take_pending(env)? else { return result };
    let caught = Exception(thrown).into_error(env)?;
    Err(match result {
        Err(error) if error.is_caused_by_pending() => error.with_pending_caught(caught),
        _ => caught,
    })
}

/// Takes the exception that is pending, if there is one. In an environment that is being terminated there is none, although
/// calls say so.
pub(crate) fn take_pending<'s>(env: &Env<'s>) -> Result<Option<Value<'s>>> {
    let host = env.host()?;
    let pending = host.is_exception_pending()?;
    Ok(if pending { Some(Value::from_raw(host.take_exception()?)) } else { None })
}

impl<'s> Env<'s> {
    /// Runs `body` and takes the exception, if one was thrown in it or it returned an error.
    ///
    /// An exception that JavaScript threw is the very value it threw; an error of Rust is made into the JavaScript error
    /// that it would have become. (`napi_get_and_clear_last_exception`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn attempt<'s>(env: &mut Env<'s>, run: Function<'_, ()>) -> Result<Value<'s>> {
    ///     match env.try_catch(|env| run.call(env, ()))? {
    ///         Ok(value) => Ok(value),
    ///         Err(exception) => Ok(exception.value()),
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// The inner result is the exception; the outer one fails as every method of [`Env`].
    pub fn try_catch<T>(&mut self, body: impl FnOnce(&mut Self) -> Result<T>) -> Result<Result<T, Exception<'s>>> {
        let result = body(self);
        // Making an error may run JavaScript: `napi_create_error` assigns the code, and prototypes may have a setter for it.
        let host = self.enter()?;
        // Thrown, unless the body has made it the cause of another: an ignored exception would otherwise surface at an
        // unrelated call.
        let is_cause = matches!(&result, Err(error) if error.is_caused_by_pending());
        if !is_cause && host.is_exception_pending()? {
            return Ok(Err(Exception(Value::from_raw(host.take_exception()?))));
        }
        match result {
            Ok(value) => Ok(Ok(value)),
            // Nothing is pending although a call said so: the environment is being terminated, and code that could catch
            // that would never end.
            Err(error) if error.is_pending() => Err(error),
            Err(error) => Ok(Err(Exception(Value::from_raw(to_value(*host, Some(self.instance()), &error)?)))),
        }
    }

    /// Throws any JavaScript value: return the answer at once. (`napi_throw`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn refuse(env: &Env<'_>, reason: Value<'_>) -> Result<()> {
    ///     Err(env.throw(reason))
    /// }
    /// ```
    pub fn throw(&self, value: Value<'_>) -> Error {
        match self.host().and_then(|host| Ok(host.throw(value.raw())?)) {
            Ok(()) => Error::pending(),
            Err(error) => error,
        }
    }
}
