use napi_core::prelude::*;

use std::rc::Rc;

#[export]
fn note(env: &Env<'_>, callback: ThreadsafeCallback<(u32,)>) -> Result<()> {
    let number = Rc::new(1);
    //~ instead: let number = std::sync::Arc::new(1);
    env.js_thread()?.post(move |_| callback.call((*number,)))
}
//~ js: assert.strictEqual(await new Promise((done) => t.note(done)), 1);

fn main() {}
