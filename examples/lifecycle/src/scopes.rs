//! Handle scopes: what is made in a scope is released with it, unless it escapes.

use napi_core::prelude::*;

/// Makes an object in an inner scope and reads it there: the text leaves the scope, the handles do not.
#[export]
fn handle_scope_test(env: &mut Env<'_>) -> Result<String> {
    env.scope(|env| {
        let object = env.object()?;
        object.set(env, "key", "handleScope")?;
        object.get(env, "key")
    })
}

/// The same with the guard form, which lasts to the end of the block.
#[export]
fn handle_scope(env: &mut Env<'_>) -> Result<String> {
    scope!(let env = env);
    let object = env.object()?;
    object.set(env, "key", "handleScope")?;
    object.get(env, "key")
}

/// Needs no scope of its own to write: the call has one, and the result escapes from it.
#[export]
fn new_object<'s>(env: &mut Env<'s>) -> Result<Object<'s>> {
    let object = env.object()?;
    object.set(env, "name", "Hello from Node-API!")?;
    Ok(object)
}

/// Makes an object in an inner scope and lets one handle out: that of its property.
#[export]
fn escapable_handle_scope_test<'s>(env: &mut Env<'s>) -> Result<JsString<'s>> {
    env.escapable_scope(|env, escape| {
        let object = env.object()?;
        object.set(env, "name", "Test napi_escapable_handle_scope")?;
        escape.escape(object.get::<JsString>(env, "name")?)
    })
}
