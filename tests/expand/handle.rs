//! A function that returns a handle: the scope policy, and `Env` in the middle.

use napi_core::prelude::*;

#[export]
fn pick<'s>(object: Object<'s>, env: &mut Env<'s>, key: &str) -> Result<Value<'s>> {
    object.get(env, key)
}
