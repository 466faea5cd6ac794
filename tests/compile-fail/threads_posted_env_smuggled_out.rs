use napi_core::prelude::*;

use std::sync::mpsc;

#[export]
fn keep(env: &Env<'_>) -> Result<()> {
    let (sender, receiver) = mpsc::channel();
    env.js_thread()?.post(move |env| {
        sender.send(env).map_err(|_| "closed".into())
        //~ instead: sender.send(env.undefined().is_ok()).map_err(|_| "closed".into())
    })?;
    drop(receiver);
    //~ instead: std::thread::spawn(move || receiver.recv());
    Ok(())
}
//~ js: assert.strictEqual(t.keep(), undefined);

fn main() {}
