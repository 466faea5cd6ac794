//! Dates and times of chrono.

use chrono::{DateTime, FixedOffset, Local, TimeZone, Utc};

use super::dates::{from_date, to_date};
use super::{FromJs, IntoJs, batched, batched_into};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Value};

macro_rules! from_dates {
    ($($zone:ty: $doc:literal;)*) => {$(
        #[doc = $doc]
        impl<'s> FromJs<'s> for DateTime<$zone> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                let time = from_date(env, value, "DateTime", DateTime::<Utc>::from_timestamp_millis)?;
                Ok(time.into())
            }
            batched!();
        }

        impl Family for DateTime<$zone> {
            type Of<'x> = Self;
        }
    )*};
}
from_dates! {
    Utc: "From a Date; an invalid one is out of range. (Feature `chrono`)";
    Local: "From a Date, in the time zone of the system. (Feature `chrono`)";
    FixedOffset: "From a Date, which knows no time zone: at an offset of 0. (Feature `chrono`)";
}

/// Becomes a Date, rounded down to the millisecond, before 1970 too; the time zone is lost. (Feature `chrono`)
impl<'s, Z: TimeZone> IntoJs<'s> for DateTime<Z> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        to_date(env, i128::from(self.timestamp_millis()))
    }
    batched_into!();
}
