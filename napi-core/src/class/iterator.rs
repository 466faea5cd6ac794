//! Iterators.

use crate::call::{Returned, fence};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::Result;
use crate::sys::{HostEnv, HostInfo, HostValue, call_info};
use crate::value::Value;

/// What an iterator of Rust answers, as one of JavaScript does: `{ value, done }`.
pub struct Next<T>(pub Option<T>);

impl<'s, T: IntoJs<'s>> IntoJs<'s> for Next<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        let step = env.object()?;
        let done = self.0.is_none();
        match self.0 {
            Some(value) => step.set(env, "value", value)?,
            None => step.set(env, "value", ())?,
        }
        step.set(env, "done", done)?;
        Ok(step.into())
    }
}

/// `[Symbol.iterator]() { return this }`
pub(crate) unsafe extern "C" fn give_back_this(env: HostEnv, info: HostInfo) -> HostValue {
    fence(env, info, |entry| {
        Returned(call_info(entry.env.host(), entry.info, &mut [], true).map(|info| info.this).map_err(Into::into))
    })
}
