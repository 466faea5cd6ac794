//! Dates.

use super::{Object, Value, handle};
use crate::env::Env;
use crate::error::Result;

handle! {
    /// A handle to a Date, which is an object.
    ///
    /// `SystemTime` is the time itself.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn next_day<'s>(env: &Env<'s>, date: JsDate<'_>) -> Result<JsDate<'s>> {
    ///     env.date(date.milliseconds(env)? + 86_400_000.0)
    /// }
    /// ```
    JsDate
}

impl<'s> JsDate<'s> {
    /// The milliseconds since 1970 began (UTC), as `getTime` tells them; NaN for an invalid date. (`napi_get_date_value`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, date: JsDate<'_>) -> Result<f64> {
    /// date.milliseconds(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn milliseconds(self, env: &Env<'_>) -> Result<f64> {
        Ok(env.host()?.get_date(self.raw())?)
    }

    /// The date as an object, for its methods.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, date: JsDate<'_>) -> Result<f64> {
    /// let year: Function<(), f64> = date.as_object().get(env, "getFullYear")?;
    /// year.call_with_this(env, date, ())
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::of(self.0)
    }
}

/// The milliseconds from 1970 to the last moment that a Date has.
pub(crate) const LAST_MILLISECOND: f64 = 8.64e15;

impl<'s> Env<'s> {
    /// Makes a Date of milliseconds since 1970 began (UTC), as `new Date(milliseconds)` does: fractions are cut off, and what no
    /// Date holds makes an invalid one. (`napi_create_date`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsDate<'s>> {
    /// env.date(946_684_800_000.0)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn date(&self, milliseconds: f64) -> Result<JsDate<'s>> {
        // Node, Bun and Deno do this themselves, but Node-API does not promise it.
        let held = if milliseconds.abs() <= LAST_MILLISECOND { milliseconds.trunc() + 0.0 } else { f64::NAN };
        Ok(JsDate::from_raw(self.host()?.date(held)?))
    }
}
