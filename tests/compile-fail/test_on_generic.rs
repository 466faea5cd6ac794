use napi_core::prelude::*;

#[napi_core::test]
fn is_default<T: Default>(env: &Env<'_>) {
    let _ = (env, T::default());
}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
