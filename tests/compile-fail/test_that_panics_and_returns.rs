use napi_core::prelude::*;

#[napi_core::test]
#[should_panic]
fn refuses(env: &Env<'_>) -> Result<()> {
    env.object().map(|_| ())
}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
