use napi_core::prelude::*;

#[derive(FromJs, TypeOf)]
enum Never {}
//~ instead: enum Never { Once }

#[export]
fn never(_never: Never) -> bool {
    true
}
//~ js: assert.strictEqual(t.never('once'), true);

fn main() {}
