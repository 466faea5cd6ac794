//! Iterators.

use crate::call::{Returned, fence};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::Result;
use crate::sys::{Descriptor, HostEnv, HostInfo, HostValue, call_info};
use crate::value::Value;

/// What an iterator of Rust answers, as one of JavaScript does: `{ value, done }`.
pub struct Next<T>(pub Option<T>);

impl<'s, T: IntoJs<'s>> IntoJs<'s> for Next<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        let is_done = self.0.is_none();
        let value = match self.0 {
            Some(value) => value.into_js(env)?,
            None => env.undefined()?,
        };
        let host = env.host()?;
        let (step, done) = (host.object()?, host.boolean(is_done)?);
        // Not set: a setter that somebody has put on the prototype of objects would keep them.
        host.define(step, &[Descriptor::named(c"value", value.raw()), Descriptor::named(c"done", done)])?;
        Ok(Value::from_raw(step))
    }
}

/// `[Symbol.iterator]() { return this }`
pub(crate) unsafe extern "C" fn give_back_this(env: HostEnv, info: HostInfo) -> HostValue {
    fence(env, info, |entry| {
        Returned(call_info(entry.env.host(), entry.info, &mut [], true).map(|info| info.this).map_err(Into::into))
    })
}
