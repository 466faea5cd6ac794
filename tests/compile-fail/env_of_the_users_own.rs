use napi_core::prelude::*;

// `Env` is recognised by its name, so that a type of one's own needs another.
#[derive(TypeOf)]
struct Env(u32);
//~ instead: struct Environment(u32);

impl<'s> FromJs<'s> for Env {
//~ instead: impl<'s> FromJs<'s> for Environment {
    fn from_js(env: &napi_core::Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(Self(value.to(env)?))
    }
}

#[export]
fn number(env: Env) -> u32 {
//~ instead: fn number(env: Environment) -> u32 {
    env.0
}
//~ js: assert.strictEqual(t.number(7), 7);

fn main() {}
