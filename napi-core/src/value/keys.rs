//! Which keys of an object are asked for.

use super::{Array, Object};
use crate::env::Env;
use crate::error::Result;
use crate::sys::{KeyKind, KeyQuery};

/// Which keys [`Object::keys_where`] gives, and how: a value made by calls in a row.
///
/// ```
/// use napi_core::KeyFilter;
///
/// const SYMBOLS: KeyFilter = KeyFilter::own().only_symbols().only_enumerable();
/// assert_ne!(SYMBOLS, KeyFilter::own());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyFilter(KeyQuery);

impl KeyFilter {
    /// All keys of the object itself, text and symbols, as `Reflect.ownKeys` gives them. (`napi_key_own_only`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, user: Object<'_>) -> Result<Array<'e>> {
    /// user.keys_where(env, KeyFilter::own())
    /// # }
    /// ```
    pub const fn own() -> Self {
        Self(KeyQuery { inherited: false, enumerable: false, kind: KeyKind::All, numbers: false })
    }

    /// All keys of the object and of its prototypes, each once. (`napi_key_include_prototypes`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, user: Object<'_>) -> Result<Array<'e>> {
    /// // What `for (const key in user)` meets.
    /// user.keys_where(env, KeyFilter::with_inherited().only_text().only_enumerable())
    /// # }
    /// ```
    pub const fn with_inherited() -> Self {
        Self(KeyQuery { inherited: true, ..Self::own().0 })
    }

    /// Without those that `Object.keys` leaves out. (`napi_key_enumerable`)
    ///
    /// ```
    /// # use napi_core::KeyFilter;
    /// let filter = KeyFilter::own().only_enumerable();
    /// ```
    #[must_use]
    pub const fn only_enumerable(self) -> Self {
        Self(KeyQuery { enumerable: true, ..self.0 })
    }

    /// Text, and no symbols; the later call counts of this and [`only_symbols`](Self::only_symbols). (`napi_key_skip_symbols`)
    ///
    /// ```
    /// # use napi_core::KeyFilter;
    /// let filter = KeyFilter::own().only_text();
    /// ```
    #[must_use]
    pub const fn only_text(self) -> Self {
        Self(KeyQuery { kind: KeyKind::Text, ..self.0 })
    }

    /// Symbols, and no text; the later call counts of this and [`only_text`](Self::only_text). (`napi_key_skip_strings`)
    ///
    /// ```
    /// # use napi_core::KeyFilter;
    /// let filter = KeyFilter::own().only_symbols();
    /// ```
    #[must_use]
    pub const fn only_symbols(self) -> Self {
        Self(KeyQuery { kind: KeyKind::Symbols, ..self.0 })
    }

    /// Indices as numbers instead of text. (`napi_key_keep_numbers`)
    ///
    /// ```
    /// # use napi_core::KeyFilter;
    /// let filter = KeyFilter::own().keep_numbers();
    /// ```
    #[must_use]
    pub const fn keep_numbers(self) -> Self {
        Self(KeyQuery { numbers: true, ..self.0 })
    }
}

impl Object<'_> {
    /// The keys that the filter lets through, in the order of JavaScript. (`napi_get_all_property_names`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, user: Object<'_>) -> Result<u32> {
    /// user.keys_where(env, KeyFilter::own().only_symbols())?.len(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may), and as every method of [`Env`].
    pub fn keys_where<'e>(self, env: &Env<'e>, filter: KeyFilter) -> Result<Array<'e>> {
        Ok(Array::from_raw(env.enter()?.keys(self.raw(), filter.0)?))
    }
}
