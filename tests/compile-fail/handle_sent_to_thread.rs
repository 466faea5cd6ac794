use napi_core::prelude::*;

fn in_background(work: impl FnOnce() + Send + 'static) {
    std::thread::spawn(work).join().unwrap();
}

#[export]
fn log_later(env: &Env<'_>, text: JsString<'_>) -> Result<()> {
    let text = text;
    //~ instead: let text = text.to_string(env)?;
    in_background(move || println!("{text:?}"));
    Ok(())
}
//~ js: assert.strictEqual(t.logLater('sent as a Rust string'), undefined);

fn main() {}
