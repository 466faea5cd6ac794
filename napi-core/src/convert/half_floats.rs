//! Numbers of 16 bits.

use super::{FromJs, IntoJs, batched, out_of_range};
use crate::env::Env;
use crate::error::Result;
use crate::sys::F16;
use crate::value::Value;

/// Rounds to the nearest `F16`; a finite number that none is near is out of range.
impl<'s> FromJs<'s> for F16 {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let wide = f64::from_js(env, value)?;
        let narrow = Self::from_f64(wide);
        if narrow.to_f32().is_infinite() && wide.is_finite() {
            return Err(out_of_range("number in the range of F16", wide));
        }
        Ok(narrow)
    }
    batched!();
}

impl<'s> IntoJs<'s> for F16 {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.to_f64().into_js(env)
    }
}
