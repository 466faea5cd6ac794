use napi_core::prelude::*;

#[napi_core::test]
struct Adds;

fn adds(_: &Env<'_>, _: Adds) {}
//~ no twin: a test is no export; those of `fixtures/tested` have the form that the message asks for

fn main() {}
