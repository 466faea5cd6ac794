//! Iterators.

use crate::call::{Returned, fence};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::Result;
use crate::sys::{HostEnv, HostInfo, HostValue, call_info};
use crate::value::{Attributes, Value};

/// What an iterator of Rust answers, as one of JavaScript does: `{ value, done }`.
pub struct Next<T>(pub Option<T>);

impl<'s, T: IntoJs<'s>> IntoJs<'s> for Next<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        let step = env.object()?;
        let done = self.0.is_none();
        // Not set: a setter that somebody has put on the prototype of objects would keep them.
        match self.0 {
            Some(value) => step.define(env, "value", value, Attributes::assigned())?,
            None => step.define(env, "value", (), Attributes::assigned())?,
        }
        step.define(env, "done", done, Attributes::assigned())?;
        Ok(step.into())
    }
}

/// `[Symbol.iterator]() { return this }`
pub(crate) unsafe extern "C" fn give_back_this(env: HostEnv, info: HostInfo) -> HostValue {
    fence(env, info, |entry| {
        Returned(call_info(entry.env.host(), entry.info, &mut [], true).map(|info| info.this).map_err(Into::into))
    })
}
