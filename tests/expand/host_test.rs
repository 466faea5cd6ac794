//! Tests in a host.

use napi_core::prelude::*;

#[napi_core::test]
fn makes(env: &mut Env<'_>) -> Result<()> {
    env.object().map(|_| ())
}

#[napi_core::test(keeps_references)]
#[ignore = "it takes long"]
fn keeps() {}

#[napi_core::test]
#[should_panic(expected = "no")]
fn refuses(env: &Env<'_>) {
    panic!("no {env:?}");
}
