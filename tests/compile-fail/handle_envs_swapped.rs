use napi_core::prelude::*;

// Two tokens never lie side by side as they do in this function; and if they did, they could not change places: each is
// of its own scope.
fn swap<'s: 'i, 'i>(outer: &mut Env<'s>, inner: &mut Env<'i>) {
    std::mem::swap(outer, inner);
    //~ instead: let _ = (outer, inner);
}

#[export]
fn seven() -> u32 {
    7
}
//~ js: assert.strictEqual(t.seven(), 7);

fn main() {}
