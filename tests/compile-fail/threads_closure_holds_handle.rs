use napi_core::prelude::*;

#[export]
fn length(env: &Env<'_>, text: JsString<'_>, callback: Function<'_>) -> Result<Work> {
    let text = text;
    //~ instead: let text = text.to_string(env)?;
    #[threadsafe_callback(callback)]
    move || format!("{text:?}").len() as u32
}
//~ js: assert.strictEqual(await new Promise((done) => t.length('four', done)), 6);

fn main() {}
