use napi_core::prelude::*;

#[napi_core::test]
fn adds(env: &mut Env<'_>, a: f64) {
    let _ = (env, a);
}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
