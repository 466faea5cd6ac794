use napi_core::prelude::*;

use std::rc::Rc;

#[export]
fn one(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    let number = Rc::new(1);
    //~ instead: let number = *Rc::new(1);
    #[threadsafe_callback(callback)]
    move || number.to_string()
}
//~ js: assert.strictEqual(await new Promise((done) => t.one(done)), '1');

fn main() {}
