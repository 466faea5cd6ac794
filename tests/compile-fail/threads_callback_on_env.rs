use napi_core::prelude::*;

#[export]
fn length(#[threadsafe_callback] env: &Env<'_>, text: JsString<'_>) -> Result<u32> {
//~ instead: fn length(env: &Env<'_>, text: JsString<'_>) -> Result<u32> {
    Ok(text.to_string(env)?.len() as u32)
}
//~ js: assert.strictEqual(t.length('four'), 4);

fn main() {}
