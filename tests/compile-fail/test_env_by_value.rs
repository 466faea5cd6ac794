use napi_core::prelude::*;

#[napi_core::test]
fn makes(env: Env<'_>) {
    let _ = env.object();
}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
