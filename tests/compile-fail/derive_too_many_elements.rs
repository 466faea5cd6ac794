use napi_core::prelude::*;

#[derive(FromJs, TypeOf)]
struct Row(u8, u8, u8, u8, u8, u8, u8, u8, u8);
//~ instead: struct Row(u8, u8, u8, u8, u8, u8, u8, u8);

#[export]
fn first(row: Row) -> u8 {
    row.0
}
//~ js: assert.strictEqual(t.first([1, 2, 3, 4, 5, 6, 7, 8]), 1);

fn main() {}
