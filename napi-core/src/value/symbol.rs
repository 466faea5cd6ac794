//! Symbols.

use super::{Value, handle};
use crate::env::Env;
use crate::error::Result;

handle! {
    /// A handle to a symbol.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn hidden<'s>(env: &Env<'s>, object: Object<'_>, key: Symbol<'_>) -> Result<Value<'s>> {
    ///     object.get(env, key)
    /// }
    /// ```
    Symbol
}

impl<'s> Env<'s> {
    /// Makes a new symbol, different from every other. (`napi_create_symbol`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Symbol<'s>> {
    /// env.symbol("state")
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn symbol(&self, description: &str) -> Result<Symbol<'s>> {
        let host = self.host()?;
        Ok(Symbol::from_raw(host.symbol(host.string(description)?)?))
    }
}
