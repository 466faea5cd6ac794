//! Dates and times of jiff.

use jiff::{Timestamp, Zoned};

use super::dates::{from_date, to_date};
use super::{FromJs, IntoJs, batched, batched_into};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Value};

/// From a Date; an invalid one is out of range, and so are years beyond 9999. (Feature `jiff`)
impl<'s> FromJs<'s> for Timestamp {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        from_date(env, value, "Timestamp", |milliseconds| Self::from_millisecond(milliseconds).ok())
    }
    batched!();
}

/// Becomes a Date, rounded down to the millisecond, before 1970 too. (Feature `jiff`)
impl<'s> IntoJs<'s> for Timestamp {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        to_date(env, self.as_nanosecond().div_euclid(1_000_000))
    }
    batched_into!();
}

/// Becomes a Date: the time zone is lost, so that it does not come back. (Feature `jiff`)
impl<'s> IntoJs<'s> for Zoned {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.timestamp().into_js(env)
    }
    batched_into!();
}

impl Family for Timestamp {
    type Of<'x> = Self;
}

impl Family for Zoned {
    type Of<'x> = Self;
}
