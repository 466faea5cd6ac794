//! The first addon: a function with plain values, and one that returns a handle.

use napi_core::prelude::*;

#[module]
fn init() {}

/// Greets somebody.
#[export]
pub fn greet(name: &str) -> String {
    format!("Hello, {name}!")
}

/// Makes an object. A handle lives in a scope, and `'s` is that of the call: the result may leave it, and nothing else.
#[export]
pub fn user<'s>(env: &mut Env<'s>, name: &str) -> Result<Object<'s>> {
    let user = env.object()?;
    user.set(env, "name", name)?;
    user.set(env, "greeting", greet(name))?;
    Ok(user)
}
