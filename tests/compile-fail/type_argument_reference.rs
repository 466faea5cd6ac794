use napi_core::prelude::*;

#[export]
fn length(text: &String) -> usize {
//~ instead: fn length(text: &str) -> usize {
    text.len()
}
//~ js: assert.strictEqual(t.length('abc'), 3);

fn main() {}
