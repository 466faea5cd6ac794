//! Big integers.

use super::{Value, handle};
use crate::convert::{BigInt, BigInteger, FromJs};
use crate::env::Env;
use crate::error::Result;

handle! {
    /// A handle to a bigint.
    ///
    /// [`BigInt<T>`](crate::BigInt) is the number itself.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn next<'s>(env: &Env<'s>, number: JsBigInt<'_>) -> Result<JsBigInt<'s>> {
    ///     env.bigint(number.get::<u64>(env)?.wrapping_add(1))
    /// }
    /// ```
    JsBigInt
}

impl JsBigInt<'_> {
    /// The number, if it fits. (`napi_get_value_bigint_int64`, `napi_get_value_bigint_uint64`, `napi_get_value_bigint_words`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, number: JsBigInt<'_>) -> Result<u128> {
    /// number.get(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_OUT_OF_RANGE` for a number that `T` does not hold, and as every method of [`Env`].
    pub fn get<T: BigInteger>(self, env: &Env<'_>) -> Result<T> {
        // The number is owned: the scope that its conversion names is any that is open.
        Ok(BigInt::<T>::from_js(env, Value::from_raw(self.raw()))?.0)
    }

    /// The number modulo 2^64, as `BigInt.asIntN(64, number)` makes it. (`napi_get_value_bigint_int64`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, number: JsBigInt<'_>) -> Result<i64> {
    /// number.wrapping_i64(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn wrapping_i64(self, env: &Env<'_>) -> Result<i64> {
        Ok(env.host()?.get_bigint_i64(self.raw())?.value)
    }

    /// The number modulo 2^64, as `BigInt.asUintN(64, number)` makes it. (`napi_get_value_bigint_uint64`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, number: JsBigInt<'_>) -> Result<u64> {
    /// number.wrapping_u64(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn wrapping_u64(self, env: &Env<'_>) -> Result<u64> {
        Ok(env.host()?.get_bigint_u64(self.raw())?.value)
    }
}

impl<'s> Env<'s> {
    /// Makes a bigint. (`napi_create_bigint_int64`, `napi_create_bigint_uint64`, `napi_create_bigint_words`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<JsBigInt<'s>> {
    /// env.bigint(u64::MAX)
    /// # }
    /// ```
    ///
    /// # Errors
    /// A `RangeError` of the host for a number larger than it has (2^30 bits in Node), and as every method of [`Env`].
    pub fn bigint<T: BigInteger>(&self, value: T) -> Result<JsBigInt<'s>> {
        Ok(JsBigInt::of(value.create(self)?))
    }
}
