use napi_core::prelude::*;

use std::cell::RefCell;

#[export]
struct Counter {
    count: u32,
}

thread_local! {
    static LAST: RefCell<Option<Instance<'static, Counter>>> = const { RefCell::new(None) };
    //~ instead: static LAST: RefCell<Option<Ref<js::Instance<Counter>>>> = const { RefCell::new(None) };
}

#[export]
fn keep(env: &Env<'_>, counter: Instance<'_, Counter>) -> Result<()> {
    LAST.set(Some(counter));
    //~ instead: LAST.set(Some(Ref::new(env, counter)?));
    Ok(())
}
//~ js: assert.throws(() => t.keep({}), TypeError);

fn main() {}
