use napi_core::prelude::*;

#[napi_core::test]
#[should_panic(message = "no")]
fn refuses(env: &Env<'_>) {
    panic!("no {env:?}");
}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
