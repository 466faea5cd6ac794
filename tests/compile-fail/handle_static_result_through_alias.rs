use napi_core::prelude::*;

type Config = Object<'static>;
//~ instead: type Config<'s> = Object<'s>;

#[export]
fn config(env: &Env<'_>) -> Result<Config> {
//~ instead: fn config<'s>(env: &Env<'s>) -> Result<Config<'s>> {
    env.object()
}
//~ js: assert.deepStrictEqual(t.config(), {});

fn main() {}
