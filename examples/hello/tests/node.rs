//! Tests that run in Node: `cargo test`, or `cargo napi test --host bun` for another host.

use hello::{greet, user};
use napi_core::prelude::*;

#[napi_core::test]
fn greets_by_name() {
    assert_eq!(greet("Ada"), "Hello, Ada!");
}

/// A call from Rust, in the scope of the test.
#[napi_core::test]
fn a_user_has_a_greeting(env: &mut Env<'_>) -> Result<()> {
    let user = user(env, "Ada")?;
    assert_eq!(user.keys(env)?, ["name", "greeting"]);
    assert_eq!(user.get::<String>(env, "greeting")?, "Hello, Ada!");
    Ok(())
}

/// A call as JavaScript makes it, with a value of another type.
#[napi_core::test]
fn a_number_is_no_name(env: &mut Env<'_>) -> Result<()> {
    let greet: Function<'_, (f64,)> = napi_core::testing::exports(env)?.get(env, "greet")?;
    let thrown = env.try_catch(|env| greet.call(env, (7.0,)).map(|_| ()))?;
    let error = thrown.expect_err("it is refused").into_error(env)?;
    assert_eq!(error.message(), "greet: argument 1 (name): expected string, got number");
    Ok(())
}

napi_core::test_main!();
