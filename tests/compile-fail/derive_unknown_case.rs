use napi_core::prelude::*;

#[derive(Js)]
#[js(rename_all = "snake")]
//~ instead: #[js(rename_all = "snake_case")]
enum Mode {
    ReadWrite,
}

#[export]
fn mode(mode: Mode) -> Mode {
    mode
}
//~ js: assert.strictEqual(t.mode('read_write'), 'read_write');

fn main() {}
