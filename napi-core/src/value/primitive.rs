//! `undefined`, `null`, booleans and numbers.

use super::{Value, handle};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::Result;

/// `undefined`, as an argument that must be it or a result that is it.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn nothing() -> Undefined {
///     Undefined
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Undefined;

/// `null`, as an argument that must be it or a result that is it.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn parent() -> Null {
///     Null
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Null;

handle! {
    /// A handle to a boolean.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn not(env: &Env<'_>, flag: JsBoolean<'_>) -> Result<bool> {
    ///     Ok(!flag.get(env)?)
    /// }
    /// ```
    JsBoolean
}

impl JsBoolean<'_> {
    /// The boolean. (`napi_get_value_bool`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, flag: JsBoolean<'_>) -> Result<bool> {
    /// flag.get(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn get(self, env: &Env<'_>) -> Result<bool> {
        Ok(env.host()?.get_boolean(self.raw())?)
    }
}

handle! {
    /// A handle to a number.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn twice(env: &Env<'_>, number: JsNumber<'_>) -> Result<f64> {
    ///     Ok(number.get(env)? * 2.0)
    /// }
    /// ```
    JsNumber
}

impl JsNumber<'_> {
    /// The number. (`napi_get_value_double`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, number: JsNumber<'_>) -> Result<f64> {
    /// number.get(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn get(self, env: &Env<'_>) -> Result<f64> {
        let host = env.host()?;
        host.get_double(self.raw()).map_err(|refused| host.failure(refused).into())
    }
}

impl<'s> Env<'s> {
    /// A handle to `undefined`. (`napi_get_undefined`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Value<'s>> {
    /// env.undefined()
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn undefined(&self) -> Result<Value<'s>> {
        Ok(Value::from_raw(self.host()?.undefined()?))
    }

    /// A handle to `null`. (`napi_get_null`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Value<'s>> {
    /// env.null()
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn null(&self) -> Result<Value<'s>> {
        Ok(Value::from_raw(self.host()?.null()?))
    }

    /// A handle to a boolean. (`napi_get_boolean`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsBoolean<'s>> {
    /// env.boolean(true)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn boolean(&self, value: bool) -> Result<JsBoolean<'s>> {
        Ok(JsBoolean::from_raw(self.host()?.boolean(value)?))
    }

    /// A handle to a number; every `f64` is one, NaN and infinities included. (`napi_create_double`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsNumber<'s>> {
    /// env.number(0.5)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn number(&self, value: f64) -> Result<JsNumber<'s>> {
        let number: Value<'s> = value.into_js(self)?;
        Ok(JsNumber::of(number))
    }
}
