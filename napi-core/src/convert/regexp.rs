//! Regular expressions.

use super::{FromJs, IntoJs, batched, batched_into, mismatch};
use crate::env::Env;
use crate::error::Result;
use crate::value::{REGEXP, Value, read_regexp};

/// What a RegExp is made of. It is JavaScript that matches with it: its patterns are not those of other engines.
///
/// ```
/// use napi_core::prelude::*;
///
/// /// Seen as `ignoringCase(/a+/)`, which is `/a+/i`.
/// #[export]
/// fn ignoring_case(pattern: RegExp) -> RegExp {
///     RegExp { flags: "i".to_owned(), ..pattern }
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RegExp {
    /// The pattern, as the property `source` has it: `(?:)` of an empty one.
    pub source: String,
    /// The flags, in the order of the alphabet when they come from JavaScript.
    pub flags: String,
}

impl<'s> FromJs<'s> for RegExp {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        if !REGEXP.has(env, value)? {
            return Err(mismatch(env, REGEXP.name(), value));
        }
        let (source, flags) = read_regexp(env, value)?;
        Ok(Self { source, flags })
    }
    batched!();
}

/// The pattern that the host does not know is its `SyntaxError`.
impl<'s> IntoJs<'s> for RegExp {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.regexp(&self.source, &self.flags)?.into())
    }
    batched_into!();
}
