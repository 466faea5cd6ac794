use napi_core::prelude::*;

use std::cell::Cell;

#[export]
struct Counter {
    count: u32,
}

thread_local! {
    static LAST: Cell<Option<&'static Counter>> = const { Cell::new(None) };
    //~ instead: static LAST: Cell<u32> = const { Cell::new(0) };
}

#[export]
fn keep(counter: &Counter) {
    LAST.set(Some(counter));
    //~ instead: LAST.set(counter.count);
}
//~ js: assert.throws(() => t.keep({}), TypeError);

fn main() {}
