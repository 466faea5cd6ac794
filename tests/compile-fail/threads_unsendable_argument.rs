use napi_core::prelude::*;

use std::rc::Rc;

#[derive(TypeOf)]
struct Shared(Rc<u32>);

impl<'s> IntoJs<'s> for Shared {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        (*self.0).into_js(env)
    }
}

#[export]
fn tell(cb: ThreadsafeCallback<(Shared,)>) -> Result<()> {
//~ instead: fn tell(cb: ThreadsafeCallback<(u32,)>) -> Result<()> {
    cb.call((Shared(Rc::new(1)),))
    //~ instead: cb.call((*Shared(Rc::new(1)).0,))
}
//~ js: assert.strictEqual(await new Promise((done) => t.tell(done)), 1);

fn main() {}
