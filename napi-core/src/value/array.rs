//! Arrays.

use super::{Object, Value, handle};
use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::scope::{Frame, Own, Scope};

handle! {
    /// A handle to an array.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn squares<'s>(env: &Env<'s>, count: u32) -> Result<Array<'s>> {
    ///     let array = env.array()?;
    ///     for n in 0..count {
    ///         array.push(env, f64::from(n) * f64::from(n))?;
    ///     }
    ///     Ok(array)
    /// }
    /// ```
    Array
}

/// How many elements [`Array::for_each`] visits in one handle scope: from 64 to 1,000 the cost of scopes disappears.
pub(crate) const BATCH: u32 = 256;

impl<'s> Env<'s> {
    /// Makes an empty array. (`napi_create_array_with_length`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Array<'s>> {
    /// env.array()
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn array(&self) -> Result<Array<'s>> {
        self.array_with_length(0)
    }

    /// Makes an array of `length` empty elements; at most 2^32 - 1. (`napi_create_array_with_length`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Array<'s>> {
    /// env.array_with_length(3)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn array_with_length(&self, length: u32) -> Result<Array<'s>> {
        Ok(Array::from_raw(self.host()?.array(length as usize)?))
    }
}

impl<'a> Array<'a> {
    /// The array as an object, for properties other than its elements.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(array: Array<'s>) -> Object<'s> {
    /// array.as_object()
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'a> {
        Object::from_raw(self.raw())
    }

    /// The number of elements, empty ones included; at most 2^32 - 1. (`napi_get_array_length`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, array: Array<'_>) -> Result<u32> {
    /// array.len(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn len(self, env: &Env<'_>) -> Result<u32> {
        Ok(env.host()?.array_length(self.raw())?)
    }

    /// Whether the array has no elements. (`napi_get_array_length`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, array: Array<'_>) -> Result<bool> {
    /// array.is_empty(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn is_empty(self, env: &Env<'_>) -> Result<bool> {
        Ok(self.len(env)? == 0)
    }

    /// Reads an element and converts it; one beyond the end reads as `undefined`. (`napi_get_element`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, array: Array<'_>) -> Result<String> {
    /// array.get(env, 0)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, the conversion's error with the index in it, and as every method of [`Env`].
    #[inline]
    pub fn get<'e, T: FromJs<'e>>(self, env: &Env<'e>, index: u32) -> Result<T> {
        let raw = env.enter()?.get_element(self.raw(), index)?;
        T::from_js(env, Value::from_raw(raw)).map_err(|error| error.at_index(index as usize))
    }

    /// Writes an element; the array grows as needed. (`napi_set_element`)
    ///
    /// It is assigned, as JavaScript does it: where the array has no such element yet, a setter of that index in a prototype is
    /// called instead. So it is with arrays that are made of a `Vec`. [`Object::define`](crate::Object::define) calls none, and
    /// takes some times as long.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, array: Array<'_>) -> Result<()> {
    /// array.set(env, 0, "first")
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, the conversion's error with the index in it, and as every method of [`Env`].
    pub fn set<'e>(self, env: &Env<'e>, index: u32, value: impl IntoJs<'e>) -> Result<()> {
        let value = value.into_js(env).map_err(|error| error.at_index(index as usize))?;
        Ok(env.enter()?.set_element(self.raw(), index, value.raw())?)
    }

    /// Writes an element behind the last. (`napi_set_element`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, array: Array<'_>) -> Result<()> {
    /// array.push(env, true)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`set`](Self::set).
    pub fn push<'e>(self, env: &Env<'e>, value: impl IntoJs<'e>) -> Result<()> {
        self.set(env, self.len(env)?, value)
    }

    /// Visits each element in a handle scope that is renewed every 256 elements, so that a long array does not pile up handles.
    ///
    /// The length is that of the beginning: elements added meanwhile are not visited, removed ones read as `undefined`.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn total(env: &mut Env<'_>, array: Array<'_>) -> Result<f64> {
    ///     let mut total = 0.0;
    ///     array.for_each(env, |env, item| {
    ///         total += item.to::<f64>(env)?;
    ///         Ok(())
    ///     })?;
    ///     Ok(total)
    /// }
    /// ```
    ///
    /// # Errors
    /// The first error that `visit` returns, what JavaScript throws, and as every method of [`Env`].
    pub fn for_each<'s>(
        self,
        env: &mut Env<'s>,
        visit: impl for<'i> FnMut(&mut Scope<'i, 's>, Value<'i>) -> Result<()>,
    ) -> Result<()> {
        self.for_each_batched(env, BATCH, visit)
    }

    /// As [`for_each`](Self::for_each), with a scope every `batch` elements; 0 counts as 1.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn each_alone(env: &mut Env<'_>, array: Array<'_>) -> Result<()> {
    ///     array.for_each_batched(env, 1, |_env, _item| Ok(()))
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`for_each`](Self::for_each).
    pub fn for_each_batched<'s>(
        self,
        env: &mut Env<'s>,
        batch: u32,
        mut visit: impl for<'i> FnMut(&mut Scope<'i, 's>, Value<'i>) -> Result<()>,
    ) -> Result<()> {
        let length = self.len(env)?;
        let mut begin = 0;
        while begin < length {
            let end = length.min(begin.saturating_add(batch.max(1)));
            let frame = Frame::open(env.instance(), Own::Plain)?;
            self.visit(&mut Scope::of(frame.env()), begin..end, &mut visit)?;
            begin = end;
        }
        Ok(())
    }

    fn visit<'i, 's>(
        self,
        scope: &mut Scope<'i, 's>,
        range: core::ops::Range<u32>,
        visit: &mut impl FnMut(&mut Scope<'i, 's>, Value<'i>) -> Result<()>,
    ) -> Result<()> {
        for index in range {
            let item = scope.enter()?.get_element(self.raw(), index)?;
            visit(scope, Value::from_raw(item))?;
        }
        Ok(())
    }
}
