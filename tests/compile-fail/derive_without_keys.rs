use napi_core::prelude::*;

#[derive(Js)]
#[js]
//~ instead: #[js(rename_all = "none")]
struct User {
    name: String,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.deepStrictEqual(t.user({ name: 'a' }), { name: 'a' });

fn main() {}
