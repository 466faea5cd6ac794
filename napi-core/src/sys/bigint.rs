//! Integers of any size.

use core::ffi::c_int;

use super::host::{Failure, Host, RawValue, answer_value, call_name, checked};
use super::imports::import;

/// The low 64 bits of a bigint, and whether there is nothing beyond them.
pub(crate) struct Lossless<T> {
    pub(crate) value: T,
    pub(crate) lossless: bool,
}

/// How many words a bigint has, and its sign.
pub(crate) struct Magnitude {
    pub(crate) negative: bool,
    pub(crate) count: usize,
}

/// Reads 64 bits.
macro_rules! read {
    ($name:ident($host:expr, $value:expr)) => {{
        let (mut value, mut lossless) = (0, false);
        let call = import!($name);
        // SAFETY: env, handle; both out-pointers are writable for the call.
        let status = unsafe { call($host.0, $value.get(), &raw mut value, &raw mut lossless) };
        checked($host, call_name!($name), status).map(|()| Lossless { value, lossless })
    }};
}

impl Host {
    pub(crate) fn bigint_i64(&self, value: i64) -> Result<RawValue, Failure> {
        answer_value!(napi_create_bigint_int64(self, value))
    }

    pub(crate) fn bigint_u64(&self, value: u64) -> Result<RawValue, Failure> {
        answer_value!(napi_create_bigint_uint64(self, value))
    }

    /// The least significant word comes first.
    pub(crate) fn bigint_words(&self, negative: bool, words: &[u64]) -> Result<RawValue, Failure> {
        answer_value!(napi_create_bigint_words(self, c_int::from(negative), words.len(), words.as_ptr()))
    }

    pub(crate) fn get_bigint_i64(&self, value: RawValue) -> Result<Lossless<i64>, Failure> {
        read!(napi_get_value_bigint_int64(self, value))
    }

    pub(crate) fn get_bigint_u64(&self, value: RawValue) -> Result<Lossless<u64>, Failure> {
        read!(napi_get_value_bigint_uint64(self, value))
    }

    /// The sign and the absolute value of a bigint that fits into 128 bits.
    pub(crate) fn get_bigint_u128(&self, value: RawValue) -> Result<Option<(bool, u128)>, Failure> {
        // With room for one too many: Deno (2.9) counts only those that it has room for.
        let mut words = [0; 3];
        let found = self.get_bigint_words(value, &mut words)?;
        let magnitude = u128::from(words[1]) << 64 | u128::from(words[0]);
        Ok((found.count <= 2).then_some((found.negative, magnitude)))
    }

    /// Reads as many words as `words` holds, the least significant first, and answers how many there are, or on Deno (2.9)
    /// how many of them `words` has room for.
    pub(crate) fn get_bigint_words(&self, value: RawValue, words: &mut [u64]) -> Result<Magnitude, Failure> {
        let (mut sign, mut count) = (0, words.len());
        let call = import!(napi_get_value_bigint_words);
        // SAFETY: env, handle; `sign` and `count` are writable for the call, and so are as many words as `count` says.
        let status = unsafe { call(self.0, value.get(), &raw mut sign, &raw mut count, words.as_mut_ptr()) };
        checked(self, call_name!(napi_get_value_bigint_words), status)?;
        Ok(Magnitude { negative: sign != 0, count })
    }

    /// How many words the bigint has.
    pub(crate) fn bigint_word_count(&self, value: RawValue) -> Result<usize, Failure> {
        let mut count = 0;
        let call = import!(napi_get_value_bigint_words);
        // SAFETY: env, handle; `count` is writable for the call, and without a sign and words no more is asked for.
        let status = unsafe { call(self.0, value.get(), core::ptr::null_mut(), &raw mut count, core::ptr::null_mut()) };
        checked(self, call_name!(napi_get_value_bigint_words), status).map(|()| count)
    }
}
