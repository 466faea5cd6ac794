use napi_core::prelude::*;

use std::cell::Cell;

#[derive(Default)]
struct Config(Cell<Option<Object<'static>>>);
//~ instead: struct Config(Cell<Option<Ref<js::Object>>>);

#[export]
fn configure(env: &Env<'_>, config: Object<'_>) -> Result<()> {
    env.instance_data::<Config>()?.0.set(Some(config));
    //~ instead: env.instance_data::<Config>()?.0.set(Some(config.to_ref(env)?));
    Ok(())
}
//~ js: assert.strictEqual(t.configure({}), undefined);

fn main() {}
