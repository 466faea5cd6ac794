use napi_core::prelude::*;

type Text<'a> = std::borrow::Cow<'a, str>;

#[export]
fn trim<'a>(text: &'a str) -> Text<'a> {
//~ instead: fn trim(text: &str) -> Text<'static> {
    text.trim().into()
    //~ instead: text.trim().to_owned().into()
}
//~ js: assert.strictEqual(t.trim(' a '), 'a');

fn main() {}
