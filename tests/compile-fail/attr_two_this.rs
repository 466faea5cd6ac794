use napi_core::prelude::*;

#[export]
fn same(env: &Env<'_>, this: This<'_>, that: This<'_>) -> Result<bool> {
//~ instead: fn same(env: &Env<'_>, this: This<'_>, that: Value<'_>) -> Result<bool> {
    this.strict_equals(env, *that)
    //~ instead: this.strict_equals(env, that)
}
//~ js: assert.strictEqual(t.same(t), true);

fn main() {}
