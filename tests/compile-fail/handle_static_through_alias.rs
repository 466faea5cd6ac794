use napi_core::prelude::*;

type Config = Object<'static>;
//~ instead: type Config<'s> = Object<'s>;

#[export]
fn keys(env: &Env<'_>, config: Config) -> Result<Vec<String>> {
//~ instead: fn keys(env: &Env<'_>, config: Config<'_>) -> Result<Vec<String>> {
    config.keys(env)
}
//~ js: assert.deepStrictEqual(t.keys({ a: 1 }), ['a']);

fn main() {}
