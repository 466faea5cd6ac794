use napi_core::prelude::*;

#[export]
fn length(env: &Env<'_>, text: String, callback: Function<'_>) -> Result<()> {
    let shared = &text;
    //~ instead: let shared = text;
    (#[threadsafe_callback(callback)] move || shared.len() as u32)?;
    Ok(())
}
//~ js: assert.strictEqual(await new Promise((done) => t.length('four', done)), 4);

fn main() {}
