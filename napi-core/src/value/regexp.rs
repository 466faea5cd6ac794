//! Regular expressions.

use super::intrinsics::{REGEXP, read_regexp};
use super::{Function, Object, Value, handle, js};
use crate::env::Env;
use crate::error::Result;

handle! {
    /// A handle to a RegExp, which is an object.
    ///
    /// [`RegExp`](crate::RegExp) is its source and its flags. What is a RegExp is told by the language, not by a prototype,
    /// and subclasses of it are too.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn matches(env: &Env<'_>, pattern: JsRegExp<'_>, text: &str) -> Result<bool> {
    ///     pattern.as_object().call_method(env, "test", (text,))
    /// }
    /// ```
    JsRegExp
}

impl<'s> JsRegExp<'s> {
    /// The pattern, as the getter `source` of RegExp gives it: `(?:)` of an empty one.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, pattern: JsRegExp<'_>) -> Result<String> {
    /// pattern.source(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn source(self, env: &Env<'_>) -> Result<String> {
        Ok(read_regexp(env, self.0)?.0)
    }

    /// The flags, in the order of the alphabet.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, pattern: JsRegExp<'_>) -> Result<bool> {
    /// Ok(pattern.flags(env)?.contains('i'))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn flags(self, env: &Env<'_>) -> Result<String> {
        Ok(read_regexp(env, self.0)?.1)
    }

    /// The RegExp as an object, for its methods.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, pattern: JsRegExp<'_>, text: &str) -> Result<String> {
    /// let replaced = (text, "-");
    /// pattern.as_object().call_method(env, env.well_known_symbol(WellKnownSymbol::Replace)?.unwrap(), replaced)
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::from_raw(self.raw())
    }
}

impl<'s> Env<'s> {
    /// Makes a RegExp, by the global constructor.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsRegExp<'s>> {
    /// env.regexp(r"^\d+$", "u")
    /// # }
    /// ```
    ///
    /// # Errors
    /// The `SyntaxError` of JavaScript for a pattern or flags that the host does not know, and as every method of [`Env`].
    pub fn regexp(&self, source: &str, flags: &str) -> Result<JsRegExp<'s>> {
        let make: Function<'s, (js::JsString, js::JsString)> = Function::of(REGEXP.constructor(self)?.into());
        let made = make.construct(self, (self.string(source)?, self.string(flags)?))?;
        Ok(JsRegExp::from_raw(made.raw()))
    }
}
