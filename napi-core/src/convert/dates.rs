//! Times.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{FromJs, IntoJs, batched, batched_into, expect, out_of_range};
use crate::env::Env;
use crate::error::Result;
use crate::value::{LAST_MILLISECOND, Value};

/// The second from 1970 whose beginning is the last moment that a Date has.
const LAST_SECOND: u64 = LAST_MILLISECOND as u64 / 1000;

/// From a Date; an invalid one is out of range.
impl<'s> FromJs<'s> for SystemTime {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        // Windows has no time before 1601.
        from_date(env, value, "SystemTime", from_milliseconds)
    }
    batched!();
}

/// Becomes a Date, rounded down to the millisecond, before 1970 too.
impl<'s> IntoJs<'s> for SystemTime {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        match self.duration_since(UNIX_EPOCH) {
            // What most are, without numbers of 128 bits.
            Ok(after) if after.as_secs() < LAST_SECOND => {
                date(env, after.as_secs() as i64 * 1000 + i64::from(after.subsec_millis()))
            }
            _ => to_date(env, milliseconds(self)),
        }
    }
    batched_into!();
}

/// What `from` makes of the milliseconds from 1970 that a Date stands for, if it is in the range of the type of this name.
pub(super) fn from_date<T>(
    env: &Env<'_>,
    value: Value<'_>,
    name: &str,
    from: impl FnOnce(i64) -> Option<T>,
) -> Result<T> {
    let milliseconds = expect(env, value, "Date", env.host()?.get_date(value.raw()))?;
    if milliseconds.is_nan() {
        return Err(out_of_range("valid Date", "an invalid one"));
    }
    // Whole, and small enough: that is what a Date is.
    let milliseconds = milliseconds as i64;
    let out = || out_of_range(&format!("Date in the range of {name}"), format_args!("{milliseconds} ms"));
    from(milliseconds).ok_or_else(out)
}

/// The Date of so many milliseconds from 1970.
pub(super) fn to_date<'s>(env: &Env<'s>, milliseconds: i128) -> Result<Value<'s>> {
    if milliseconds.unsigned_abs() > LAST_MILLISECOND as u128 {
        let got = format_args!("{milliseconds} ms");
        return Err(out_of_range("a time up to 8.64e15 ms from 1970, which a Date holds", got));
    }
    date(env, milliseconds as i64)
}

/// The same, of a time that a Date holds.
fn date<'s>(env: &Env<'s>, milliseconds: i64) -> Result<Value<'s>> {
    Ok(Value::from_raw(env.host()?.date(milliseconds as f64)?))
}

fn from_milliseconds(milliseconds: i64) -> Option<SystemTime> {
    let distance = Duration::from_millis(milliseconds.unsigned_abs());
    if milliseconds < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
}

/// The milliseconds from 1970 to the last one that is not later than `time`.
fn milliseconds(time: SystemTime) -> i128 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_millis() as i128,
        Err(before) => -(before.duration().as_nanos().div_ceil(1_000_000) as i128),
    }
}
