use napi_core::prelude::*;

#[export]
fn kind(env: &Env<'_>, value: Value<'static>) -> Result<String> {
//~ instead: fn kind(env: &Env<'_>, value: Value<'_>) -> Result<String> {
    Ok(value.type_of(env)?.to_string())
}
//~ js: assert.strictEqual(t.kind(1), 'number');

fn main() {}
