//! Symbols.

use super::{Function, Object, Value, handle, js};
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

impl Symbol<'_> {
    /// The text with which it was made, or its key; `None` for a symbol without one.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, symbol: Symbol<'_>) -> Result<Option<String>> {
    /// symbol.description(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws where a program has changed `Symbol.prototype`, and as every method of [`Env`].
    pub fn description(self, env: &Env<'_>) -> Result<Option<String>> {
        // Node-API knows properties of objects only: of the symbol as an object.
        let boxed: Function<'_, (js::Symbol,), js::Object> = env.global()?.get(env, "Object")?;
        boxed.call(env, (Symbol::from_raw(self.raw()),))?.get(env, "description")
    }
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

    /// The symbol that everybody gets who asks for this key, as `Symbol.for(key)` does.
    /// (`node_api_symbol_for`; on a host before Node-API 9 that function of JavaScript)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, object: Object<'_>) -> Result<()> {
    /// object.set(env, env.symbol_for("app.version")?, 3)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws where it is asked, and as every method of [`Env`].
    pub fn symbol_for(&self, key: &str) -> Result<Symbol<'s>> {
        if let Some(symbol) = self.host()?.symbol_for(key) {
            return Ok(Symbol::from_raw(symbol?));
        }
        let constructor: Object<'s> = self.global()?.get(self, "Symbol")?;
        let find: Function<'s, (js::JsString,), js::Symbol> = constructor.get(self, "for")?;
        find.call_with_this(self, constructor, (self.string(key)?,))
    }

    /// A symbol of the language, such as `Symbol.iterator`; `None` where the host is older than the symbol.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, object: Object<'_>) -> Result<bool> {
    /// match env.well_known_symbol(WellKnownSymbol::Iterator)? {
    ///     Some(iterator) => object.has(env, iterator),
    ///     None => Ok(false),
    /// }
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` where a program has put something else there, and as every method of [`Env`].
    pub fn well_known_symbol(&self, symbol: WellKnownSymbol) -> Result<Option<Symbol<'s>>> {
        self.global()?.get::<Object<'s>>(self, "Symbol")?.get(self, symbol.name())
    }
}

/// The symbols of the language, which are properties of `Symbol`.
///
/// ```
/// assert_eq!(napi_core::WellKnownSymbol::AsyncIterator.name(), "asyncIterator");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WellKnownSymbol {
    /// `Symbol.asyncDispose`
    AsyncDispose,
    /// `Symbol.asyncIterator`
    AsyncIterator,
    /// `Symbol.dispose`
    Dispose,
    /// `Symbol.hasInstance`
    HasInstance,
    /// `Symbol.isConcatSpreadable`
    IsConcatSpreadable,
    /// `Symbol.iterator`
    Iterator,
    /// `Symbol.match`
    Match,
    /// `Symbol.matchAll`
    MatchAll,
    /// `Symbol.replace`
    Replace,
    /// `Symbol.search`
    Search,
    /// `Symbol.species`
    Species,
    /// `Symbol.split`
    Split,
    /// `Symbol.toPrimitive`
    ToPrimitive,
    /// `Symbol.toStringTag`
    ToStringTag,
    /// `Symbol.unscopables`
    Unscopables,
}

impl WellKnownSymbol {
    /// The name of the property of `Symbol`.
    ///
    /// ```
    /// assert_eq!(napi_core::WellKnownSymbol::ToStringTag.name(), "toStringTag");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::AsyncDispose => "asyncDispose",
            Self::AsyncIterator => "asyncIterator",
            Self::Dispose => "dispose",
            Self::HasInstance => "hasInstance",
            Self::IsConcatSpreadable => "isConcatSpreadable",
            Self::Iterator => "iterator",
            Self::Match => "match",
            Self::MatchAll => "matchAll",
            Self::Replace => "replace",
            Self::Search => "search",
            Self::Species => "species",
            Self::Split => "split",
            Self::ToPrimitive => "toPrimitive",
            Self::ToStringTag => "toStringTag",
            Self::Unscopables => "unscopables",
        }
    }
}
