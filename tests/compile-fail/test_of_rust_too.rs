use napi_core::prelude::*;

#[napi_core::test]
#[test]
fn adds() {}

fn never(_: &Env<'_>) {}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
