use napi_core::prelude::*;

#[export]
fn kind(
    #[ts = "object"] env: &Env<'_>,
    //~ instead: env: &Env<'_>,
    value: Value<'_>,
) -> Result<String> {
    Ok(value.type_of(env)?.to_string())
}
//~ js: assert.strictEqual(t.kind(4), 'number');

fn main() {}
