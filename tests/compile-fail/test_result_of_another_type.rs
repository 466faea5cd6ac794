use napi_core::prelude::*;

#[napi_core::test]
fn is_right(env: &Env<'_>) -> bool {
    env.object().is_ok()
}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
