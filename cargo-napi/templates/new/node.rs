use @library@::greet;
use napi_core::prelude::*;

#[napi_core::test]
fn greets_by_name() {
    assert_eq!(greet("Ada"), "Hello, Ada!");
}

/// As JavaScript calls it.
#[napi_core::test]
fn is_exported(env: &mut Env<'_>) -> Result<()> {
    let greet: Function<'_, (String,), String> = napi_core::testing::exports(env)?.get(env, "greet")?;
    assert_eq!(greet.call(env, ("Bo".into(),))?, "Hello, Bo!");
    Ok(())
}

napi_core::test_main!();
