//! Results of fallible functions.

use super::IntoJs;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::value::Value;

/// The error is thrown.
impl<'s, T: IntoJs<'s>, E: Into<Error>> IntoJs<'s> for Result<T, E> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.map_err(Into::into)?.into_js(env)
    }

    #[inline(always)]
    fn into_return(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        self.map_err(Into::into)?.into_return(env)
    }

    const RETURNS_NOTHING: bool = T::RETURNS_NOTHING;

    #[inline(always)]
    fn nothing(self) -> Result<()> {
        self.map_err(Into::into)?.nothing()
    }
}
