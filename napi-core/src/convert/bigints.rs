//! Big integers.

use super::{FromJs, IntoJs, batched, batched_into, expect, out_of_range};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::sys::Lossless;
use crate::value::Value;

/// An integer that is a bigint in JavaScript: a number is none, and a bigint that does not fit is a `RangeError`.
///
/// `T` is `i64`, `u64`, `i128`, `u128`, or [`BigWords`] for any size. (`napi_create_bigint_int64` and its kin,
/// `napi_get_value_bigint_int64` and its kin)
///
/// ```
/// use napi_core::prelude::*;
///
/// /// Seen as `square(3n)`.
/// #[export]
/// fn square(number: BigInt<i64>) -> BigInt<i128> {
///     BigInt(i128::from(number.0) * i128::from(number.0))
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BigInt<T>(pub T);

/// What a [`BigInt`] can hold. It is implemented by this crate only.
///
/// ```
/// use napi_core::{BigInt, BigInteger};
///
/// fn number<T: BigInteger>(bigint: BigInt<T>) -> T {
///     bigint.0
/// }
/// # assert_eq!(number(BigInt(7_u64)), 7);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no integer that a bigint can be",
    label = "`i64`, `u64`, `i128` and `u128` are, and `BigWords` for any size"
)]
pub trait BigInteger: private::Sealed + Sized + 'static {
    /// The number of the bigint.
    #[doc(hidden)]
    fn read(env: &Env<'_>, value: Value<'_>) -> Result<Self>;

    /// The bigint of the number.
    #[doc(hidden)]
    fn create<'s>(self, env: &Env<'s>) -> Result<Value<'s>>;
}

mod private {
    pub trait Sealed {}
    impl Sealed for i64 {}
    impl Sealed for u64 {}
    impl Sealed for i128 {}
    impl Sealed for u128 {}
    impl Sealed for super::BigWords {}
}

impl<'s, T: BigInteger> FromJs<'s> for BigInt<T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        T::read(env, value).map(Self)
    }
    batched!();
}

impl<'s, T: BigInteger> IntoJs<'s> for BigInt<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.0.create(env)
    }
    batched_into!();
}

/// Integers that the host takes as they are.
macro_rules! words {
    ($($int:ident: $read:ident $make:ident;)*) => {$(
        impl BigInteger for $int {
            fn read(env: &Env<'_>, value: Value<'_>) -> Result<Self> {
                match expect(env, value, "bigint", env.host()?.$read(value.raw()))? {
                    Lossless { value, lossless: true } => Ok(value),
                    _ => Err(not_in_range(env, stringify!($int), value)),
                }
            }

            fn create<'s>(self, env: &Env<'s>) -> Result<Value<'s>> {
                Ok(Value::from_raw(env.host()?.$make(self)?))
            }
        }
    )*};
}

words! {
    i64: get_bigint_i64 bigint_i64;
    u64: get_bigint_u64 bigint_u64;
}

/// Integers of two words.
macro_rules! double_words {
    ($($int:ident),*) => {$(
        impl BigInteger for $int {
            fn read(env: &Env<'_>, value: Value<'_>) -> Result<Self> {
                let read = env.host()?.get_bigint_u128(value.raw());
                let found = expect(env, value, "bigint", read)?;
                let integer = found.and_then(|(negative, magnitude)| Self::signed(negative, magnitude));
                integer.ok_or_else(|| not_in_range(env, stringify!($int), value))
            }

            #[allow(unused_comparisons, reason = "one of the two has no sign")]
            fn create<'s>(self, env: &Env<'s>) -> Result<Value<'s>> {
                let magnitude = if self < 0 { self.wrapping_neg() } else { self } as u128;
                let words = [magnitude as u64, (magnitude >> 64) as u64];
                Ok(Value::from_raw(env.host()?.bigint_words(self < 0, trimmed(&words))?))
            }
        }
    )*};
}

double_words!(i128, u128);

/// The integer of this sign and size, if `T` holds it.
trait Signed: Sized {
    fn signed(negative: bool, magnitude: u128) -> Option<Self>;
}

impl Signed for i128 {
    fn signed(negative: bool, magnitude: u128) -> Option<Self> {
        if negative { 0_i128.checked_sub_unsigned(magnitude) } else { 0_i128.checked_add_unsigned(magnitude) }
    }
}

impl Signed for u128 {
    fn signed(negative: bool, magnitude: u128) -> Option<Self> {
        (!negative).then_some(magnitude)
    }
}

/// An integer of any size: a sign, and 64-bit words of which the least significant comes first.
///
/// Every number has one form, so that equal ones are equal: no word of zero at the end, and zero has no sign.
///
/// ```
/// use napi_core::prelude::*;
///
/// /// Seen as `bits(2n ** 1000n)`.
/// #[export]
/// fn bits(number: BigInt<BigWords>) -> u64 {
///     let words = number.0.words();
///     words.len() as u64 * 64 - words.last().map_or(0, |last| u64::from(last.leading_zeros()))
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct BigWords {
    negative: bool,
    words: Vec<u64>,
}

impl BigWords {
    /// The number with this sign and these words, the least significant first.
    ///
    /// ```
    /// use napi_core::BigWords;
    /// assert_eq!(BigWords::new(true, vec![0, 0]), BigWords::default());
    /// ```
    pub fn new(negative: bool, mut words: Vec<u64>) -> Self {
        words.truncate(trimmed(&words).len());
        Self { negative: negative && !words.is_empty(), words }
    }

    /// Whether it is less than zero.
    ///
    /// ```
    /// assert!(napi_core::BigWords::new(true, vec![1]).is_negative());
    /// ```
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// The words of its absolute value, the least significant first; zero has none.
    ///
    /// ```
    /// assert_eq!(napi_core::BigWords::new(false, vec![1, 2, 0]).words(), [1, 2]);
    /// ```
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The words, without a copy.
    ///
    /// ```
    /// assert_eq!(napi_core::BigWords::new(false, vec![1, 2]).into_words(), vec![1, 2]);
    /// ```
    pub fn into_words(self) -> Vec<u64> {
        self.words
    }
}

impl BigInteger for BigWords {
    fn read(env: &Env<'_>, value: Value<'_>) -> Result<Self> {
        let host = env.host()?;
        let count = expect(env, value, "bigint", host.bigint_word_count(value.raw()))?;
        let mut words = vec![0; count];
        let found = host.get_bigint_words(value.raw(), &mut words)?;
        words.truncate(found.count);
        Ok(Self::new(found.negative, words))
    }

    fn create<'s>(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(Value::from_raw(env.host()?.bigint_words(self.negative, &self.words)?))
    }
}

/// The words without those that are zero at the end.
fn trimmed(words: &[u64]) -> &[u64] {
    let length = words.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
    &words[..length]
}

/// A bigint of more words than this is not written down in a message: that takes longer than its length, and nobody reads it.
const SHOWN: usize = 4;

/// A bigint that `ty` does not hold.
#[cold]
fn not_in_range(env: &Env<'_>, ty: &str, value: Value<'_>) -> Error {
    let expected = format!("bigint in the range of {ty}");
    let shown = || {
        let count = env.host()?.bigint_word_count(value.raw())?;
        if count > SHOWN {
            return Ok(format!("one of {count} words of 64 bits"));
        }
        value.coerce_to_string(env)?.to_string(env)
    };
    shown().map_or_else(|error: Error| error, |shown| out_of_range(&expected, shown))
}
