use napi_core::prelude::*;

#[export]
struct Words<'a> {
//~ instead: struct Words {
    text: &'a str,
    //~ instead: text: String,
}

#[export]
fn words() -> Option<u32> {
    None
}
//~ js: assert.strictEqual(typeof t.Words, 'function');

fn main() {}
