use napi_core::prelude::*;

#[export(scope = "own")]
//~ instead: #[export(scope = "host")]
fn is_empty(env: &Env<'_>, list: Array<'_>) -> Result<bool> {
    list.is_empty(env)
}
//~ js: assert.strictEqual(t.isEmpty([]), true);

fn main() {}
