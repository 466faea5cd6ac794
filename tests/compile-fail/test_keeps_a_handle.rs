use napi_core::prelude::*;

thread_local! {
    static KEPT: std::cell::Cell<Option<Object<'static>>> = const { std::cell::Cell::new(None) };
}

#[napi_core::test]
fn keeps(env: &mut Env<'_>) -> Result<()> {
    let object = env.object()?;
    KEPT.set(Some(object));
    Ok(())
}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
