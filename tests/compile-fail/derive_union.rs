use napi_core::prelude::*;

#[derive(FromJs, TypeOf)]
#[derive(Clone, Copy)]
union Number {
//~ instead: struct Number {
    integer: u32,
}

#[export]
fn number(_number: Number) -> bool {
    true
}
//~ js: assert.strictEqual(t.number({ integer: 1 }), true);

fn main() {}
