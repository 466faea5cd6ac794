//! Dates and times of chrono.

#[cfg(feature = "chrono-local")]
use chrono::Local;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone, Utc};

use super::dates::{from_date, to_date};
use super::{FromJs, IntoJs, batched, batched_into};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Value};

macro_rules! from_dates {
    ($($(#[$attribute:meta])* $zone:ty;)*) => {$(
        $(#[$attribute])*
        impl<'s> FromJs<'s> for DateTime<$zone> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                let time = from_date(env, value, "DateTime", DateTime::<Utc>::from_timestamp_millis)?;
                Ok(time.into())
            }
            batched!();
        }
    )*};
}
from_dates! {
    /// From a Date; an invalid one is out of range. (Feature `chrono`)
    Utc;
    /// From a Date, in the time zone of the system. (Feature `chrono-local`)
    #[cfg(feature = "chrono-local")]
    Local;
    /// From a Date, which knows no time zone: at an offset of 0. (Feature `chrono`)
    FixedOffset;
}

impl<Z: TimeZone + 'static> Family for DateTime<Z> {
    type Of<'x> = Self;
}

/// From a Date, as the time in UTC. (Feature `chrono`)
impl<'s> FromJs<'s> for NaiveDateTime {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let time = from_date(env, value, "NaiveDateTime", DateTime::<Utc>::from_timestamp_millis)?;
        Ok(time.naive_utc())
    }
    batched!();
}

/// Becomes the Date at which it is this time in UTC, rounded down to the millisecond. (Feature `chrono`)
impl<'s> IntoJs<'s> for NaiveDateTime {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.and_utc().into_js(env)
    }
    batched_into!();
}

impl Family for NaiveDateTime {
    type Of<'x> = Self;
}

/// Becomes a Date, rounded down to the millisecond, before 1970 too; the time zone is lost. (Feature `chrono`)
impl<'s, Z: TimeZone> IntoJs<'s> for DateTime<Z> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        to_date(env, i128::from(self.timestamp_millis()))
    }
    batched_into!();
}
