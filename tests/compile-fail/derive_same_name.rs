use napi_core::prelude::*;

#[derive(Js)]
struct User {
    name: String,
    #[js(rename = "name")]
    //~ instead: #[js(rename = "title")]
    label: String,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.deepStrictEqual(t.user({ name: 'a', title: 'b' }), { name: 'a', title: 'b' });

fn main() {}
