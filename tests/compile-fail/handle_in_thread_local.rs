use napi_core::prelude::*;

use std::cell::Cell;

thread_local! {
    static CONFIG: Cell<Option<Object<'static>>> = const { Cell::new(None) };
    //~ instead: static CONFIG: Cell<Option<Ref<js::Object>>> = const { Cell::new(None) };
}

#[export]
fn configure(env: &Env<'_>, config: Object<'_>) -> Result<()> {
    config.set(env, "read", true)?;
    CONFIG.set(Some(config));
    //~ instead: CONFIG.set(Some(config.to_ref(env)?));
    Ok(())
}
//~ js: assert.strictEqual(t.configure({}), undefined);

fn main() {}
