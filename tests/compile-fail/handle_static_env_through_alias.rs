use napi_core::prelude::*;

type Context = Env<'static>;

#[export]
fn empty(context: &mut Context) -> Result<bool> {
//~ instead: fn empty(context: &mut Env<'_>) -> Result<bool> {
    context.array()?.is_empty(context)
}
//~ js: assert.strictEqual(t.empty(), true);

fn main() {}
