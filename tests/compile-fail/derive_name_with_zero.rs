use napi_core::prelude::*;

#[derive(Js)]
struct User {
    #[js(rename = "a\0b")]
    //~ instead: #[js(rename = "a b")]
    name: String,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.deepStrictEqual(t.user({ 'a b': 'c' }), { 'a b': 'c' });

fn main() {}
