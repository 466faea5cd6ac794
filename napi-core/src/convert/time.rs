//! Dates and times of time.

use time::{OffsetDateTime, UtcDateTime};

use super::dates::{from_date, to_date};
use super::{FromJs, IntoJs, batched, batched_into};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Value};

macro_rules! dates {
    ($($ty:ident as $name:literal;)*) => {$(
        /// From a Date, which knows no time zone: at an offset of 0. An invalid one is out of range, and so are years beyond 9999
        /// unless `time` has its feature `large-dates`. (Feature `time`)
        impl<'s> FromJs<'s> for $ty {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                from_date(env, value, $name, |milliseconds| {
                    Self::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000).ok()
                })
            }
            batched!();
        }

        /// Becomes a Date, rounded down to the millisecond, before 1970 too; the offset is lost. (Feature `time`)
        impl<'s> IntoJs<'s> for $ty {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                to_date(env, self.unix_timestamp_nanos().div_euclid(1_000_000))
            }
            batched_into!();
        }

        impl Family for $ty {
            type Of<'x> = Self;
        }
    )*};
}
dates! {
    OffsetDateTime as "OffsetDateTime";
    UtcDateTime as "UtcDateTime";
}
