use napi_core::prelude::*;

use std::cell::Cell;

// A handle lives as long as the call. To find an object again in a later call, keep a reference: `Ref` keeps the object
// alive, and gives a new handle to it in each call.
#[derive(Default)]
struct Saved(Cell<Option<Object<'static>>>);
//~ instead: struct Saved(Cell<Option<Ref<js::Object>>>);

#[export]
fn create_reference<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let object = env.object()?;
    object.set(env, "key", "CreateReference")?;
    env.instance_data::<Saved>()?.0.set(Some(object));
    //~ instead: env.instance_data::<Saved>()?.0.set(Some(object.to_ref(env)?));
    Ok(object)
}
//~ js: assert.deepStrictEqual(t.createReference(), { key: 'CreateReference' });

fn main() {}
