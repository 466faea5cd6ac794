use napi_core::prelude::*;

use std::rc::Rc;

#[export]
fn one(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    || Rc::new(1)
    //~ instead: || *Rc::new(1)
}
//~ js: assert.strictEqual(await new Promise((done) => t.one(done)), 1);

fn main() {}
