//! Loops over the properties of an object.

use super::{BATCH, Handle as _, JsString, Object, Value};
use crate::convert::{FromJs, entries};
use crate::env::Env;
use crate::error::Result;
use crate::scope::{Frame, Own, Scope};
use crate::sys::RawValue;

impl Object<'_> {
    /// The object's own enumerable properties with text keys, in its order, as `Object.entries` gives them.
    /// (`napi_get_all_property_names`, `napi_get_property`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn query(env: &Env<'_>, parameters: Object<'_>) -> Result<String> {
    ///     let entries = parameters.entries::<String>(env)?;
    ///     Ok(entries.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&"))
    /// }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a getter or a proxy may), the conversion's error with the key in it, and as every method of [`Env`].
    pub fn entries<'e, T: FromJs<'e>>(self, env: &Env<'e>) -> Result<Vec<(String, T)>> {
        entries(env, Value::from_raw(self.value().raw()))?.collect()
    }

    /// Calls `visit` with each of the object's own enumerable properties with text keys, in its order, in a new scope every
    /// 256 properties, so that large objects do not pile up handles.
    ///
    /// The keys are those of the beginning: properties added meanwhile are not visited, removed ones read as `undefined`.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn total(env: &mut Env<'_>, prices: Object<'_>) -> Result<f64> {
    ///     let mut total = 0.0;
    ///     prices.for_each(env, |env, _name, price| {
    ///         total += price.to::<f64>(env)?;
    ///         Ok(())
    ///     })?;
    ///     Ok(total)
    /// }
    /// ```
    ///
    /// # Errors
    /// The first error that `visit` returns, what JavaScript throws (a getter or a proxy may), and as every method of [`Env`].
    pub fn for_each<'s>(
        self,
        env: &mut Env<'s>,
        mut visit: impl for<'i> FnMut(&mut Scope<'i, 's>, JsString<'i>, Value<'i>) -> Result<()>,
    ) -> Result<()> {
        let keys = self.key_array(env)?;
        let length = keys.len(env)?;
        for begin in (0..length).step_by(BATCH as usize) {
            let frame = Frame::open(env.instance(), Own::Plain)?;
            let mut scope = Scope::of(frame.env());
            for index in begin..length.min(begin.saturating_add(BATCH)) {
                self.visit(&mut scope, keys.raw(), index, &mut visit)?;
            }
        }
        Ok(())
    }

    fn visit<'i, 's>(
        self,
        scope: &mut Scope<'i, 's>,
        keys: RawValue,
        index: u32,
        visit: &mut impl FnMut(&mut Scope<'i, 's>, JsString<'i>, Value<'i>) -> Result<()>,
    ) -> Result<()> {
        let key = scope.enter()?.get_element(keys, index)?;
        let value = scope.enter()?.get_property(self.raw(), key)?;
        visit(scope, JsString::from_raw(key), Value::from_raw(value))
    }
}
