use napi_core::prelude::*;

#[export]
fn trim(text: &str) -> &str {
//~ instead: fn trim(text: &str) -> String {
    text.trim()
    //~ instead: text.trim().to_owned()
}
//~ js: assert.strictEqual(t.trim(' a '), 'a');

fn main() {}
