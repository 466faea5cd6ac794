use napi_core::prelude::*;

use std::cell::RefCell;

#[export]
fn remembering<'s>(env: &Env<'s>) -> Result<Function<'s, (js::Object,), u32>> {
    let kept = RefCell::new(Vec::new());
    env.function::<(js::Object,), u32>("remember", move |env, (object,)| {
        kept.borrow_mut().push(object);
        //~ instead: kept.borrow_mut().push(object.to_ref(env)?);
        Ok(env.array()?.len(env)?)
    })
}
//~ js: assert.strictEqual(t.remembering()({}), 0);

fn main() {}
